"""Fingerprints: the same for the same cause whatever the layout, others for other causes."""

from __future__ import annotations

from tests.checks.making import budget, checked

ROWS = (("계", "1,100", "700"), ("감사", "600", "400"), ("민원", "400", "300"))
HEAD = ("구분", "예산액", "전년도 예산액")


def prints(text: str) -> list[str]:
    return [one.fingerprint for one in checked(text).discrepancies]


def test_same_under_other_spaces_and_lines():
    text = budget(*ROWS, head=HEAD)
    moved = text.replace("\n\n", "\n\n\n").replace("| ", "|   ").replace("감사", "감 사")
    assert prints(text) == prints(moved) != []


def test_same_under_other_bullets():
    line = " {} 고충민원 처리 : 1,532건(오프라인 496, 온라인 1,026)\n"
    circle, dash = (prints("□ 추진실적\n" + line.format(mark)) for mark in "○-")
    assert circle == dash != []


def test_others_for_other_causes():
    other = (("계", "1,200", "700"), *ROWS[1:])
    assert prints(budget(*ROWS, head=HEAD)) != prints(budget(*other, head=HEAD))


def test_two_causes_that_look_alike_are_told_apart():
    line = " ○ 고충민원 처리 : 1,532건(오프라인 496, 온라인 1,026)\n"
    twice = prints("□ 추진실적\n" + line + line)
    assert len(set(twice)) == 2
