"""A line → whether it is an entry of a contents list (목차)."""

from __future__ import annotations

import re

from auditreport import vocab
from auditreport.schemas import Text


def is_contents(text: Text) -> bool:
    """Whether a line is an entry of a contents list: a title, leaders, a page; or cells of them."""
    value = text.value
    if not value[-1:].isdigit():
        return False
    if "\t" in value or "|" in value:
        cells = [cell.strip() for cell in re.split(r"[\t|]", value) if cell.strip()]
        leaders = set(vocab.marks().leaders + ".")
        return len(cells) >= 2 and any(len(cell) >= 2 and set(cell) <= leaders for cell in cells[1:])
    return vocab.pattern("contents_page").match(value if len(value) <= 130 else value[:120] + value[-6:]) is not None
