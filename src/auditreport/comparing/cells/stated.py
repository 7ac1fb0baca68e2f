"""The figures of a report → its cells: stated ones, sums over programmes, and those that follow from others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from auditreport.arithmetic import Interval, total
from auditreport.comparing.cells.choosing import Chosen, choose
from auditreport.comparing.cells.labels import Fit
from auditreport.comparing.cells.numbers import plain, printed
from auditreport.comparing.cells.reporter import Reporter
from auditreport.schemas.comparison import CellStatus, ComparedCell, Undecided
from auditreport.schemas.indicator import Indicator, Wording
from auditreport.schemas.material import Material, Setting
from auditreport.vocab.comparing import comparing

# What programmes state one by one, and the department states nowhere.
_SUMMED = "required_budget"
# Where as many programmes are silent as state one, their sum says nothing of the department.
_MOST_SILENT = 2


def cells_of(reporter: Reporter, indicators: Mapping[str, Indicator]) -> tuple[list[ComparedCell], list[Undecided]]:
    """The cells of one report, computed ones last, and what could not be decided."""
    chosen, undecided = choose(reporter.material, indicators)
    cells = [_cell(reporter, one) for one in chosen]
    cells += _sums(reporter, cells)
    return cells, undecided


def _cell(reporter: Reporter, chosen: Chosen) -> ComparedCell:
    first = chosen.found[0]
    fact = first.fact
    facts = [one.fact for one in chosen.found]
    bounds = printed(Decimal(fact.value), fact.unit, fact.decimals)
    note = _join(_notes(reporter, chosen))
    return ComparedCell(
        indicator=first.indicator.id,
        district=reporter.district,
        district_code=reporter.code,
        department=reporter.department,
        function=reporter.function,
        year=chosen.place.year,
        as_of=chosen.place.as_of,
        phase=chosen.place.phase,
        value=fact.value,
        unit=fact.unit,
        facts=tuple(one.id for one in facts),
        status="inferred" if fact.status == "inferred" else "stated",
        note=note.en if note else None,
        note_ko=note.ko if note else None,
        decimals=fact.decimals,
        low=plain(bounds.low),
        high=plain(bounds.high),
        programme=first.programme,
        label=label_of(chosen),
        confirmed=any(one.reading.confirmed for one in facts),
        path=reporter.material.path,
    )


def label_of(chosen: Chosen) -> str:
    """What the report itself calls a figure: its labels, or those of its row and column."""
    one = chosen.found[0]
    fact = one.fact
    parts = (fact.item, " > ".join(one.setting.titles) if fact.kind != "metric" else None)
    return " · ".join(dict.fromkeys(part for part in parts if part)) or fact.concept


def _notes(reporter: Reporter, chosen: Chosen) -> Iterator[Wording]:
    say = comparing().say
    one = chosen.found[0]
    report_year = reporter.material.meta.report_year
    if one.fit is not Fit.CLOSE:
        yield say("notes", "label", label=label_of(chosen))
    if chosen.is_rate_date:
        yield say("notes", "rate-date")
    account = _account(one.setting) if one.fact.kind == "budget" else None
    if account is not None:
        yield say("notes", "account", account=account)
    if one.fact.concept == "budget.prior_amount":
        yield say("notes", "prior", year=report_year or chosen.place.year + 1)
    elif report_year is not None and chosen.place.year < report_year and one.fact.kind in ("table", "metric"):
        yield say("notes", "restated", year=report_year)


def _account(setting: Setting) -> str | None:
    """The account that the line above a budget names."""
    around = (text for text in (setting.lead, setting.caption) if text)
    return next((text for text in around if any(word in text for word in comparing().accounts)), None)


def _join(notes: Iterator[Wording] | Sequence[Wording]) -> Wording | None:
    told = list(notes)
    if not told:
        return None
    return Wording(ko=" ".join(one.ko for one in told), en=" ".join(one.en for one in told))


def _sums(reporter: Reporter, cells: Sequence[ComparedCell]) -> Iterator[ComparedCell]:
    """What the programmes of a year need together, each counted once."""
    years = dict.fromkeys(cell.year for cell in cells if cell.indicator == _SUMMED and cell.programme is not None)
    for year in years:
        parts = [
            cell for cell in cells if cell.indicator == _SUMMED and cell.programme is not None and cell.year == year
        ]
        if len({cell.programme for cell in parts}) != len(parts) or len({cell.phase for cell in parts}) != 1:
            continue
        asked = len(_programmes_of(reporter.material, {cell.programme for cell in parts}))
        if asked >= _MOST_SILENT * len(parts):
            continue
        code = "sum" if asked <= len(parts) else "sum-of"
        note = comparing().say("notes", code, stated=len(parts), all=asked)
        yield computed(
            parts[0],
            indicator=_SUMMED,
            value=sum((Decimal(cell.value) for cell in parts), Decimal(0)),
            bounds=total(Interval(Decimal(cell.low or cell.value), Decimal(cell.high or cell.value)) for cell in parts),
            unit=parts[0].unit,
            parts=parts,
            note=note,
        ).model_copy(update={"partial": code == "sum-of"})


def _programmes_of(material: Material, stated: set[str | None]) -> set[str]:
    """Programmes of the parts of the report that state needs; one that is split counts by its subprogrammes."""
    titles = [(line.part, line.title, line.subprogramme) for line in material.outlines if line.title is not None]
    joined = {(part, title, sub): " > ".join(word for word in (title, sub) if word) for part, title, sub in titles}
    parts = {part for (part, _, _), name in joined.items() if name in stated}
    split = {(part, title) for part, title, sub in titles if sub is not None}
    return {
        f"{part}:{name}"
        for (part, title, sub), name in joined.items()
        if part in parts - {"results"} and (sub is not None or (part, title) not in split)
    }


def computed(
    like: ComparedCell,
    *,
    indicator: str,
    value: Decimal,
    bounds: Interval,
    unit: str,
    parts: Sequence[ComparedCell],
    note: Wording,
    programme: str | None = None,
) -> ComparedCell:
    """A cell that follows from others; in place and time like the first of them."""
    status: CellStatus = "computed"
    return like.model_copy(
        update={
            "indicator": indicator,
            "value": plain(value),
            "unit": unit,
            "facts": tuple(dict.fromkeys(fact for cell in parts for fact in cell.facts)),
            "status": status,
            "note": note.en,
            "note_ko": note.ko,
            "decimals": None,
            "low": plain(bounds.low),
            "high": plain(bounds.high),
            "programme": programme,
            "label": None,
            "confirmed": all(cell.confirmed for cell in parts),
        }
    )
