"""Staffing tables (인력): 정원, 현원 and 과부족 by grades, job classes and departments."""

from __future__ import annotations

from random import Random

from bench.generated.axes import Axis, fill
from bench.generated.example import Example
from bench.generated.words import words


def by_grade(rng: Random) -> Example:
    """정원/현원/과부족 × 계, grades of the general class and other classes, in one level or two."""
    columns = Axis("columns")
    two = rng.random() < 0.7
    total = columns.later(rng.choice(words()["total"]["column"]))
    parts = _two_levels(rng, columns) if two else _one_level(rng, columns)
    columns.add(total, parts)
    leaves = [_quota(rng, columns, at) for at in columns.leaves]
    quota = _with_gaps(rng, leaves)
    rows = _people(rng)
    return fill(
        "staffing by grade",
        _stub(rng, "staffing"),
        rows,
        columns,
        [quota, _moved(rng, quota)],
        words()["unit"]["people"],
    )


def by_department(rng: Random) -> Example:
    """정원/현원/과부족 × 계 and departments."""
    columns = Axis("columns")
    total = columns.later(rng.choice(words()["total"]["column"]))
    columns.add(total, [columns.leaf(name) for name in rng.sample(words()["departments"]["words"], rng.randint(2, 6))])
    quota = [rng.randint(3, 38) for _ in columns.leaves]
    rows = _people(rng)
    return fill(
        "staffing by department",
        _stub(rng, "staffing"),
        rows,
        columns,
        [quota, _moved(rng, quota)],
        words()["unit"]["people"],
    )


def departments_down(rng: Random) -> Example:
    """계 and departments × 정원, 현원 and 과부족, or these over grades."""
    quota, headcount, gap = words()["staffing"]["rows"]
    columns, rows = Axis("columns"), Axis("rows")
    wide = rng.random() < 0.4
    if wide:
        grades = _grades(rng)[1:4]
        for title in (quota, headcount):
            total = columns.later(title, rng.choice([words()["total"]["column"][0], words()["total"]["sub"]]))
            columns.add(total, [columns.leaf(title, grade) for grade in grades])
    else:
        first, second = columns.leaf(quota), columns.leaf(headcount)
        columns.add(columns.later(gap), [second], [first])
    total = rows.later(rng.choice(words()["total"]["row"]))
    rows.add(total, [rows.leaf(name) for name in rng.sample(words()["departments"]["words"], rng.randint(3, 9))])
    leaves = []
    for _ in rows.leaves:
        half = [_small(rng, 0.15) for _ in range(len(columns.leaves) // 2)] if wide else [rng.randint(3, 30)]
        leaves.append([*half, *_moved(rng, half)])
    return fill(
        "staffing, departments down", _stub(rng, "department"), rows, columns, leaves, words()["unit"]["people"]
    )


def _people(rng: Random) -> Axis:
    rows = Axis("rows")
    quota, headcount, gap = words()["staffing"]["rows"]
    first, second = rows.leaf(quota), rows.leaf(headcount)
    rows.add(rows.later(gap), [second], [first])
    return rows


def _stub(rng: Random, name: str) -> tuple[str]:
    return (rng.choice(words()["stub"][name]),)


def _grades(rng: Random) -> list[str]:
    grades = words()["staffing"][rng.choice(["grades", "grades", "grades", "high", "low"])]
    return list(grades[rng.choice([0, 0, 1]) :])


def _one_level(rng: Random, columns: Axis) -> list[int]:
    titles = [*_grades(rng), *rng.sample(words()["staffing"]["plain"]["words"], rng.choice([0, 1, 1, 2]))]
    return [columns.leaf(title) for title in titles]


def _two_levels(rng: Random, columns: Axis) -> list[int]:
    graded = words()["staffing"]["graded"]
    groups = [(rng.choice(words()["staffing"]["general"]), _grades(rng))]
    groups += [(name, graded[name]) for name in rng.sample(sorted(graded), rng.choice([0, 1, 1, 2, 2]))]
    parts = []
    subtotals = rng.random() < 0.3
    for name, grades in groups:
        if not subtotals:
            parts += [columns.leaf(name, grade) for grade in grades]
            continue
        parts.append(total := columns.later(name, words()["total"]["sub"]))
        columns.add(total, [columns.leaf(name, grade) for grade in grades])
    taken = {name for name, _ in groups}
    plain = [name for name in words()["staffing"]["plain"]["words"] if name not in taken]
    return parts + [columns.leaf(name) for name in rng.sample(plain, rng.choice([0, 0, 1, 1, 2]))]


def _quota(rng: Random, columns: Axis, at: int) -> int:
    """A number of people such as a title has: one head, many in the middle grades, few in other classes."""
    path = columns.paths[at]
    if path[-1] in words()["staffing"]["heads"] or (len(path) > 1 and at > len(columns.paths) * 2 // 3):
        return _small(rng, 0.3, 2)
    return _small(rng, 0.1, rng.choice([4, 9, 9, 20]))


def _small(rng: Random, nothing: float, most: int = 9) -> int:
    return 0 if rng.random() < nothing else rng.randint(1, most)


def _with_gaps(rng: Random, numbers: list[int]) -> list[int]:
    """Some columns that hold nobody at all, as forms with all job classes have them."""
    share = rng.choice([0, 0, 0.2, 0.4, 0.5])
    out = [0 if rng.random() < share else number for number in numbers]
    return out if sum(map(bool, out)) > 1 else numbers


def _moved(rng: Random, quota: list[int]) -> list[int]:
    """Heads in place of posts: most as many, some off by a few; where there is no post, rarely somebody."""
    return [
        max(0, number + rng.choice([0, 0, 0, 1, -1, 1, -2, 2, 3]))
        if number
        else (rng.randint(1, 3) if rng.random() < 0.06 else 0)
        for number in quota
    ]
