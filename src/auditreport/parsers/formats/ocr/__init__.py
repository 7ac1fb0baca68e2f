"""A page that is a picture → its lines and tables (OCR of scans); needs the extra `ocr` and Tesseract's Korean data."""

from auditreport.parsers.formats.ocr.installed import Need, available

__all__ = ["Need", "available"]
