"""Bytes → `Document`: one package or module a format, told by content."""

from auditreport.parsers.formats.registry import READERS, read_document

__all__ = ["READERS", "read_document"]
