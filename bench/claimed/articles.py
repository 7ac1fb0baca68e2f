"""A report and a seed → an article about it, with the truth about each of its figures."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from pathlib import Path
from random import Random
from typing import Any, Literal, NamedTuple

from auditreport import vocab
from auditreport.comparing.made import made
from auditreport.comparing.phases import Timed, timed
from auditreport.schemas import Fact
from auditreport.schemas.material import Material

Truth = Literal["right", "rounded", "altered", "invented", "part", "planned", "later"]


class Told(NamedTuple):
    """A figure of an article: its 1-based line, the truth about it, and the fact that it is made of."""

    line: int
    truth: Truth
    fact: Fact | None
    is_dated: bool


class Article(NamedTuple):
    """An article and the truth about its figures."""

    text: str
    told: tuple[Told, ...]


@cache
def sentences() -> dict[str, Any]:
    """The words of the articles."""
    with Path(__file__).with_name("words.toml").open("rb") as file:
        found: dict[str, Any] = tomllib.load(file)["sentences"]
    return found


def make(report: Material, rng: Random, count: int = 8) -> Article | None:
    """An article of the year after, or of the year of the report; `None` of a report without figures to tell of."""
    usable = list(_usable(report))
    if not usable or report.meta.report_year is None:
        return None
    words = sentences()
    year = report.meta.report_year
    is_later = rng.random() < 0.5
    date = f"{year + 1}-03-10" if is_later else f"{year}-12-15"
    lines = words["head"].format(district=report.meta.district, date=date).split("\n")
    told = []
    for fact, when in rng.sample(usable, min(count, len(usable))):
        truth: Truth = rng.choice(["right", "rounded", "altered", "altered", "invented", "part", "planned", "later"])
        day = when.as_of or _day(report)
        is_dated = rng.random() < 0.5 and day is not None
        lines.append(_sentence(report, fact, truth, rng, day if is_dated else None))
        told.append(Told(len(lines), truth, None if truth == "invented" else fact, is_dated))
    return Article("\n".join(lines) + "\n", tuple(told))


def _usable(report: Material) -> Iterator[tuple[Fact, Timed]]:
    """Figures with a label that no other figure of the year and unit has."""
    times = timed(report)
    labels = Counter((_label(fact), fact.unit, fact.period.year) for fact in report.facts)
    for fact, when in zip(report.facts, times, strict=True):
        label = _label(fact)
        if (
            fact.status == "stated"
            and fact.kind in ("metric", "table")
            and fact.period.year == report.meta.report_year
            and when.phase in ("executed_to_date", "full_year")
            and labels[label, fact.unit, fact.period.year] == 1
            and fact.unit
            and "qualifier" not in fact.dims
            and "of" not in fact.dims
            and Decimal(fact.value) > 0
            and vocab.quotes().key(label)
        ):
            yield fact, when


def _label(fact: Fact) -> str:
    last = (fact.item or "").split(" > ")[-1]
    column = fact.dims.get("column", "").split(" > ")[-1]
    return " ".join(word for word in (last, column) if word)


def _day(report: Material) -> str | None:
    undated = report.meta.model_copy(update={"session_start": None, "published": None})
    day = made(undated, report.facts).day
    return day.isoformat() if day is not None and day.year == report.meta.report_year else None


def _sentence(report: Material, fact: Fact, truth: Truth, rng: Random, day: str | None) -> str:
    words = sentences()
    form = rng.choice(words[truth] if truth in ("part", "planned", "later") else words["plain"])
    value = Decimal(fact.value)
    if truth == "rounded":
        value = _rounded(value)
    elif truth != "right":
        value = max(
            Decimal(1), value + rng.choice([-1, 1]) * max(Decimal(1), (value * Decimal("0.3")).quantize(Decimal(1)))
        )
        value = value if value != Decimal(fact.value) else value + 1
    shown = _shown(value, fact.unit)
    if truth == "rounded" and value != Decimal(fact.value):
        shown = rng.choice(words["about"]).format(value=shown)
    when = f"{fact.period.year}년" + (f" {int(day[5:7])}월 말 현재" if day is not None and truth != "later" else "")
    label = rng.choice(words["invented"]) if truth == "invented" else _label(fact)
    return form.format(district=report.meta.district, when=when, label=label, value=shown)


def _rounded(value: Decimal) -> Decimal:
    """To two digits."""
    return value.quantize(Decimal(1).scaleb(value.adjusted() - 1), ROUND_HALF_UP)


def _shown(value: Decimal, unit: str) -> str:
    """A figure as newspapers print it."""
    if unit != "KRW":
        return f"{value.normalize():,f}{unit}"
    high, low = divmod(int(value), 10**8)
    low, rest = divmod(low, 10**4)
    parts = [f"{high:,}억" if high else "", f"{low:,}만" if low else "", f"{rest:,}" if rest else ""]
    return " ".join(part for part in parts if part) + " 원" if not rest else f"{int(value):,}원"


def reports_with_figures(materials: Sequence[Material]) -> list[Material]:
    """Those that articles can be made about."""
    return [one for one in materials if one.meta.report_year and one.meta.district and any(_usable(one))]
