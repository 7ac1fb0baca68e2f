"""Strokes, as rules."""

from __future__ import annotations

from auditreport.parsers.formats.pdf.content import Content, Stroke
from auditreport.parsers.formats.pdf.glyphs import Turn
from auditreport.parsers.formats.pdf.rules import read_rules

UPRIGHT = Turn(0, 595, 842)


def content(*strokes: Stroke) -> Content:
    return Content(595, 842, strokes=list(strokes))


def line(x0: float, top: float, x1: float, bottom: float) -> Stroke:
    return Stroke("line", (x0, top, x1, bottom), True, False, None)


def test_dots_make_a_rule() -> None:
    dots = [line(50 + 1.5 * i, 100, 50.5 + 1.5 * i, 100) for i in range(100)]
    [rule] = read_rules(content(*dots), UPRIGHT).across
    assert (rule.at, rule.low, rule.high, rule.joints) == (100, 50, 199, [])


def test_pieces_drawn_cell_by_cell_keep_their_joints() -> None:
    [rule] = read_rules(content(line(50, 100, 150, 100), line(150.7, 100, 300, 100)), UPRIGHT).across
    assert (rule.low, rule.high, rule.joints) == (50, 300, [150.35])


def test_thin_filled_box_is_a_rule_and_a_wide_one_is_a_shade() -> None:
    thin = Stroke("rect", (50, 100, 300, 100.7), False, True, (0, 0, 0))
    wide = Stroke("rect", (50, 100, 300, 120), False, True, (0.9, 0.9, 0.9))
    white = Stroke("rect", (50, 200, 300, 220), False, True, (1, 1, 1))
    ruling = read_rules(content(thin, wide, white), UPRIGHT)
    assert [rule.at for rule in ruling.across] == [100.35]
    assert [shade.box for shade in ruling.shades] == [(50, 100, 300, 120)]


def test_box_that_is_stroked_gives_its_sides() -> None:
    ruling = read_rules(content(Stroke("rect", (50, 100, 300, 120), True, False, None)), UPRIGHT)
    assert [rule.at for rule in ruling.across] == [100, 120]
    assert [rule.at for rule in ruling.down] == [50, 300]


def test_slanted_line_is_no_rule() -> None:
    ruling = read_rules(content(line(50, 100, 150, 130)), UPRIGHT)
    assert (ruling.across, ruling.down) == ([], [])


def strip(x0: float, top: float, x1: float, bottom: float) -> Stroke:
    return Stroke("rect", (x0, top, x1, bottom), False, True, (0.9, 0.9, 0.9))


def test_strips_laid_along_their_long_sides_are_a_gradient_and_no_rules() -> None:
    strips = [strip(60, 100 + i, 260, 101 + i) for i in range(12)]
    assert read_rules(content(*strips), UPRIGHT).across == []


def test_strips_joined_at_their_short_ends_are_a_rule() -> None:
    strips = [strip(60 + 20 * i, 100, 80 + 20 * i, 101) for i in range(12)]
    [rule] = read_rules(content(*strips), UPRIGHT).across
    assert (rule.low, rule.high) == (60, 300)
