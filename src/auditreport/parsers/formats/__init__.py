"""Bytes → `Document`: one package or module a format, told by content."""
