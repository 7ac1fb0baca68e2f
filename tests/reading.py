"""Short ways from a small text to what is read of it, for the tests of the text path."""

from __future__ import annotations

from auditreport.parsers.formats.blocks import fold
from auditreport.parsers.formats.text import read
from auditreport.pipeline import read_bytes
from auditreport.schemas import Bullet, Document, Fact, Heading, Paragraph, Report, Table, Text


def document(text: str) -> Document:
    return read(text.encode("utf-8"), "x.txt")


def report(text: str) -> Report:
    return read_bytes(text.encode("utf-8"), "x.txt").report


def facts(text: str) -> list[Fact]:
    return read_bytes(text.encode("utf-8"), "x.txt").facts


def text_of(value: str, start: int = 0) -> Text:
    """`value` as if it stood in a source at `start`."""
    return Text(value, ((0, start, 1),))


def blocks(text: str) -> list[tuple[str, str]]:
    """Kind and text of each block; of a table its layout, of furniture the reason."""
    out: list[tuple[str, str]] = []
    for block in document(text).blocks:
        if isinstance(block, (Heading, Paragraph, Bullet)):
            out.append((block.kind, block.text.value))
        elif isinstance(block, Table):
            out.append((block.kind, block.layout))
        else:
            out.append((block.kind, getattr(block, "reason", "")))
    return out


def bullets(text: str) -> list[tuple[str, int, str]]:
    """Mark, depth and text of each bullet."""
    return [(b.mark, b.depth, b.text.value) for b in document(text).blocks if isinstance(b, Bullet)]


def tables(text: str) -> list[Table]:
    return [block for block in document(text).blocks if isinstance(block, Table)]


def values(found: list[Fact], **wanted: str) -> list[tuple[str | None, str, str]]:
    """Item, value and unit of the facts whose fields are as `wanted`."""
    return [
        (fact.item, fact.value, fact.unit)
        for fact in found
        if all(getattr(fact, name) == value for name, value in wanted.items())
    ]


def unaccounted(read_as: Document) -> list[int]:
    """Numbers of the lines with anything visible on them that do not lie in exactly one block."""
    out, at = [], 0
    spans = [(block.anchor.start, block.anchor.end) for block in read_as.blocks]
    for number, line in enumerate(read_as.text.split("\n"), 1):
        start, at = at, at + len(line) + 1
        if not any(is_visible(char) for char in line):
            continue
        holding = [span for span in spans if span[0] <= start and start + len(line) <= span[1]]
        if len(holding) != 1:
            out.append(number)
    return out


def is_visible(char: str) -> bool:
    return bool(fold(char, 0).value.strip())


def out_of_order(read_as: Document) -> list[int]:
    """Indexes of the blocks that begin before the block in front of them ends, or that end before they begin."""
    ends = 0
    out = []
    for i, block in enumerate(read_as.blocks):
        if block.anchor.start < ends or block.anchor.end < block.anchor.start:
            out.append(i)
        ends = block.anchor.end
    return out


# Staffing whose empty cells were lost: six figures for nine columns.
LOST_STAFFING = """Ⅰ. 일반현황
1. 조 직
감사과 - 6개팀
2. 인 력
구 분 계
일 반 직 별정직
4급 5급 6급 7급 8급 9급 5급 6급
정 원 24 6 9 5 3 1
현 원 26 7 8 5 5 1
과부족 2 1 △1 - 2 -
"""
