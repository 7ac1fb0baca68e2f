"""Facts → what each is about (수치의 주제), in words that a report of another year prints alike."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from auditreport import vocab
from auditreport.arithmetic import is_total
from auditreport.schemas import Fact
from auditreport.schemas.material import Material, Setting

# What a later report calls by another name where it looks back.
_CONCEPTS = {
    "budget.prior_amount": "budget.amount",
    "budget.executed_forecast": "budget.executed",
    "metric": "figure",
    "table": "figure",
}
_QUALIFIER, _COLUMN = "qualifier", "column"
# What is left of 추진계획 names nothing.
_SHORT = 2

# A programme of a report → what its counterparts in other reports are called, too.
ProgrammeKey = Callable[[Material, str], str]


class Subject(NamedTuple):
    """What a figure is about.

    Attributes:
        concept: what it measures; the same for text and tables, and for last year's budget and this year's.
        unit: its base unit.
        year: the year that it speaks about.
        programme: the programme, if it stands in one.
        labels: labels of row and column without years, totals and words of phases, in no order: a table may be turned.
        dims: further dimensions.
    """

    concept: str
    unit: str
    year: int
    programme: str
    labels: tuple[str, ...]
    dims: tuple[tuple[str, str], ...]


class Stated(NamedTuple):
    """A fact of a report with what it is about, and the topic of its table where the line above names one."""

    at: int
    subject: Subject
    topic: str | None


def same_title(material: Material, title: str) -> str:
    """The key of a programme that is called alike in every report."""
    del material
    return vocab.statements().subject(title)


def stated(material: Material, programme_key: ProgrammeKey = same_title) -> list[Stated]:
    """The facts of a report that say which year they are about, and where they stand."""
    out = []
    for at, (fact, setting) in enumerate(zip(material.facts, material.settings, strict=True)):
        subject = _subject(fact, material, programme_key)
        if subject is not None:
            out.append(Stated(at, subject, topic_of(setting)))
    return out


def _subject(fact: Fact, material: Material, programme_key: ProgrammeKey) -> Subject | None:
    if fact.period.year is None or fact.status == "ambiguous":
        return None
    labels = _labels(fact)
    concept = _CONCEPTS.get(fact.concept, fact.concept)
    if concept == "figure" and not labels and fact.programme is None:
        return None
    return Subject(
        concept,
        fact.unit,
        fact.period.year,
        programme_key(material, fact.programme) if fact.programme else "",
        labels,
        _dims(fact),
    )


def _labels(fact: Fact) -> tuple[str, ...]:
    words = vocab.phases()
    segments = [*(fact.item or "").split(" > "), *fact.dims.get(_COLUMN, "").split(" > ")]
    own = vocab.squash(fact.entity.department or "")
    kept = []
    for segment in segments:
        bare = vocab.statements().subject(segment).replace(f"({own})", "")
        if bare and bare != own and not is_total(segment) and not words.of_label(segment, money=True):
            kept.append(bare)
    return tuple(sorted(set(kept)))


def _dims(fact: Fact) -> tuple[tuple[str, str], ...]:
    plain = vocab.statements().qualifiers
    return tuple(
        (name, vocab.squash(value))
        for name, value in sorted(fact.dims.items())
        if name != _COLUMN and not (name == _QUALIFIER and value in plain)
    )


def topic_of(setting: Setting) -> str | None:
    """The topic of a table; `None` where the line above it is a heading that any table may have."""
    topic = vocab.statements().topic(setting.lead) if setting.lead else ""
    is_section = vocab.headings().section
    if not topic or is_section(topic) or (len(topic) <= _SHORT and is_section(setting.lead or "")):
        return None
    return topic
