"""Facts of reports → what an article would call each (근거), to find those that a sentence may be about."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from auditreport import vocab
from auditreport.arithmetic import is_total
from auditreport.comparing.claims.quoted import Quoted
from auditreport.comparing.made import made
from auditreport.comparing.phases import Timed, timed
from auditreport.comparing.restatements.subjects import topic_of
from auditreport.schemas import Fact
from auditreport.schemas.material import Material, Setting

_TO_DATE = "executed_to_date"
_GENERAL = ("metric", "table")


class Evidence(NamedTuple):
    """A fact of a report.

    Attributes:
        fact: the fact.
        material: its report.
        timed: its phase and date; the date of the report's figures where it is a result without its own.
        keys: sets of words of which one has to be said: its innermost label, its column, what it measures.
        whole: all that is printed around it, without spaces.
        topic: the words of its programme, its outer labels and the line above its table.
    """

    fact: Fact
    material: Material
    timed: Timed
    keys: tuple[tuple[str, ...], ...]
    whole: str
    topic: tuple[str, ...]

    def is_named_by(self, quoted: Quoted, *, loosely: bool = False) -> bool:
        """Whether a sentence says its labels, one of them beside the figure; `loosely`: on either side."""
        near = quoted.beside if loosely else quoted.near
        said = vocab.squash(quoted.sentence)
        if not self.keys or not all(any(word in said for word in key) for key in self.keys):
            return False
        # What is measured has to be said beside the figure; of a row and its column, either.
        beside = self.keys if self.fact.concept in _GENERAL else self.keys[-1:]
        return any(word in near for key in beside for word in key)

    @property
    def weight(self) -> int:
        """How much its labels say: two syllables such as 점검 fit many a sentence."""
        return sum(max(map(len, key)) for key in self.keys)

    def topics_in(self, quoted: Quoted) -> int:
        """How many words of its topic the sentence says beside its labels."""
        rest = vocab.squash(quoted.sentence)
        for word in sorted((word for key in self.keys for word in key), key=len, reverse=True):
            rest = rest.replace(word, " ")
        return sum(word in rest for word in self.topic)

    def not_in(self, quoted: Quoted) -> list[str]:
        """The words that a sentence says of the figure and the report does not print around its own."""
        said = quoted.clause if self.is_named_by(quoted) else (*quoted.clause, *quoted.behind)
        return [word for word in said if word not in self.whole]


def gather(reports: Sequence[Material]) -> dict[str, list[Evidence]]:
    """The facts of reports that can be told by their labels, by unit."""
    out: dict[str, list[Evidence]] = defaultdict(list)
    for report in reports:
        day = made(report.meta.model_copy(update={"session_start": None, "published": None}), report.facts).day
        for fact, setting, when in zip(report.facts, report.settings, timed(report), strict=True):
            is_dated = when.as_of is not None or when.phase != _TO_DATE or day is None or day.year != fact.period.year
            shown = when if is_dated else when._replace(as_of=day.isoformat() if day else None)
            out[vocab.quotes().unit(fact.unit)].append(_evidence(fact, setting, shown, report))
    return out


def _evidence(fact: Fact, setting: Setting, when: Timed, report: Material) -> Evidence:
    words = vocab.quotes()
    outer, keys = _keys(fact)
    lead = topic_of(setting)
    if not keys and fact.concept in _GENERAL:
        # The total of a table whose columns tell measures only: what the line above or the programme names.
        named_by = next((found for text in (lead, fact.programme) if text and (found := words.key(text))), ())
        keys = tuple((word,) for word in named_by)
    around = (fact.programme, fact.subprogramme, setting.heading, setting.lead, setting.caption, *setting.titles)
    named = [text for text in (*around, *setting.labels, fact.item, *fact.dims.values()) if text]
    meta = report.meta
    concept = words.concepts.get(fact.concept, ())
    own = (meta.district, meta.department, meta.council)
    whole = vocab.squash(" ".join((*named, *concept, *(text for text in own if text))))
    topic = [text for text in (fact.programme, *outer, lead) if text]
    return Evidence(fact, report, when, keys, whole, tuple(dict.fromkeys(w for text in topic for w in words.key(text))))


def _keys(fact: Fact) -> tuple[list[str], tuple[tuple[str, ...], ...]]:
    """The outer labels of a fact, and the sets of words of which a sentence says one each."""
    words = vocab.quotes()
    labels, columns = _bare(fact.item), _bare(fact.dims.get("column"))
    dims = [value for name, value in fact.dims.items() if name not in ("column", "qualifier", "fund")]
    inner = [*labels[-1:], *columns, *dims]
    keys: list[tuple[str, ...]] = [(word,) for label in inner for word in words.key(label)]
    if fact.concept not in _GENERAL:
        own = words.concepts.get(fact.concept)
        if own is None:
            return labels[:-1], ()
        keys = [key for key in keys if key[0] not in own]
        whose = fact.programme or fact.entity.department or ""
        named: list[tuple[str, ...]] = keys or [(word,) for word in words.key(whose)]
        keys = [*named, own] if named else []
    return labels[:-1], tuple(keys)


def _bare(path: str | None) -> list[str]:
    """The labels of a path without totals and years, which say nothing of what is counted."""
    bare = vocab.statements().bare
    return [label for label in map(bare, (path or "").split(" > ")) if label and not is_total(label)]
