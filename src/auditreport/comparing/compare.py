"""Reports → everything that can be compared about them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from auditreport.comparing.cautions import cautions_of
from auditreport.comparing.cells.derived import derive
from auditreport.comparing.cells.reporter import Reporter
from auditreport.comparing.cells.stated import cells_of
from auditreport.comparing.functions import department_function
from auditreport.comparing.growth import growth_of
from auditreport.comparing.lineage import Decisions, trace_lineage
from auditreport.comparing.made import made
from auditreport.comparing.normalising import Normalising, normalise
from auditreport.comparing.peers import find_peers
from auditreport.comparing.places import settle_district
from auditreport.comparing.restatements import find_restatements
from auditreport.comparing.sources import places_of
from auditreport.schemas.comparison import (
    Caution,
    ComparedCell,
    ComparedInput,
    Comparison,
    Edge,
    OtherPhase,
    ProgrammeAt,
    Restatement,
    Undecided,
)
from auditreport.schemas.indicator import Indicator
from auditreport.schemas.material import Material
from auditreport.vocab.comparing import comparing

_ARTICLE = "press_article"
# Events along which a programme stays one.
_ONE_TO_ONE = ("continued", "renamed", "moved_team")


def compare(
    materials: Iterable[Material],
    indicators: Mapping[str, Indicator],
    wanted: Sequence[str] = (),
    how: Normalising = Normalising(),  # noqa: B008 - frozen
    decisions: Decisions | None = None,
) -> Comparison:
    """What the reports say of the same things; the same file given twice counts once.

    Args:
        materials: the reports.
        indicators: what is compared, by id.
        wanted: ids to keep; all if empty.
        how: how figures are made comparable.
        decisions: what a person has settled of the lineage of programmes.

    Raises:
        WrongDecision: a decision names a programme that its report does not have.
    """
    known = {material.sha256: material for material in reversed(list(materials))}
    reports = sorted(known.values(), key=_order)
    compared = [material for material in reports if material.meta.doc_kind != _ARTICLE]
    reporters = [_reporter(material) for material in compared]
    cells, undecided = _cells(reporters, indicators)
    # What is divided by needs all cells: the quota may not be wanted itself.
    cells, missing = normalise(cells, how, indicators, wanted)
    if wanted:
        undecided = [one for one in undecided if set(one.indicators) & set(wanted)]
    inputs = tuple(_input(reporter) for reporter in reporters)
    cautions = (*cautions_of(cells, indicators, inputs), *missing, *_press(reports))
    lineage = trace_lineage(compared, decisions)
    restatements, other_phases = find_restatements(compared, programme_key=_first_titles(lineage))
    found = Comparison(
        cells=tuple(cell for cell in cells if cell.programme is None),
        programme_cells=tuple(cell for cell in cells if cell.programme is not None),
        lineage=lineage,
        peers=find_peers(compared),
        restatements=restatements,
        other_phases=other_phases,
        growth=tuple(growth_of(cells)),
        undecided=tuple(undecided),
        cautions=cautions,
        inputs=(*inputs, *(_article(material) for material in reports if material.meta.doc_kind == _ARTICLE)),
    )
    return found.model_copy(update={"sources": tuple(places_of(compared, _facts_of(found)))})


def _first_titles(lineage: Iterable[Edge]) -> Callable[[Material, str], str]:
    """What a programme was called first: along edges from one programme to one."""
    before = {
        _place(edge.to): edge.before
        for edge in lineage
        if edge.before is not None and edge.to is not None and edge.event in _ONE_TO_ONE and not edge.to.subprogramme
    }

    def first(material: Material, title: str) -> str:
        meta = material.meta
        starts = [key for key in before if key[:3] == (meta.district, meta.department, title)]
        told = set()
        for key in starts:
            at = before[key]
            while (earlier := before.get(_place(at))) is not None:
                at = earlier
            told.add(at.programme)
        return told.pop() if len(told) == 1 else title

    return first


def _place(at: ProgrammeAt) -> tuple[str | None, str | None, str, int | None, str]:
    return at.district, at.department, at.programme, at.year, at.part


def _order(material: Material) -> tuple[str, str, int, str]:
    meta = material.meta
    return meta.district or "", meta.department or "", meta.report_year or 0, material.path


def _reporter(material: Material) -> Reporter:
    meta = material.meta
    entity = settle_district(material)
    code = entity.code if entity is not None else None
    return Reporter(material, meta.district, code, meta.department, department_function(material))


def _cells(
    reporters: Iterable[Reporter], indicators: Mapping[str, Indicator]
) -> tuple[list[ComparedCell], list[Undecided]]:
    cells: list[ComparedCell] = []
    undecided: list[Undecided] = []
    for reporter in reporters:
        own, against = cells_of(reporter, indicators)
        cells += [*own, *derive(own, indicators)]
        undecided += against
    rank = {name: number for number, name in enumerate(indicators)}
    cells.sort(key=lambda cell: rank[cell.indicator])
    return cells, undecided


def _input(reporter: Reporter) -> ComparedInput:
    material = reporter.material
    when = made(material.meta, material.facts)
    return ComparedInput(
        path=material.path,
        sha256=material.sha256,
        title=material.meta.title,
        district=reporter.district,
        district_code=reporter.code,
        department=reporter.department,
        function=reporter.function,
        year=material.meta.report_year,
        date=when.day.isoformat() if when.day is not None else None,
    )


def _article(material: Material) -> ComparedInput:
    meta = material.meta
    return ComparedInput(
        path=material.path,
        sha256=material.sha256,
        title=meta.title,
        district=meta.district,
        year=meta.report_year,
        date=meta.published,
    )


def _press(materials: Iterable[Material]) -> Iterator[Caution]:
    for material in materials:
        if material.meta.doc_kind == _ARTICLE:
            text = comparing().say("cautions", "press", path=material.path)
            yield Caution(code="press", indicator=None, text=text.en, text_ko=text.ko, paths=(material.path,))


def _facts_of(found: Comparison) -> set[str]:
    """The facts that anything found rests on."""
    pairs: tuple[Restatement | OtherPhase, ...] = (*found.restatements, *found.other_phases)
    return {
        *(fact for cell in (*found.cells, *found.programme_cells) for fact in cell.facts),
        *(fact for one in found.undecided for fact in one.facts),
        *(fact for one in pairs for fact in (one.fact_then, one.fact_now)),
    }
