"""Two readings of a figure and its shapes: when it is sure."""

from __future__ import annotations

import pytest

pytest.importorskip("cv2", reason="the extra ocr is not installed: make ocr")

from auditreport.parsers.formats.ocr.figures import fits_shapes, has_commas, is_aligned, is_plausible, same
from auditreport.parsers.formats.ocr.segments import Part


def shapes(*sizes: tuple[int, int]) -> list[Part]:
    return [Part(40 * i, 0, 40 * i + wide, high, i) for i, (wide, high) in enumerate(sizes)]


def test_readings_that_differ_in_commas_alone_are_the_same() -> None:
    assert same("67540", "67,540")


def test_comma_and_point_are_not_the_same() -> None:
    assert not same("2.855", "2,855")


def test_empty_readings_agree_on_nothing() -> None:
    assert not same("", "")


@pytest.mark.parametrize(
    ("text", "expected"),
    [("4,848,436", True), ("4,.848,.436", False), ("1,23", False), ("22(24)", True), ("2224)", True)],
)
def test_commas_stand_three_digits_apart(text: str, expected: bool) -> None:
    assert is_plausible(text) is expected


def test_shape_more_than_digits_is_a_sign_that_was_lost() -> None:
    assert not fits_shapes("3", shapes((30, 32), (20, 34)))


def test_digits_that_touch_are_one_wide_shape() -> None:
    assert fits_shapes("84,600", shapes((23, 37), (24, 37), (8, 12), (22, 37), (48, 36)))


def test_sign_of_percent_is_one_to_three_shapes() -> None:
    assert fits_shapes("57%", shapes((20, 36), (21, 36), (14, 16), (10, 36), (14, 16)))


def test_marks_below_the_ground_line_are_commas_whatever_was_read() -> None:
    digits = [Part(20 * i, 0, 20 * i + 15, 30, i) for i in (0, 1, 3, 4, 5)]
    comma, point = Part(42, 27, 47, 35, 9), Part(42, 26, 46, 30, 9)
    assert has_commas("84,600", [*digits, comma])
    assert not has_commas("84,600", [*digits, point])
    assert not has_commas("84600", [*digits, comma])


def test_shapes_of_one_height_on_one_line_are_digits() -> None:
    assert is_aligned([Part(0, 0, 9, 30, 1), Part(12, 1, 21, 30, 2), Part(24, 26, 29, 34, 3)])
    assert not is_aligned([Part(0, 0, 15, 18, 1), Part(18, 0, 24, 34, 2)])
    assert not is_aligned([Part(0, 0, 30, 31, 1), Part(40, 0, 70, 31, 2)])
