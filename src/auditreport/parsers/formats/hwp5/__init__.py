"""HWP 5 files (한글 문서) → `Document`: pyhwp reads them, python-hwpx reads them a second time as a check."""

from auditreport.parsers.formats.hwp5.reader import read

__all__ = ["read"]
