"""A PDF file → `Document`: lines and tables of its pages, each character with its place on the page."""

from auditreport.parsers.formats.pdf.reader import read

__all__ = ["read"]
