"""The facts of a report → the figures that fit an indicator, and those that may."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from auditreport.comparing.cells.labels import Fit, fit, own_labels
from auditreport.schemas import Fact
from auditreport.schemas.indicator import Indicator
from auditreport.schemas.material import Material, Setting
from auditreport.vocab.comparing import comparing

# Kinds of facts whose concept tells what they measure, for a department as a whole.
_WHOLE_KINDS = ("staffing", "budget")


class Found(NamedTuple):
    """A figure that fits an indicator.

    Attributes:
        programme: the programme that it is about; null for the department.
    """

    indicator: Indicator
    fact: Fact
    setting: Setting
    fit: Fit
    programme: str | None = None


def find(material: Material, indicators: Mapping[str, Indicator]) -> Iterator[Found]:
    """All figures of a report that fit indicators, in the order of the report."""
    by_concept = {one.concept: one for one in indicators.values() if one.concept is not None}
    searched = [one for one in indicators.values() if one.find is not None]
    for fact, setting in zip(material.facts, material.settings, strict=True):
        concept = _concept(fact)
        if concept in by_concept:
            yield from _by_concept(by_concept[concept], fact, setting)
        elif fact.kind in ("metric", "table"):
            yield from _by_words(searched, fact, setting)


def _concept(fact: Fact) -> str:
    # A figure for the year before is one of that year.
    return "budget.amount" if fact.concept == "budget.prior_amount" else fact.concept


def _by_concept(indicator: Indicator, fact: Fact, setting: Setting) -> Iterator[Found]:
    if fact.kind in _WHOLE_KINDS:
        if _is_whole(fact):
            yield Found(indicator, fact, setting, Fit.CLOSE)
    elif fact.programme is not None and "column" not in fact.dims:
        programme = " > ".join(title for title in (fact.programme, fact.subprogramme) if title)
        yield Found(indicator, fact, setting, Fit.CLOSE, programme)


def _is_whole(fact: Fact) -> bool:
    """Whether a figure is one of the whole department: no grade, no line of the budget, no income."""
    words = comparing()
    if any(name != "side" or value not in words.spending for name, value in fact.dims.items()):
        return False
    return all(label in words.measures for label in own_labels(fact))


def _by_words(searched: list[Indicator], fact: Fact, setting: Setting) -> Iterator[Found]:
    if "of" in fact.dims or not _is_count(fact):
        return
    for indicator in searched:
        finding = indicator.find
        if finding is None or fact.unit not in finding.units:
            continue
        how = fit(fact, setting, finding)
        if how is not Fit.NOT:
            yield Found(indicator, fact, setting, how)


def _is_count(fact: Fact) -> bool:
    """Whether a figure counts what was done: bounds (10명 이내) and rates (월 1회) do not."""
    qualifiers = fact.dims.get("qualifier", "")
    return all(word in comparing().counted for word in qualifiers.split(",") if word)
