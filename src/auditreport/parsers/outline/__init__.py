"""Blocks → the scopes of a report: which part, programme and section each block stands in.

A heading is believed where it is printed; where headings were lost the contents list tells the titles, and the
bodies are parted where a programme ends (its budget or needs) and the sections begin anew. What had to be deduced is
an Issue.
"""

from auditreport.parsers.outline.headlines import label_of, role_of
from auditreport.parsers.outline.read import read_outline
from auditreport.parsers.outline.scopes import Outline, Scope

__all__ = ["Outline", "Scope", "label_of", "read_outline", "role_of"]
