"""HWPML files (한글 XML, one file of XML that Hangul 2002 and later write) → `Document`."""

from auditreport.parsers.formats.hwpml.reader import read

__all__ = ["read"]
