"""Blocks of a report, as `parse -f json` gives them."""

from __future__ import annotations

import pytest

from auditreport.render.parsed import placed_block
from auditreport.schemas import Anchor, Block, Bullet, Furniture, Heading, Paragraph, Text, Unparsed

HERE = Anchor(line=3, start=10, end=14)
WORDS = Text("감사 계획", ((0, 10, 5),))


@pytest.mark.parametrize(
    ("block", "rest"),
    [
        (
            Heading(anchor=HERE, text=WORDS, level=2, number="Ⅰ"),
            {"kind": "heading", "text": "감사 계획", "level": 2, "number": "Ⅰ"},
        ),
        (Paragraph(anchor=HERE, text=WORDS), {"kind": "paragraph", "text": "감사 계획"}),
        (
            Bullet(anchor=HERE, mark="○", depth=1, text=WORDS),
            {"kind": "bullet", "mark": "○", "depth": 1, "text": "감사 계획"},
        ),
        (Furniture(anchor=HERE, reason="page number"), {"kind": "furniture", "reason": "page number"}),
        (Unparsed(anchor=HERE), {"kind": "unparsed"}),
    ],
    ids=lambda value: value.kind if isinstance(value, Heading | Paragraph | Bullet | Furniture | Unparsed) else "",
)
def test_block_has_its_place_beside_its_words(block: Block, rest: dict[str, object]) -> None:
    shown = placed_block(block).model_dump()
    assert {name: shown.pop(name) for name in ("line", "start", "end")} == {"line": 3, "start": 10, "end": 14}
    assert {name: value for name, value in shown.items() if value is not None} == rest
