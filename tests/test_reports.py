"""Reports written for tests, read whole: the golden of their facts, and the figures that a person read off it."""

from __future__ import annotations

import difflib
import re
import tomllib
import unicodedata
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from auditreport.pipeline import Read, read_path
from auditreport.schemas import Fact

FOLDER = Path(__file__).parent / "fixtures" / "reports"
CASES = sorted(path.parent.name for path in FOLDER.glob("*/case.toml"))

PRESS, DAEGU, GWANGJU, SUWON = (
    "26350_haeundae_2022_press",
    "27000_daegu_2023_environment",
    "29000_gwangju_2024_ai",
    "41110_suwon_2023_accounting",
)

# Figures of case.toml that are not read yet, or not as they should be: fixture, line, numeral → why. A line of
# this table that has become wrong fails, so that what is mended leaves it.
MISSES: dict[tuple[str, int, str], str] = {
    (PRESS, 39, "7,902"): "지난해 in front of a figure is not read as its year",
    (PRESS, 39, "313"): "that the sum by which something grew (늘었다) is a figure of what grew is not understood",
    (PRESS, 39, "4.0"): "the same",
    (PRESS, 39, "4,640"): "the noun (사회복지 분야에) stands behind the figure and its particle",
    (DAEGU, 61, "9,840"): "a sum behind an arrow is labelled with the words in front of it, not with the bullet above",
    (GWANGJU, 60, "4,806"): "words of a cell (연면적) come into the item; a person read the row label alone",
    (GWANGJU, 60, "150"): "the same",
    (GWANGJU, 61, "500"): "the same",
    (GWANGJU, 76, "3,860"): "the second of two figures side by side (42개교 3,860명) takes only the noun behind it",
    (SUWON, 53, "38"): "parts whose whole stands behind them (총 77대) come into the item, not into dims.of",
    (SUWON, 53, "17"): "the same",
    (SUWON, 53, "22"): "the same",
}

# The same for what case.toml says of the report as a whole: fixture, field → why.
META_MISSES: dict[tuple[str, str], str] = {
    ("48740_changnyeong_2021_planning_audit", "department"): "named by a contact note inside a programme alone",
}


@cache
def case(name: str) -> dict[str, Any]:
    return tomllib.loads((FOLDER / name / "case.toml").read_text(encoding="utf-8"))


@cache
def read(name: str) -> Read:
    return read_path(FOLDER / name / "source.txt")


def squash(label: str | None) -> str:
    """A label as far as it is compared: no white space, quotes, brackets; one kind of middle dot."""
    folded = unicodedata.normalize("NFKC", label or "").lower()
    return re.sub(r"[\s'\"‘’“”「」()\[\]<>《》:·․・ㆍ‧∙•,./-]", "", folded)


def nfc(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def is_alike(wanted: str | None, given: str | None) -> bool:
    one, other = squash(wanted), squash(given)
    if one == other:
        return True
    if not one or not other:
        return False
    if min(len(one), len(other)) >= 4 and (one in other or other in one):
        return True
    return difflib.SequenceMatcher(None, one, other).ratio() >= 0.8


def choices(wanted: dict[str, Any], name: str) -> list[Any]:
    """What a case wants, and what it tolerates instead."""
    others = wanted.get(f"{name}_alt", [])
    return [wanted.get(name), *(others if isinstance(others, list) else [others])]


def path(item: str | None, of: str | None) -> list[str]:
    return [part for part in f"{item or ''} > {of or ''}".split(" > ") if part.strip()]


def has_item(wanted: dict[str, Any], fact: Fact) -> bool:
    """Whether the label says the same; that of a metric may be cut elsewhere, but its last part must be there."""
    if wanted.get("item") is None or wanted["kind"] == "staffing":
        return True
    if wanted["kind"] != "metric":
        return any(is_alike(item, fact.item) for item in choices(wanted, "item"))
    wants = path(wanted["item"], wanted.get("dims", {}).get("of"))
    given = path(fact.item, fact.dims.get("of"))
    whole = difflib.SequenceMatcher(None, squash("".join(wants)), squash("".join(given))).ratio()
    return any(is_alike(wants[-1], part) for part in given) or whole >= 0.6


def has_dims(wanted: dict[str, Any], fact: Fact) -> bool:
    return any(
        all(
            is_alike(value, fact.dims.get(name))
            for name, value in dims.items()
            if (fact.kind, name) != ("metric", "of")
        )
        and not (fact.kind == "staffing" and {"grade", "job_class"} & (set(fact.dims) - set(dims)))
        for dims in choices(wanted, "dims")
    )


def wrongs(wanted: dict[str, Any], fact: Fact) -> list[str]:
    """What a fact of the right line, kind and value says otherwise than a person read it."""
    checks = {
        "concept": fact.concept in choices(wanted, "concept"),
        "unit": any(squash(unit) == squash(fact.unit) for unit in choices(wanted, "unit")),
        "raw": nfc(fact.raw) in [nfc(raw) for raw in choices(wanted, "raw") if raw],
        "part": fact.part in choices(wanted, "part"),
        "programme": any(is_alike(title, fact.programme) for title in choices(wanted, "programme")),
        "subprogramme": wanted.get("subprogramme") is None
        or any(is_alike(title, fact.subprogramme) for title in choices(wanted, "subprogramme")),
        "item": has_item(wanted, fact),
        "dims": has_dims(wanted, fact),
        "year": wanted.get("year") is None or fact.period.year in choices(wanted, "year"),
        "as_of": wanted.get("as_of") is None or fact.period.as_of in choices(wanted, "as_of"),
    }
    return [name for name, holds in checks.items() if not holds]


def fits(wanted: dict[str, Any], fact: Fact) -> bool:
    kinds = [wanted["kind"], *wanted.get("kind_alt", [])]
    return fact.kind in kinds and fact.source.line == wanted["line"] and float(fact.value) == float(wanted["value"])


def matched(name: str) -> tuple[list[tuple[dict[str, Any], Fact | None, list[str]]], list[Fact]]:
    """Each wanted figure with the fact that says it best, each fact for one figure only; and the facts left over."""
    left = list(read(name).facts)
    wanted = sorted(case(name)["facts"], key=lambda one: one["need"] != "required")
    pairs = sorted(
        (
            (len(wrongs(one, fact)), i, k)
            for i, one in enumerate(wanted)
            for k, fact in enumerate(left)
            if fits(one, fact)
        ),
    )
    given: dict[int, int] = {}
    for _, i, k in pairs:
        if i not in given and k not in given.values():
            given[i] = k
    out = []
    for i, one in enumerate(wanted):
        fact = left[given[i]] if i in given else None
        out.append((one, fact, wrongs(one, fact) if fact is not None else ["missing"]))
    return out, [fact for k, fact in enumerate(left) if k not in given.values()]


@pytest.mark.parametrize("name", CASES)
def test_the_facts_of_a_report_are_those_of_its_golden(name: str, check_golden: Callable[[Path, str], None]) -> None:
    lines = [fact.model_dump_json(exclude_defaults=True, exclude={"entity"}) for fact in read(name).facts]
    check_golden(FOLDER / name / "facts.golden.jsonl", "".join(f"{line}\n" for line in lines))


@pytest.mark.parametrize("name", CASES)
def test_every_figure_that_a_person_read_is_found_in_its_place_but_for_the_known_misses(name: str) -> None:
    pairs, _ = matched(name)
    assert len(pairs) == len(case(name)["facts"])
    wrong = {
        (name, one["line"], one["raw"]): ", ".join(why) for one, _, why in pairs if why and one["need"] == "required"
    }
    known = {key for key in MISSES if key[0] == name}
    assert {key: why for key, why in wrong.items() if key not in known} == {}
    assert known - set(wrong) == set(), "these are read rightly now: take them off MISSES"


@pytest.mark.parametrize("name", CASES)
def test_nothing_is_read_that_the_report_does_not_state(name: str) -> None:
    _, left = matched(name)
    assert [(fact.source.line, fact.kind, fact.raw, fact.item) for fact in left if fact.status != "ambiguous"] == []


@pytest.mark.parametrize("name", CASES)
def test_who_reports_on_which_years_is_told_but_for_the_known_misses(name: str) -> None:
    meta = read(name).report.meta.model_dump()
    wrong = {field for field, value in case(name)["meta"].items() if meta[field] != value}
    known = {field for one, field in META_MISSES if one == name}
    assert wrong == known


def test_each_case_names_its_troubles_and_its_encoding() -> None:
    assert len(CASES) >= 10
    for name in CASES:
        assert case(name)["troubles"]
        document = read(name).document
        assert document.source.encoding == case(name)["encoding"].removesuffix("-sig")


def test_known_misses_name_fixtures_that_are_there() -> None:
    assert {key[0] for key in MISSES} | {key[0] for key in META_MISSES} <= set(CASES)
