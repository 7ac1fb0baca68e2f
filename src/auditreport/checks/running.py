"""A document → its running text as items under items, each with its figures."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise

from auditreport.arithmetic import Operand
from auditreport.schemas import Bullet, Document, Heading, Paragraph, Table, Text

_DEEPEST = 99


@dataclass(eq=False)
class Item:
    """A heading, an item, a paragraph or a table, and what hangs under it.

    Attributes:
        block: as the document has it.
        depth: depth of nesting; −1 for a heading.
        operands: its figures, in their order.
        breaks: offsets in its text at which a line of the source begins.
        above: what it hangs under, if anything.
        below: the items that hang directly under it.
        following: the item behind it in the document, if any.
    """

    block: Heading | Bullet | Paragraph | Table
    depth: int
    operands: list[Operand]
    breaks: tuple[int, ...]
    above: Item | None = None
    below: list[Item] = field(default_factory=list)
    following: Item | None = None

    @property
    def text(self) -> str:
        """Its text; of a table, its caption."""
        return self._text.value if self._text is not None else ""

    @property
    def _text(self) -> Text | None:
        return self.block.caption if isinstance(self.block, Table) else self.block.text

    @cached_property
    def spans(self) -> list[tuple[int, int]]:
        """Begin and end of the numeral of each of its figures, in its text."""
        return [self._span(operand) for operand in self.operands]

    def _span(self, operand: Operand) -> tuple[int, int]:
        source = operand.fact.source
        text = self._text
        if text is None:
            return 0, 0
        for at, start, width in reversed(text.pieces):
            if width and start <= source.start:
                begin = at + (source.start - start) // width
                return begin, begin + len(operand.fact.raw)
        return 0, 0

    def offset(self, index: int) -> tuple[int, int]:
        """Offsets in the source of one character of its text."""
        text = self._text
        return text.span(index, index + 1) if text is not None else (0, 0)

    def lines(self, start: int) -> list[str]:
        """Its text from `start` on, as the lines of the source part it."""
        ends = [at for at in self.breaks if at > start]
        return [self.text[a:b].strip() for a, b in zip([start, *ends], [*ends, len(self.text)], strict=True)]


def items(document: Document, operands: Sequence[Operand]) -> list[Item]:
    """The items of a document in its order; page furniture is none."""
    figures: dict[int, list[Operand]] = {}
    for operand in operands:
        figures.setdefault(operand.at.block, []).append(operand)
    out = list(_items(document, figures))
    for item, other in pairwise(out):
        item.following = other
    return out


def _items(document: Document, figures: Mapping[int, list[Operand]]) -> Iterator[Item]:
    open_: list[Item] = []
    for block in document.blocks:
        if not isinstance(block, Heading | Bullet | Paragraph | Table):
            continue
        depth = _depth(block)
        while open_ and open_[-1].depth >= depth:
            open_.pop()
        item = Item(block, depth, figures.get(block.anchor.start, []), _breaks(block, document.text))
        if open_ and not isinstance(block, Heading):
            item.above = open_[-1]
            open_[-1].below.append(item)
        yield item
        if isinstance(block, Heading):
            open_.clear()
        elif not isinstance(block, Table):
            open_.append(item)


def _depth(block: Heading | Bullet | Paragraph | Table) -> int:
    match block:
        case Heading():
            return -1
        case Bullet():
            return block.depth
        case Paragraph():
            return 0
        case Table():
            return _DEEPEST


def _breaks(block: Heading | Bullet | Paragraph | Table, source: str) -> tuple[int, ...]:
    text = block.caption if isinstance(block, Table) else block.text
    if text is None:
        return ()
    pieces = [piece for piece in text.pieces if piece[2]]
    return tuple(
        at
        for (before, start, width), (at, after, _) in pairwise(pieces)
        if "\n" in source[start + (at - before - 1) * width : after]
    )
