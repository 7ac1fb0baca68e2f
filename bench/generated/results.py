"""Tables of results (추진실적, 현황): counts by category, by year, and by two levels of categories."""

from __future__ import annotations

from random import Random

from bench.generated.axes import Axis, fill
from bench.generated.example import Example
from bench.generated.words import words


def by_category(rng: Random) -> Example:
    """Perhaps 계, and kinds × 계 and categories."""
    rows, columns = Axis("rows"), Axis("columns")
    total = columns.later(rng.choice(words()["total"]["column"]))
    titles = rng.choice(words()["results"]["columns"])
    columns.add(total, [columns.leaf(title) for title in titles])
    _kinds(rng, rows, set(titles))
    return fill(
        "results by category",
        (_stub(rng, "results"),),
        rows,
        columns,
        _counts(rng, rows, columns),
        words()["unit"]["cases"],
    )


def by_year(rng: Random) -> Example:
    """Years × 계 and categories."""
    rows, columns = Axis("rows"), Axis("columns")
    total = columns.later(rng.choice(words()["total"]["column"]))
    columns.add(total, [columns.leaf(title) for title in rng.choice(words()["results"]["columns"])])
    first, count = rng.randint(2011, 2022), rng.randint(2, 5)
    years = [rows.later(f"{at}{words()['budget']['year']}") for at in range(first, first + count)]
    rows.leaves = years
    if rng.random() < 0.3:
        rows.paths.insert(0, (words()["total"]["row"][0],))
        rows.leaves = [at + 1 for at in years]
        rows.add(0, rows.leaves)
    return fill(
        "results by year", (_stub(rng, "year"),), rows, columns, _counts(rng, rows, columns), words()["unit"]["cases"]
    )


def grouped(rng: Random) -> Example:
    """계, groups of categories (with or without 소계 or 계), and categories that stand for themselves."""
    rows, columns = Axis("rows"), Axis("columns")
    total = columns.later(rng.choice(words()["total"]["column"]))
    inner = rng.choice([words()["total"]["sub"], words()["total"]["column"][0], ""])
    groups = rng.sample(words()["results"]["grouped"], rng.choice([1, 1, 2, 2, 3]))
    plain = rng.sample(words()["results"]["plain"], rng.choice([0, 1, 1, 2, 3]))
    order: list[tuple[str, list[str]]] = [*groups, *((name, []) for name in plain)]
    if rng.random() < 0.5:
        rng.shuffle(order)
    parts = []
    for name, titles in order:
        if not titles:
            parts.append(columns.leaf(name))
        elif inner:
            parts.append(at := columns.later(name, inner))
            columns.add(at, [columns.leaf(name, title) for title in titles])
        else:
            parts += [columns.leaf(name, title) for title in titles]
    columns.add(total, parts)
    _kinds(rng, rows, set())
    return fill(
        "results in groups",
        (_stub(rng, "results"),),
        rows,
        columns,
        _counts(rng, rows, columns),
        words()["unit"]["cases"],
    )


def measured(rng: Random) -> Example:
    """Kinds × years, each over two measures that do not add up across (건수, 금액)."""
    rows, columns = Axis("rows"), Axis("columns")
    year = rng.randint(2012, 2024)
    measures = rng.sample(words()["results"]["measures"], 2)
    titles = [f"{at}{words()['budget']['year']}" for at in range(year, year + rng.randint(2, 4))]
    if rng.random() < 0.5:
        titles.insert(0, words()["total"]["column"][0])
    ats = [[columns.later(title, measure) for measure in measures] for title in titles]
    summed = 1 if titles[0] in words()["total"]["column"] else 0
    columns.leaves = [at for pair in ats[summed:] for at in pair]
    for i in range(2 if summed else 0):
        columns.add(ats[0][i], [pair[i] for pair in ats[1:]])
    _kinds(rng, rows, set())
    return fill(
        "results by measure",
        (_stub(rng, "results"),),
        rows,
        columns,
        _counts(rng, rows, columns),
        words()["unit"]["cases"],
    )


def _stub(rng: Random, name: str) -> str:
    return str(rng.choice(words()["stub"][name]))


def _kinds(rng: Random, rows: Axis, taken: set[str]) -> None:
    """Kinds as rows, three times of four with 계 above them."""
    kinds = rng.choice([k for k in words()["results"]["kinds"] if not taken & set(k)])
    if rng.random() < 0.75:
        top = rows.later(rng.choice(words()["total"]["row"]))
        rows.add(top, [rows.leaf(kind) for kind in kinds])
        return
    for kind in kinds:
        rows.leaf(kind)


def _counts(rng: Random, rows: Axis, columns: Axis) -> list[list[int]]:
    most, nothing = rng.choice([9, 60, 60, 900, 9000]), rng.choice([0, 0.1, 0.2, 0.35])
    empty = [rng.random() < rng.choice([0, 0, 0.2]) for _ in columns.leaves]
    return [[0 if gone or rng.random() < nothing else rng.randint(1, most) for gone in empty] for _ in rows.leaves]
