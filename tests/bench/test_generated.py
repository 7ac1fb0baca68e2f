"""What a generated table claims of itself: its arithmetic, its lines, and that a seed gives the same again."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from random import Random

import pytest

from bench.generated.example import Example, Rate, Sum
from bench.generated.layout import flatten
from bench.generated.make import make
from bench.generated.noise import spoil
from bench.generated.style import Style

SEEDS = range(400)
PLAIN = Style("dash, empty columns vanish", "middle", False, "no", True, False, "above", "△", 7)


@pytest.fixture(scope="module")
def made() -> list:
    return [make(seed) for seed in SEEDS]


def staffing() -> Example:
    """A table in the manner of a real one: two levels, an empty column, a class that stands for itself."""
    columns = (("계",), ("일반직", "6급"), ("일반직", "7급"), ("일반직", "8급"), ("임기제",))
    return Example(
        "staffing",
        ("구분",),
        columns,
        (("정원",), ("현원",), ("과부족",)),
        tuple(tuple(map(Decimal, row)) for row in ((9, 5, 0, 3, 1), (8, 4, 0, 4, 0), (-1, -1, 0, 1, -1))),
        (Sum("columns", 0, (1, 2, 3, 4)), Sum("rows", 2, (1,), (0,))),
        "명",
        printed=(("9", "5", "", "3", "1"), ("8", "4", "", "4", "-"), ("△1", "△1", "", "1", "△1")),
    )


def test_values_obey_the_laws_of_their_table(made: list) -> None:
    assert {m.seed: m.example.breaks() for m in made if m.example.breaks()} == {}


def test_law_that_is_broken_is_named() -> None:
    example = staffing()
    assert example.breaks() == []
    rate = Rate(4, 1, 0, 0)
    assert [why.split(": ")[0] for why in Example(**{**fields(example), "laws": (rate,)}).breaks()] == [str(rate)] * 3


def fields(example: Example) -> dict:
    return {name: getattr(example, name) for name in Example.__dataclass_fields__}


def test_flattened_tokens_are_the_cells_that_print_something(made: list) -> None:
    for m in made:
        cells = Counter((r, c, text) for r, row in enumerate(m.example.printed) for c, text in enumerate(row) if text)
        assert Counter((t.row, t.column, t.text) for t in m.flat.tokens) == cells


def test_tokens_stand_where_they_say_in_order_of_columns(made: list) -> None:
    for m in made:
        for token in m.flat.tokens:
            assert m.flat.lines[token.line][token.start :].split(" ")[0] == token.text
        assert list(m.flat.tokens) == sorted(m.flat.tokens)


def test_same_seed_gives_the_same_table() -> None:
    assert [make(seed) for seed in range(20)] == [make(seed) for seed in range(20)]


def test_noise_changes_one_digit_of_one_figure_and_notes_the_truth() -> None:
    for seed in range(100):
        plain, noisy = make(seed), make(seed, noise=True)
        wrong = noisy.wrong
        assert wrong is not None
        changed = [
            (r, c)
            for r, row in enumerate(plain.example.printed)
            for c, text in enumerate(row)
            if text != noisy.example.printed[r][c]
        ]
        assert changed == [(wrong.row, wrong.column)]
        assert plain.example.printed[wrong.row][wrong.column] == wrong.truth
        assert sum(a != b for a, b in zip(wrong.truth, wrong.printed, strict=True)) == 1


def test_wrong_digit_counts_the_sums_that_it_breaks() -> None:
    found = [spoil(staffing(), Random(seed)) for seed in range(40)]
    broken = {(wrong.row, wrong.column): wrong.broken for _, wrong in filter(None, found)}
    assert set(broken.values()) == {2}
    assert len(broken) > 6


def test_groups_stand_above_their_titles_and_single_titles_between() -> None:
    assert flatten(staffing(), PLAIN).lines[:3] in {
        ("일반직", "구 분 계 임 기 제", "6급 7급 8급"),
        ("일반직", "구 분 계 임기제", "6급 7급 8급"),
        ("일 반 직", "구 분 계 임기제", "6급 7급 8급"),
        ("일 반 직", "구 분 계 임 기 제", "6급 7급 8급"),
    }


def test_header_may_run_together_in_one_line() -> None:
    flat = flatten(staffing(), PLAIN._replace(header="joined", spaced=False, remarks=True))
    assert (flat.header, flat.lines[0]) == (1, "구분 계 일반직 임기제 비고 6급 7급 8급")


def test_empty_cells_vanish_from_the_rows() -> None:
    assert flatten(staffing(), PLAIN._replace(spaced=False)).lines[3:] == (
        "정원 9 5 3 1",
        "현원 8 4 4 -",
        "과부족 △1 △1 1 △1",
    )


def test_blank_lines_and_page_numbers_stand_between_the_lines() -> None:
    airy = flatten(staffing(), PLAIN._replace(spaced=False, page="blank lines"))
    assert airy.lines[::2] == flatten(staffing(), PLAIN._replace(spaced=False)).lines
    broken = flatten(staffing(), PLAIN._replace(spaced=False, page="page break"))
    assert broken.lines.count("- 1 -") == 1
    assert all(broken.lines[token.line][token.start :].startswith(token.text) for token in broken.tokens)


def test_words_of_remarks_stand_behind_the_figures() -> None:
    plain = flatten(staffing(), PLAIN._replace(remarks=True, spaced=False)).lines
    noted = flatten(staffing(), PLAIN._replace(remarks=True, spaced=False, notes=True, seed=1)).lines
    assert [line.removeprefix(other).strip() != "" for line, other in zip(noted, plain, strict=True)].count(True) >= 1
    assert all(line.startswith(other) for line, other in zip(noted, plain, strict=True))


def test_each_variant_is_made(made: list) -> None:
    seen = Counter(name for m in made for name in m.variants)
    assert {name: count for name, count in seen.items() if count < 3} == {}
    assert len(seen) >= 40
