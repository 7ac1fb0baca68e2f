"""Lines through the outline (개요) and the contents list, in all three ways in which blocks are built."""

from __future__ import annotations

from auditreport.errors import UnreadableInput
from auditreport.parsers.formats.text import read
from auditreport.parsers.outline import read_outline
from fuzz.promise import holds
from fuzz.seeds import texts
from fuzz.target import Target


def run(data: bytes) -> None:
    """Every block that says something belongs to at most one scope."""
    try:
        document = read(data, "fuzz")
    except UnreadableInput:
        return
    outline = read_outline(document)
    holds(all(entry.title.strip() for entry in outline.contents), "entries of contents have titles")


TARGET = Target(run=run, seeds=texts)
