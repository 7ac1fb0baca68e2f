"""Scraped text of every dialect → `Document`: raw page dumps, Markdown-like dumps, text out of PDFs, web pages."""

from auditreport.parsers.formats.text.reader import read

__all__ = ["read"]
