"""Figures of an article against facts of reports → a verdict on each; abstaining is one of them."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from auditreport import vocab
from auditreport.comparing.claims.agreement import Held, hold
from auditreport.comparing.claims.evidence import Evidence, gather
from auditreport.comparing.claims.quoted import Quoted, quote
from auditreport.comparing.restatements.find import label_of
from auditreport.schemas.claims import Claim, MatchingFact, Verdict
from auditreport.schemas.discrepancy import Message
from auditreport.schemas.material import Material

_ARTICLE = "press_article"
_TO_DATE, _WHOLE, _PLANNED = "executed_to_date", "full_year", "planned"
_WORDED = ("forecast", "original_budget", "revised")
# Fewer digits than these are found in every report by chance.
_TELLING = 3
_SHOWN = 5
_WON = "KRW"


class _Found(NamedTuple):
    verdict: Verdict
    matches: Sequence[Evidence] = ()
    note: str | None = None
    words: str = ""


def test_claims(article: Material, reports: Sequence[Material]) -> tuple[Claim, ...]:
    """Each figure of an article: supported, rounded, contradicted, undecided, or not in the reports.

    A figure is contradicted only if one figure of the reports is about the same thing, the same year, phase and unit,
    nothing that the article says beside it is missing around that figure, and no rounding explains the difference.
    Articles among the reports, the article itself, and reports of other local governments are no evidence.
    """
    district = article.meta.district
    used = [
        report
        for report in reports
        if report.sha256 != article.sha256
        and report.meta.doc_kind != _ARTICLE
        and (district is None or report.meta.district is None or report.meta.district == district)
    ]
    evidence = gather(used)
    return tuple(
        _claim(quoted, _test(quoted, [one for unit in quoted.unit for one in evidence.get(unit, ())], district))
        for quoted in quote(article)
    )


def _test(quoted: Quoted, evidence: Sequence[Evidence], district: str | None) -> _Found:
    said = [one for one in evidence if _year_fits(one, quoted) and one.is_named_by(quoted, loosely=True)]
    held = {one.fact.id: hold(quoted, one.fact) for one in said}
    agreeing = [one for one in said if held[one.fact.id] in ("supported", "coarser", "rounded")]
    fitting = [one for one in agreeing if _phase_fits(one, quoted)]
    if fitting:
        return _shadow(quoted, said, fitting) or _agreed(fitting, held)
    if agreeing:
        return _Found("undecided", agreeing, "phase")
    named = [one for one in said if one.is_named_by(quoted)] or said
    if not named:
        return _by_value(quoted, evidence)
    return _disagreed(quoted, _nearest(named, quoted), held, district)


def _shadow(quoted: Quoted, said: Sequence[Evidence], fitting: Sequence[Evidence]) -> _Found | None:
    """Why figures that agree support nothing: another one is named better, or a small number is said of a part."""
    best = max(one.weight for one in fitting)
    closer = [one for one in said if one.weight > best and one.is_named_by(quoted)]
    if closer:
        return _Found("undecided", (*closer, *fitting), "several")
    left = min((one.not_in(quoted) for one in fitting), key=len)
    if left and _digits(quoted) < _TELLING:
        return _Found("undecided", fitting, "scope", ", ".join(left))
    return None


def _digits(quoted: Quoted) -> int:
    """The digits of a figure from its first to its last that is not zero."""
    return len(quoted.fact.value.replace(".", "").replace("-", "").strip("0"))


def _agreed(fitting: Sequence[Evidence], held: dict[str, Held]) -> _Found:
    for how in ("supported", "coarser"):
        found = [one for one in fitting if held[one.fact.id] == how]
        if found and any(one.fact.status != "ambiguous" for one in found):
            return _Found("supported", found, "coarser" if how == "coarser" else None)
    if all(one.fact.status == "ambiguous" for one in fitting):
        return _Found("undecided", fitting, "uncertain")
    return _Found("rounded", [one for one in fitting if held[one.fact.id] == "rounded"], "rounded")


def _by_value(quoted: Quoted, evidence: Sequence[Evidence]) -> _Found:
    """What is said of a figure whose labels no report prints: the same number may stand there all the same."""
    if _digits(quoted) >= _TELLING:
        same = [one for one in evidence if Decimal(one.fact.value) == Decimal(quoted.fact.value)]
        if same:
            return _Found("undecided", same, "elsewhere")
    return _Found("not_found")


def _nearest(named: Sequence[Evidence], quoted: Quoted) -> list[Evidence]:
    """The candidates whose topic the article says most of."""
    most = max(one.topics_in(quoted) for one in named)
    return [one for one in named if one.topics_in(quoted) == most]


def _disagreed(quoted: Quoted, named: Sequence[Evidence], held: dict[str, Held], district: str | None) -> _Found:
    """What is said of a figure about which the reports print another one."""
    one, *others = named
    if any(Decimal(other.fact.value) != Decimal(one.fact.value) for other in others):
        return _Found("undecided", named, "several")
    left = one.not_in(quoted)
    if left:
        return _Found("undecided", named, "scope", ", ".join(left))
    reason = _doubt(quoted, one, held[one.fact.id], district)
    return _Found("undecided", named, reason) if reason else _Found("contradicted", named, "differs")


def _doubt(quoted: Quoted, one: Evidence, held: Held, district: str | None) -> str | None:
    """Why a figure is not held to be contradicted, if it is not."""
    if one.fact.status == "ambiguous" or one.fact.reading.method == "ocr":
        return "uncertain"
    if district is None or one.material.meta.district != district:
        return "district"
    if quoted.year is None or one.fact.period.year is None:
        return "year"
    if held == "open" or "qualifier" in one.fact.dims:
        return "round"
    return None if _is_same_phase(one, quoted) else "phase"


def _year_fits(one: Evidence, quoted: Quoted) -> bool:
    return quoted.year is None or one.fact.period.year is None or quoted.year == one.fact.period.year


def _phase_fits(one: Evidence, quoted: Quoted) -> bool:
    """Whether nothing that the sentence says speaks for another phase."""
    return quoted.phase is None or one.timed.phase is None or quoted.phase == one.timed.phase


def _is_same_phase(one: Evidence, quoted: Quoted) -> bool:
    """Whether a figure and a sentence are surely about the same phase, and up to the same day."""
    phase = one.timed.phase
    if one.fact.concept in vocab.quotes().moving:
        return quoted.day is not None and quoted.day == one.timed.as_of
    if phase is None:
        return quoted.phase is None and (quoted.day is None or quoted.day == one.timed.as_of)
    if phase in _WORDED:
        return quoted.phase == phase
    if phase == _PLANNED:
        return quoted.phase == _PLANNED
    if phase == _WHOLE:
        return quoted.phase is None and quoted.is_over and quoted.day is None
    return phase == _TO_DATE and quoted.phase is None and quoted.day is not None and quoted.day == one.timed.as_of


def _claim(quoted: Quoted, found: _Found) -> Claim:
    fact = quoted.fact
    return Claim(
        fact=fact.id,
        raw=fact.raw,
        value=fact.value,
        unit=fact.unit,
        label=" ".join(quoted.words) or None,
        year=quoted.year,
        line=fact.source.line,
        page=fact.source.page,
        sentence=quoted.sentence,
        verdict=found.verdict,
        matches=tuple(_matching(one) for one in found.matches[:_SHOWN]),
        note=_note(found) if found.note else None,
    )


def _note(found: _Found) -> Message:
    first = found.matches[0].fact if found.matches else None
    texts = vocab.quotes().notes[found.note or ""]
    values = {"ko": "", "en": ""}
    if first is not None:
        digits = f"{Decimal(first.value):,f}"
        unit = vocab.checks().scales[0] if first.unit == _WON else first.unit
        values = {"ko": f"{digits}{unit}", "en": f"{digits} {first.unit}".strip()}
    return Message(**{lang: text.format(value=values[lang], words=found.words) for lang, text in texts.items()})


def _matching(one: Evidence) -> MatchingFact:
    fact = one.fact
    return MatchingFact(
        fact=fact.id,
        path=one.material.path,
        line=fact.source.line,
        page=fact.source.page,
        raw=fact.raw,
        value=fact.value,
        unit=fact.unit,
        label=label_of(fact),
        year=fact.period.year,
        as_of=one.timed.as_of,
        phase=one.timed.phase,
        confirmed=fact.reading.confirmed,
    )
