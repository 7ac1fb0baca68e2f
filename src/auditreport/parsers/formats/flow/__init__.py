"""Paragraphs and nested tables of a structured file → a text, its lines and tables, and the place of each."""

from auditreport.parsers.formats.flow.document import assemble
from auditreport.parsers.formats.flow.pieces import Box, Grid, Para, Piece

__all__ = ["Box", "Grid", "Para", "Piece", "assemble"]
