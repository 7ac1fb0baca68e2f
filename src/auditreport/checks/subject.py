"""What a rule looks at: one report as it was read, and the equations that its figures claim."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from auditreport.arithmetic import Equation, Operand, operand_of
from auditreport.checks.running import Item, items
from auditreport.schemas import Document, Fact, Issue, Position, Report, Table


@dataclass(frozen=True)
class Subject:
    """One report.

    Attributes:
        document: its blocks, in reading order.
        report: what it says.
        facts: its figures, in the order of the document.
        positions: where each of them stands beside others, in the same order.
        equations: those that arithmetic finds claimed, whether they close or not.
    """

    document: Document
    report: Report
    facts: Sequence[Fact]
    positions: Sequence[Position | None]
    equations: Sequence[Equation] = field(default=())

    @cached_property
    def operands(self) -> list[Operand]:
        """The figures as operands; also those of which the column is open."""
        pairs = zip(self.facts, self.positions, strict=True)
        return [operand_of(i, fact, at or self._in_block(fact)) for i, (fact, at) in enumerate(pairs)]

    def _in_block(self, fact: Fact) -> Position:
        return Position(self._starts[self.block_at(fact.source.start)])

    @cached_property
    def items(self) -> list[Item]:
        """Its running text and tables, as items under items."""
        return items(self.document, self.operands)

    @cached_property
    def by_offset(self) -> dict[int, Operand]:
        """Its figures by the offset of their numerals; of two readings of one numeral the first."""
        return {operand.fact.source.start: operand for operand in reversed(self.operands)}

    @cached_property
    def _starts(self) -> list[int]:
        return [block.anchor.start for block in self.document.blocks]

    def block_at(self, offset: int) -> int:
        """Number of the block that holds an offset of the document's text."""
        return max(bisect_right(self._starts, offset) - 1, 0)

    @cached_property
    def doubtful(self) -> frozenset[int]:
        """The tables, by offset of their block, about which there is an issue: a figure of theirs may be misread."""
        blocks = self.document.blocks
        found = [
            blocks[self.block_at(issue.anchor.start)]
            for issue in self.issues
            if issue.anchor is not None and issue.severity == "warning" and blocks
        ]
        return frozenset(block.anchor.start for block in found if isinstance(block, Table))

    @property
    def issues(self) -> tuple[Issue, ...]:
        """What was read without being understood, by any step."""
        return (*self.document.issues, *self.report.issues)
