"""The stages of a history → reports as `compare` takes them."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from auditreport.schemas import Entity, Fact, FactSource, Meta, Period, Reading
from auditreport.schemas.fact import Part
from auditreport.schemas.material import Line, Material, Outline
from auditreport.schemas.report import Team
from bench.lineages.history import History, Programme, Stage, words


def reports(history: History, rng: Random) -> list[Material]:
    """The reports of a history: results and the plan that follows them stand in one."""
    out = []
    stages = list(history.stages)
    while stages:
        together = [stages.pop(0)]
        if together[0].is_results and stages and not stages[0].is_results:
            together.append(stages.pop(0))
        out.append(_report(history, together, rng))
    return out


def part_of(stage: Stage) -> Part:
    """The part of the report that a stage is."""
    return "results" if stage.is_results else "plan"


def _report(history: History, stages: list[Stage], rng: Random) -> Material:
    meta = Meta(
        doc_kind="work_report",
        district=history.district,
        department=history.department,
        report_year=next((one.year for one in stages if one.is_results), None),
        plan_year=next((one.year for one in stages if not one.is_results), None),
    )
    outlines: list[Outline] = []
    facts: list[Fact] = []
    for stage in stages:
        for programme in stage.programmes:
            outlines.append(_outline(programme, stage, len(outlines), history, rng))
            if rng.random() < 0.8:
                facts.append(_amount(programme, stage, len(facts), meta))
    named = sorted({programme.team for stage in stages for programme in stage.programmes})
    name = f"{history.district}-{history.department}-{stages[0].year}-{stages[0].is_results}"
    return Material(
        path=name,
        sha256=name,
        text="",
        meta=meta,
        teams=tuple(Team(name=team) for team in named),
        outlines=tuple(outlines),
        facts=tuple(facts),
    )


def _outline(programme: Programme, stage: Stage, order: int, history: History, rng: Random) -> Outline:
    lines = [(None, programme.title), *((part_of(stage), line) for line in _lines(programme, stage, history, rng))]
    return Outline(
        part=part_of(stage),
        title=programme.title,
        number=str(order + 1),
        teams=(programme.team,) if history.with_teams else (),
        year=stage.year,
        order=order,
        lines=tuple(Line(text=text, role=role, start=0, end=0) for role, text in lines),
    )


def _lines(programme: Programme, stage: Stage, history: History, rng: Random) -> Iterator[str]:
    data = words()["lines"]
    suffix = "_held_out" if history.held_out else ""
    things = [thing for _, own in programme.duties.values() for thing in own]
    core = rng.choice([core for core, _ in programme.duties.values()])
    if rng.random() < 0.7:
        yield rng.choice(data[f"purpose{suffix}"]).format(thing=rng.choice(things), other=rng.choice(things), core=core)
    rng.shuffle(things)
    for thing in things[: max(2, round(len(things) * rng.uniform(*history.detail)))]:
        yield rng.choice(data[part_of(stage)]).format(
            thing=thing,
            verb=rng.choice(data["verbs"]),
            count=rng.randint(1, 900),
            unit=rng.choice(data["units"]),
            season=rng.choice(data["seasons"]),
        )
    yield from rng.sample(data[f"common{suffix}"], rng.randint(1, 3))


def _amount(programme: Programme, stage: Stage, number: int, meta: Meta) -> Fact:
    value = str(programme.amount * 1000)
    return Fact(
        id=f"{meta.district}-{stage.year}-{number}",
        kind="programme_budget" if stage.is_results else "required_budget",
        part=part_of(stage),
        programme=programme.title,
        concept="budget.amount" if stage.is_results else "required.amount",
        period=Period(year=stage.year),
        entity=Entity(district=meta.district, department=meta.department),
        value=value,
        unit="KRW",
        decimals=-3,
        raw=value,
        source=FactSource(start=number, end=number + 1),
        status="stated",
        reading=Reading(method="text", confirmed=False),
    )
