"""What is told of a figure: its place, its proofs, and how its column was sought."""

from __future__ import annotations

from typing import Any

import pytest

from auditreport.render.explained import explained_text
from auditreport.schemas import FactSource
from auditreport.schemas.explanation import Change, Explanation, Likely, Operand, Proof, Search
from tests.render.making import doubtful, fact

SEARCH: dict[str, Any] = {
    "columns": ("계", "4급", "5급"),
    "figures": ("3", "1"),
    "arrangements": 1,
    "by_order": 1,
    "by_sums": 1,
    "by_rules": 0,
    "is_cut": False,
    "closed": (),
    "broken": (),
}


def told(lang: str = "en", **fields: Any) -> list[str]:
    """The lines of a paragraph, without what stands in the margin."""
    given: dict[str, Any] = {"fact": fact("3", item="정원"), "text": "정원 3명", "at": 3, "proofs": ()}
    text = explained_text("r.pdf", [Explanation(**given | fields)], lambda message: message, lang)
    return [line[14:] if line.startswith("  ") else line for line in text.splitlines()]


@pytest.mark.parametrize(
    ("source", "where"),
    [
        ({"line": 7}, "r.pdf, line 7, characters 3 to 4"),
        ({"page": 2, "bbox": (10.0, 20.06, 30.0, 41.0)}, "r.pdf, p. 2, [10.0, 20.1, 30.0, 41.0]"),
        ({"path": "section 1, table 2"}, "r.pdf, section 1, table 2"),
    ],
)
def test_place_is_a_line_a_box_on_a_page_or_a_path(source: dict[str, Any], where: str) -> None:
    assert told(fact=fact("3", source=FactSource(start=3, end=4, **source)))[1] == where


def test_states_name_places_or_readings() -> None:
    assert "ambiguous: 2 columns are possible" in told(fact=doubtful("7", 2))
    assert "the likeliest first: 0 | 1" in told(fact=doubtful("7", 2))
    misread = fact("7", status="ambiguous", candidates=({"raw": "7"}, {"raw": "1"}))
    assert "read off a scan in several ways: 7, 1" in told(fact=misread)


def test_proof_names_its_rule_how_it_closes_and_what_tells_its_figures_apart() -> None:
    one = Operand(raw="1", label="정원 · 4급", concept="staffing.quota", line=4)
    two = Operand(raw="2", label="정원 · 5급", concept="staffing.quota", page=5)
    whole = Operand(raw="3", label="정원", concept="staffing.quota")
    proof = Proof(rule="AR101", formula="1 + 2 = 3", operands=(one, two, whole), is_exact=True, announced=True)
    lines = told(proofs=(proof,))
    assert "AR101  1 + 2 = 3" in lines
    assert "  1 정원 · 4급 (line 4) · 2 정원 · 5급 (p. 5) · 3 정원" in lines
    by_chance = proof.model_copy(update={"is_exact": False, "announced": False})
    assert "AR101  1 + 2 = 3 (within rounding) (nothing but the figures tells so)" in told(proofs=(by_chance,))
    assert "No equation of the report closes over this figure." in told()


def test_figures_of_one_place_are_named_once() -> None:
    same = Operand(raw="3", label="정원", concept="staffing.quota", line=4)
    proof = Proof(rule="AR306", formula="3 = 3", operands=(same, same), is_exact=True, announced=True)
    assert "  정원 (line 4)" in told(proofs=(proof,))


@pytest.mark.parametrize(
    ("changed", "line"),
    [
        ({"figures": ("3", "1", "2")}, "The row has 3 figures, one for each column."),
        ({}, "The row has 2 figures for 3 columns; its empty cells were lost."),
        ({"arrangements": 2}, "The header can be divided into columns in 2 ways; this is one of them."),
        ({"is_cut": True}, "The search was given up for its size; every place that the order allows is left."),
        ({"by_order": 1200}, "Placings that keep the order of the figures: 1,200"),
        ({"closed": ("계 = 4급 + 5급",), "by_sums": 4}, "of these, placings that also close what follows: 4"),
        ({"closed": ("계 = 4급 + 5급",), "by_sums": 4}, "  계 = 4급 + 5급"),
        ({"rules": (Likely(code="x", ko="한 명", en="one head"),), "by_rules": 1}, "  one head"),
        ({"broken": ("계 = 4급",)}, "No placing closes:"),
        ({"by_sums": 2}, "A copy of the report whose tables keep their cells (HWP, HWPX, PDF) would decide it."),
    ],
)
def test_search_tells_what_was_tried_and_what_is_left(changed: dict[str, Any], line: str) -> None:
    assert line in told(search=Search(**SEARCH | changed))


def test_change_is_shown_as_it_would_be() -> None:
    change = Change(kind="split", label="도로", was=("2575",), becomes=("257", "5"), mended=2)
    assert "도로: 2575 → 257 5 (two figures run together)" in told(changes=(change,))


def test_beginning_of_a_long_line_is_left_out_and_the_mark_stays_below_the_numeral() -> None:
    lines = told(text="가" * 80 + " 3명 " + "나" * 80, at=81)
    shown, mark = lines[2], lines[3]
    assert (shown[0], shown[-1]) == ("…", "…")
    assert mark.index("^") == 1 + 2 * 59 + 1
