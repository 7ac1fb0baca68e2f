"""Lines and tables of any format → the blocks of a `Document`; what all readers share."""

from auditreport.parsers.formats.blocks.builder import build_blocks
from auditreport.parsers.formats.blocks.lines import Line, fold, read_lines

__all__ = ["Line", "build_blocks", "fold", "read_lines"]
