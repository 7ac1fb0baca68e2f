"""Texts of a document → an issue for each numeral whose digits are parted as in no number (1.0,000)."""

from __future__ import annotations

from collections.abc import Iterator

from auditreport import vocab
from auditreport.parsers.places import Places
from auditreport.schemas import Bullet, Document, Heading, Issue, Paragraph, Table, Text

_MESSAGE = "The digits of this numeral are parted as in no number; it is not read."


def torn_numerals(document: Document, places: Places) -> list[Issue]:
    """The issues for numerals that no rule may read: a digit is lost, or two figures ran together (숫자 오류)."""
    torn = vocab.pattern("torn_numeral")
    return [
        Issue(
            code="numeral-torn",
            severity="warning",
            message=_MESSAGE,
            anchor=places.anchor(*text.span(match.start(), match.end())),
        )
        for text in _texts(document)
        if "," in text.value
        for match in torn.finditer(text.value)
    ]


def _texts(document: Document) -> Iterator[Text]:
    for block in document.blocks:
        if isinstance(block, Table):
            yield from (cell.text for row in (*block.header, *block.rows) for cell in row.cells)
        elif isinstance(block, (Heading, Paragraph, Bullet)):
            yield block.text
