"""Rules that meet, as cells."""

from __future__ import annotations

from auditreport.parsers.formats.pdf.lattice import Slot, find_frames
from auditreport.parsers.formats.pdf.rules import Rule, Ruling


def ruling(across: list[tuple[float, float, float]], down: list[tuple[float, float, float]]) -> Ruling:
    return Ruling([Rule(*piece) for piece in across], [Rule(*piece) for piece in down], [])


def test_open_sides_are_closed_where_the_rules_end() -> None:
    [frame], loose = find_frames(ruling([(100, 50, 350), (120, 50, 350), (140, 50, 350)], [(150, 100, 140)]))
    assert (frame.xs, frame.ys, loose) == ([50, 150, 350], [100, 120, 140], [])
    assert frame.layout == "rules"
    assert len(frame.slots) == 4


def test_missing_inner_rule_merges_cells() -> None:
    across = [(100, 50, 350), (120, 150, 350), (140, 50, 350)]
    down = [(50, 100, 140), (150, 100, 140), (250, 120, 140), (350, 100, 140)]
    [frame], _ = find_frames(ruling(across, down))
    assert frame.layout == "lattice"
    assert frame.slots == [Slot(0, 0, 2, 1), Slot(0, 1, 1, 2), Slot(1, 1), Slot(1, 2)]


def test_double_rules_are_one() -> None:
    across = [(100, 50, 350), (101.1, 50, 350), (140, 50, 350)]
    [frame], _ = find_frames(ruling(across, [(150, 100, 140), (151.5, 100, 140)]))
    assert (len(frame.xs), len(frame.ys)) == (3, 2)


def test_boxes_joined_by_lines_are_no_frame() -> None:
    across = [(100, 50, 120), (120, 50, 120), (100, 200, 270), (120, 200, 270), (110, 120, 200)]
    down = [(50, 100, 120), (120, 100, 120), (200, 100, 120), (270, 100, 120)]
    frames, loose = find_frames(ruling(across, down))
    assert frames == []
    assert len(loose) == 5


def test_empty_corner_keeps_the_frame() -> None:
    across = [(100, 150, 350), (120, 50, 350), (140, 50, 350)]
    down = [(150, 100, 140), (250, 100, 140)]
    [frame], _ = find_frames(ruling(across, down))
    assert len(frame.xs) == 4
