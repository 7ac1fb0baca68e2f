"""Readers in a process of their own, so that a file which kills or hangs its reader costs that file alone."""

from auditreport.parsers.formats.contained.parent import close, read_contained

__all__ = ["close", "read_contained"]
