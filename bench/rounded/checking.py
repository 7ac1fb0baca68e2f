"""Printed tables → what the checks say of them, through facts and positions as a report would give them."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from functools import cache

from auditreport import vocab
from auditreport.arithmetic import find_claims
from auditreport.checks import Checked, check
from auditreport.checks.subject import Subject
from auditreport.pipeline.one import Read, read_bytes
from auditreport.schemas import Fact, Position
from auditreport.schemas.fact import Entity, FactSource, Period, Reading
from bench.mutated.holding import Span, holds
from bench.rounded.chains import Cell, Chain, Relation

_FORMULAS = {"sum": "1 + 2 = 3", "difference": "3 − 2 = 1", "rate": "1 ÷ 2 = 50%"}


def check_chains(chains: Sequence[Chain]) -> Checked:
    """Check a report that holds these tables and nothing else."""
    facts, places = [], []
    for block, chain in enumerate(chains):
        for cell in sorted(chain.cells):
            facts.append(_fact(chain, block, cell))
            places.append(_position(chain, block, cell))
    read = _empty()
    return check(Subject(read.document, read.report, facts, places, find_claims(facts, places)), "report")


@cache
def _empty() -> Read:
    return read_bytes(b"-", "report.txt")


def name(block: int, cell: Cell) -> str:
    """The id of the fact of a cell."""
    return f"{block}:{cell[0]}:{cell[1]}"


def _fact(chain: Chain, block: int, cell: Cell) -> Fact:
    column = chain.columns[cell[1]]
    is_rate = column.rule == "rate"
    value, decimals = chain.cells[cell], chain.digits if is_rate else -chain.scale
    start = (block * 1000 + cell[0]) * 10 + cell[1]
    return Fact(
        id=name(block, cell),
        kind="table" if column.concept == "table" else "budget",
        part="overview",
        item=" > ".join(_labels(chain, cell[0])),
        concept=column.concept,
        period=Period(),
        entity=Entity(),
        value=str(value),
        unit="%" if is_rate else "KRW",
        decimals=decimals,
        raw=f"{value.scaleb(0 if is_rate else -chain.scale):,f}",
        source=FactSource(line=block * 1000 + cell[0], start=start, end=start + 1),
        status="stated",
        reading=Reading(method="cell", confirmed=False),
    )


def _position(chain: Chain, block: int, cell: Cell) -> Position:
    row, column = cell
    titles = {0: _total()} if chain.columns[0].rule == "sum" else {}
    return Position(block, 0, row, column, _labels(chain, row), (titles.get(column, f"column {column}"),))


def _labels(chain: Chain, row: int) -> tuple[str, ...]:
    group, is_total = chain.groups[row]
    if group < 0:
        return (_total(),)
    if not any(is_total for group, is_total in chain.groups if group >= 0):
        return (f"row {row}",)
    return f"group {group}", _total() if is_total else f"row {row}"


@cache
def _total() -> str:
    return min(vocab.columns().totals)


def is_possible(chain: Chain, relation: Relation) -> bool:
    """Whether true amounts satisfy a relation that are printed so under the habit of the table."""
    return holds(_FORMULAS[relation.name], [_span(chain, cell) for cell in relation.cells])


def _span(chain: Chain, cell: Cell) -> Span:
    value, unit = chain.cells[cell], chain.unit(cell[1])
    is_made = chain.columns[cell[1]].rule == "rate"
    if chain.habit == "summed_rounded" and not is_made:
        low = high = Decimal(0)
    elif chain.habit == "cut_off":
        low, high = (-unit, Decimal(0)) if value < 0 else (Decimal(0), unit)
    else:
        low, high = -unit / 2, unit / 2
    return Span(Fraction(value + low), Fraction(value + high))
