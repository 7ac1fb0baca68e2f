"""A line → whether it is the caption of a table."""

from __future__ import annotations

from auditreport import vocab


def is_caption(value: str) -> bool:
    """Whether a line is the caption of a table: a unit, a reference date, or both."""
    return bool(vocab.pattern("caption_line").match(value) or vocab.pattern("basis_line").match(value))
