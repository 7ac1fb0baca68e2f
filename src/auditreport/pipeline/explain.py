"""A report that was read, and a line or fact of it → why its figures say what they say."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from auditreport import vocab
from auditreport.normalise import positions
from auditreport.parsers.grids import Grid
from auditreport.parsers.recovery import Change as Proposed
from auditreport.parsers.recovery import Found, Placing, Relation, proposals
from auditreport.parsers.tables import read_grid
from auditreport.pipeline.check import check_read
from auditreport.pipeline.one import Read
from auditreport.schemas import Fact, Position, Table
from auditreport.schemas.discrepancy import Equation
from auditreport.schemas.explanation import Change, Explanation, Likely, Operand, Proof, Search

_SIGNS = {"sum": " + ", "difference": " − ", "rate": " ÷ "}
_MOST_CHANGES = 5
_MOST_NAMED = 6
_CLOSED = ("exact", "rounding", "accumulated")


def select(facts: Sequence[Fact], target: str) -> list[Fact]:
    """The facts that a target names: a line (`68`), a page (`p3`), or a fact by its id or the beginning of it."""
    if re.fullmatch(r"\d{1,6}", target):
        found = [fact for fact in facts if fact.source.line == int(target)]
        if found:
            return found
    if page := re.fullmatch(r"p\.?(\d{1,6})", target):
        return [fact for fact in facts if fact.source.page == int(page[1])]
    return [fact for fact in facts if len(target) >= 4 and fact.id.startswith(target)]


def explain(read: Read, chosen: Iterable[Fact]) -> list[Explanation]:
    """Explain facts of a report.

    Args:
        read: the report, read whole: an equation may reach over many lines.
        chosen: facts of it.
    """
    where = {fact.id: place for fact, place in zip(read.facts, positions(read.report), strict=True)}
    facts = {fact.id: fact for fact in read.facts}
    closed = [one for one in check_read(read, "").equations if one.class_ in _CLOSED and not _is_bound(one)]
    tables = _Tables(read)
    out = []
    for fact in chosen:
        text, at = _line(read.document.text, fact.source.start)
        proofs = tuple(_proof(equation, facts) for equation in closed if fact.id in equation.facts)
        search, changes = tables.explain(where[fact.id])
        out.append(Explanation(fact=fact, text=text, at=at, proofs=proofs, search=search, changes=changes))
    return out


def _line(text: str, start: int) -> tuple[str, int]:
    """The line around an offset, and the offset in it."""
    begin = text.rfind("\n", 0, start) + 1
    end = text.find("\n", start)
    return text[begin : len(text) if end < 0 else end], start - begin


# -- equations ------------------------------------------------------------------------------------------------------


def _is_bound(equation: Equation) -> bool:
    """Whether it says that one figure is not above another, which proves neither."""
    return any(sign in equation.formula for sign in "≤≥")


def _proof(equation: Equation, facts: Mapping[str, Fact]) -> Proof:
    return Proof(
        rule=equation.rule,
        formula=equation.formula,
        operands=tuple(_operand(facts[fact]) for fact in equation.facts),
        is_exact=equation.class_ == "exact",
        announced=equation.announced,
    )


def _operand(fact: Fact) -> Operand:
    words = [fact.item or "", *fact.dims.values()]
    label = " · ".join(word for word in words if word)
    return Operand(raw=fact.raw, label=label, concept=fact.concept, line=fact.source.line, page=fact.source.page)


# -- tables whose columns were lost ---------------------------------------------------------------------------------


class _Tables:
    """The tables of a report as they were understood, read again when they are asked for."""

    def __init__(self, read: Read) -> None:
        self._blocks = {block.anchor.start: block for block in read.document.blocks if isinstance(block, Table)}
        self._teams = _teams(read)
        self._grids: dict[int, list[Grid]] = {}

    def explain(self, place: Position | None) -> tuple[Search | None, tuple[Change, ...]]:
        """How the columns of a figure's row were sought, and what would close its table if it does not close."""
        if place is None or place.row is None or place.block not in self._blocks:
            return None, ()
        if place.block not in self._grids:
            self._grids[place.block] = read_grid(self._blocks[place.block], self._teams)
        grid = self._grids[place.block][place.part]
        if not grid.placings:
            return None, ()
        placing = grid.placings[0]
        found = next((f for f in placing.found if place.row in {placing.rows[row] for row in f.rows}), None)
        search = _search(grid, placing, found, place.row) if found is not None or len(grid.placings) > 1 else None
        changes = proposals(placing) if len(grid.placings) == 1 else []
        return search, tuple(_change(grid, change) for change in changes[:_MOST_CHANGES])


def _teams(read: Read) -> int | None:
    stated = next((fact for fact in read.facts if fact.concept == "organisation.teams"), None)
    return int(stated.value) if stated is not None else len(read.report.teams) or None


def _search(grid: Grid, placing: Placing, found: Found | None, row: int) -> Search:
    titles = [column.title for column in placing.columns]
    labels = [" > ".join(grid.rows[number].labels) for number in placing.rows]

    def name(relations: Sequence[Relation]) -> tuple[str, ...]:
        return tuple(_words(relation, titles if relation.axis == "row" else labels) for relation in relations)

    rules = {rule.code: rule for rule in vocab.staffing_rules()}
    codes = found.rules if found is not None else ()
    return Search(
        columns=tuple(titles),
        figures=tuple(cell.text.value for cell in grid.rows[row].cells),
        arrangements=len(grid.placings),
        by_order=found.by_order if found is not None else 1,
        by_sums=found.by_sums if found is not None else 1,
        by_rules=found.by_rules if found is not None else 0,
        is_cut=found is not None and found.is_cut,
        closed=name(found.closed) if found is not None else (),
        broken=name(found.broken) if found is not None else (),
        rules=tuple(Likely(code=code, **rules[code].text) for code in codes),
    )


def _words(relation: Relation, names: Sequence[str]) -> str:
    """A relation in the table's own words: 과부족 = 현원 − 정원."""
    option = relation.options[0]
    named = [names[entry] for entry in option]
    if len(named) > _MOST_NAMED:
        named = [*named[: _MOST_NAMED - 2], "…", named[-1]]
    return f"{names[relation.result]} = {_SIGNS[relation.rule].join(named)}"


def _change(grid: Grid, change: Proposed) -> Change:
    return Change(
        kind=change.kind,
        label=" > ".join(grid.rows[change.row].labels),
        was=change.was,
        becomes=change.becomes,
        mended=change.mended,
    )
