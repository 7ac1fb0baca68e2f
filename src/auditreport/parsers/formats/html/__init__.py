"""Saved web pages → `Document`: the report on them; their navigation as furniture."""

from auditreport.parsers.formats.html.reader import read

__all__ = ["read"]
