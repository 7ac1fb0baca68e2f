"""HWPX files (한글 표준 문서) → `Document`, opened by python-hwpx."""

from auditreport.parsers.formats.hwpx.reader import pieces, read

__all__ = ["pieces", "read"]
