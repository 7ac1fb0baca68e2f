"""Cells of several reports → where comparing them would mislead (비교 유의)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from auditreport import vocab
from auditreport.comparing.cells.labels import fold
from auditreport.schemas.comparison import Caution, ComparedCell, ComparedInput, Phase
from auditreport.schemas.indicator import Indicator, Wording
from auditreport.vocab.comparing import comparing

# Budgets of which a report may not say whether they were voted or changed.
_VOTED = "budget.amount"
_WON = "KRW"


def cautions_of(
    cells: Iterable[ComparedCell], indicators: Mapping[str, Indicator], inputs: Sequence[ComparedInput]
) -> Iterator[Caution]:
    """What a reader has to be told, by indicator in the order of the dictionary, then on the departments."""
    groups: dict[str, list[ComparedCell]] = {}
    for cell in cells:
        if cell.programme is None:
            groups.setdefault(cell.indicator, []).append(cell)
    for name, indicator in indicators.items():
        group = groups.get(name, ())
        if len(group) > 1:
            yield from _of_indicator(indicator, group)
    yield from _of_departments(inputs)


def _of_indicator(indicator: Indicator, cells: Sequence[ComparedCell]) -> Iterator[Caution]:
    phases = {cell.phase for cell in cells}
    if len(phases) > 1:
        yield _caution("different-phase", indicator, cells, phases=_phases(phases))
    elif indicator.id == _VOTED and phases == {None}:
        yield _caution("unstated-phase", indicator, cells)
    days = sorted({cell.as_of[5:] for cell in cells if cell.as_of is not None})
    undated = any(cell.as_of is None for cell in cells)
    if len(days) > 1 or (days and undated and _of_several(cells)):
        yield _caution("different-date", indicator, cells, dates=_dates(cells))
    units = sorted({cell.unit for cell in cells})
    if len(units) > 1:
        yield _caution("different-unit", indicator, cells, units=", ".join(units))
    names = {fold(_name(cell)): _name(cell) for cell in cells if cell.label}
    if indicator.find is not None and len(names) > 1 and _of_several(cells):
        yield _caution("different-name", indicator, cells, names=" / ".join(names.values()))
    steps = {cell.decimals for cell in cells if cell.decimals is not None and cell.unit == _WON}
    if len(steps) > 1:
        printed = [vocab.checks().scales.get(-step, str(step)) for step in sorted(steps)]
        yield _caution("different-precision", indicator, cells, units=", ".join(printed))


def _of_several(cells: Iterable[ComparedCell]) -> bool:
    """Whether several reports state them."""
    return len({cell.path for cell in cells}) > 1


def _name(cell: ComparedCell) -> str:
    """What the report calls the figure itself: the innermost label, without its row of a year."""
    return (cell.label or "").split(" · ")[-1].split(" > ")[-1]


def _dates(cells: Iterable[ComparedCell]) -> Wording:
    unstated = comparing().phases["unstated"]
    days = sorted({cell.as_of for cell in cells if cell.as_of is not None})
    more = any(cell.as_of is None for cell in cells)
    return Wording(
        ko=", ".join([*days, *([unstated.ko] if more else [])]), en=", ".join([*days, *([unstated.en] if more else [])])
    )


def _phases(phases: Iterable[Phase | None]) -> Wording:
    names = comparing().phases
    told = [names[phase or "unstated"] for phase in sorted(phases, key=lambda phase: phase or "")]
    return Wording(ko=", ".join(one.ko for one in told), en=", ".join(one.en for one in told))


def _of_departments(inputs: Sequence[ComparedInput]) -> Iterator[Caution]:
    known = [one for one in inputs if one.function is not None]
    functions = {one.function for one in known}
    if len(functions) > 1:
        names = dict.fromkeys(" ".join(word for word in (one.district, one.department) if word) for one in known)
        text = comparing().say("cautions", "different-function", departments=", ".join(names))
        yield Caution(code="different-function", indicator=None, text=text.en, text_ko=text.ko, paths=_paths(known))


def _caution(code: str, of: Indicator, cells: Sequence[ComparedCell], **gaps: object) -> Caution:
    text = comparing().say("cautions", code, indicator=Wording(ko=of.ko, en=of.en), **gaps)
    return Caution(code=code, indicator=of.id, text=text.en, text_ko=text.ko, paths=_paths(cells))


def _paths(of: Iterable[ComparedCell | ComparedInput]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.path for one in of))
