"""A line → whether it is the caption of a table, begins one, or is an item with a label of its own."""

from __future__ import annotations

import re

from auditreport import vocab


def is_caption(value: str) -> bool:
    """Whether a line is the caption of a table: a unit, a reference date, or both."""
    return bool(vocab.pattern("caption_line").match(value) or vocab.pattern("basis_line").match(value))


def names_years(value: str) -> bool:
    """Whether a title is a year or a span of years and nothing else (2023, ’24년, 2026~2027)."""
    return vocab.pattern("years_title").fullmatch(value.strip()) is not None


def is_item(value: str) -> bool:
    """Whether an unmarked line is an item of its own: a short label, a colon, and something behind it."""
    match = re.match(r"([^:,]{1,30}?)\s?[:：]\s?(?=\S)", value)
    return bool(match) and not re.search(r"\d$", match.group(1) if match else "")


def heads_table(value: str) -> bool:
    """Whether a line begins with the title of a first column (구 분 …)."""
    squashed = vocab.squash(value[:12])
    return value[1:2] == " " and any(len(stub) > 1 and squashed.startswith(stub) for stub in vocab.columns().stubs)
