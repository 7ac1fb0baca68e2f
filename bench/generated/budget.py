"""Budget tables (예산): execution, change against the prior year, sources of funds, yearly needs."""

from __future__ import annotations

from random import Random

from bench.generated.axes import Axis, fill
from bench.generated.example import Example, Path
from bench.generated.words import words


def execution(rng: Random) -> Example:
    """계 and programmes × 예산액, 집행액, 잔액, 집행률, in one level, by dates or by years."""
    budget, columns = words()["budget"], Axis("columns")
    shape = rng.choice(["plain", "plain", "dates", "years"])
    titles: list[Path] = [()]
    if shape == "years":
        year = rng.randint(2013, 2025)
        titles = [(f"{at}{budget['year']}",) for at in (year, year - 1)]
    for above in titles:
        amount = columns.leaf(*above, rng.choice(budget["amount"]))
        if shape == "dates":
            title = rng.choice(budget["executed"][:2])
            columns.leaf(title, rng.choice(budget["to_date"]))
            executed = columns.leaf(title, budget["forecast"])
        else:
            executed = columns.leaf(*above, rng.choice(budget["executed"]))
        order = rng.choice([("rate",), ("rate", "balance"), ("balance",), ("balance", "rate")])
        for name in ("balance",) if shape == "dates" else order:
            at = columns.later(*above, rng.choice(budget[name]))
            if name == "rate":
                columns.rate(at, executed, amount, rng.choice([0, 0, 1, 2]))
            else:
                columns.add(at, [amount], [executed])
    rows = _programmes(rng)
    scale = _scale(rng)
    leaves = [_spent(rng, len(columns.leaves), shape, scale) for _ in rows.leaves]
    return fill("budget execution", _stub(rng, "budget", rows), rows, columns, leaves, _unit(rng, scale), scale)


def change(rng: Random) -> Example:
    """합계 and programmes × this year, the prior year, 증감 and perhaps 증감률."""
    budget, columns = words()["budget"], Axis("columns")
    year = rng.randint(2013, 2026)
    named = rng.random() < 0.5
    suffix = rng.choice([budget["year"], budget["year_budget"]])
    first = columns.leaf(f"{year}{suffix}" if named else rng.choice(budget["amount"][:1]))
    second = columns.leaf(f"{year - 1}{suffix}" if named else rng.choice(budget["prior"]))
    gap = columns.add(columns.later(rng.choice(budget["change"])), [first], [second])
    if rng.random() < 0.5:
        columns.rate(columns.later(rng.choice(budget["change_rate"])), gap, second, rng.choice([1, 2]))
    rows, scale = _programmes(rng), _scale(rng)
    leaves = []
    for _ in rows.leaves:
        now = _money(rng, scale)
        leaves.append([now, now if rng.random() < 0.15 else 0 if rng.random() < 0.06 else _near(rng, now)])
    return fill("budget change", _stub(rng, "budget", rows), rows, columns, leaves, _unit(rng, scale), scale)


def sources(rng: Random) -> Example:
    """계 and programmes × 계 and funds; a programme lacks some funds."""
    columns = Axis("columns")
    funds = rng.choice(words()["funds"]["sets"])
    total = columns.later(rng.choice([*words()["total"]["column"], *words()["budget"]["whole"][:1]]))
    columns.add(total, [columns.leaf(fund) for fund in funds])
    rows, scale = _programmes(rng), _scale(rng)
    leaves = [_gappy(rng, [_money(rng, scale) for _ in funds], 0.35) for _ in rows.leaves]
    return fill("budget by source", _stub(rng, "budget", rows), rows, columns, leaves, _unit(rng, scale), scale)


def needs(rng: Random) -> Example:
    """계 and funds × the whole and years, some of which part into 예산 and 집행."""
    budget, columns, rows = words()["budget"], Axis("columns"), Axis("rows")
    year, deep = rng.randint(2014, 2026), rng.random() < 0.5
    total = columns.later(rng.choice(budget["whole"]))
    titles = _years(rng, year, rng.randint(3, 4) if deep else rng.randint(2, 5))
    parts = []
    for i, title in enumerate(titles):
        if deep and i < 2:
            parts.append(columns.leaf(title, budget["amount"][2]))
            columns.leaf(title, budget["executed"][2])
        else:
            parts.append(columns.leaf(title))
    columns.add(total, parts)
    funds = rng.choice(words()["funds"]["sets"])
    top = rows.later(rng.choice(words()["total"]["row"]))
    rows.add(top, [rows.leaf(fund) for fund in funds])
    empty = [rng.random() < 0.25 for _ in columns.leaves]
    leaves = []
    for _ in rows.leaves:
        nothing = rng.random() < 0.2
        cells = [0 if nothing or empty[i] else rng.randint(1, 400) * 10 for i in range(len(columns.leaves))]
        leaves.append(_executed_like(rng, columns, cells) if deep else cells)
    return fill("yearly needs", (rng.choice(words()["stub"]["source"]),), rows, columns, leaves, _unit(rng, 1))


def _years(rng: Random, year: int, count: int) -> list[str]:
    """Titles of years; in some tables the first gathers all before, the last all after."""
    budget = words()["budget"]
    short = rng.random() < 0.4
    titles = [(f"’{at % 100:02}" if short else str(at)) + budget["year"] for at in range(year, year + count)]
    if rng.random() < 0.5:
        titles[0] += f" {budget['before']}"
        titles[-1] += f" {budget['after']}"
    return titles


def _executed_like(rng: Random, columns: Axis, cells: list[int]) -> list[int]:
    """What is spent of each year's budget: all or nearly."""
    executed = words()["budget"]["executed"][2]
    return [
        (cells[i - 1] if rng.random() < 0.7 else cells[i - 1] * rng.randint(6, 9) // 10)
        if columns.paths[at][-1] == executed
        else cells[i]
        for i, at in enumerate(columns.leaves)
    ]


def _programmes(rng: Random) -> Axis:
    """계 and programmes, or 계, policies with 소계 and their programmes."""
    rows, total = Axis("rows"), words()["total"]
    names = rng.sample(words()["programmes"]["words"], 12)
    top = rows.later(rng.choice(total["row"]))
    if rng.random() < 0.8:
        upkeep = rng.sample(words()["programmes"]["upkeep"], rng.choice([0, 1, 1, 2]))
        rows.add(top, [rows.leaf(name) for name in (*names[: rng.randint(2, 9)], *upkeep)])
        return rows
    parts = []
    for policy in rng.sample(words()["programmes"]["policies"], rng.randint(2, 3)):
        parts.append(at := rows.later(policy, total["sub"]))
        rows.add(at, [rows.leaf(policy, names.pop()) for _ in range(rng.randint(2, 4))])
    rows.add(top, parts)
    return rows


def _stub(rng: Random, name: str, rows: Axis) -> Path:
    if any(len(path) > 1 for path in rows.paths):
        return tuple(rng.choice(words()["stub"]["grouped"]))
    return (rng.choice(words()["stub"][name]),)


def _scale(rng: Random) -> int:
    """Some tables are rounded to 백만원 from 천원, so that sums may be off by one."""
    return 1000 if rng.random() < 0.06 else 1


def _unit(rng: Random, scale: int) -> str:
    units = words()["unit"]["money"]
    return str(units[-1] if scale > 1 else rng.choice(units))


def _money(rng: Random, scale: int) -> int:
    if scale > 1:
        return rng.randint(800, 900_000)
    size = rng.choice([2, 3, 3, 4, 4, 5, 6])
    number = rng.randint(10 ** (size - 1), 10**size)
    return number * rng.choice([1, 1, 10])


def _spent(rng: Random, leaves: int, shape: str, scale: int) -> list[int]:
    """Budget and what is spent of it, for each of the years or dates of a row."""
    out: list[int] = []
    for _ in range(2 if shape == "years" else 1):
        amount = _money(rng, scale)
        spent = amount if rng.random() < 0.15 else 0 if rng.random() < 0.06 else amount * rng.randint(200, 999) // 1000
        out += [amount, *([spent * rng.randint(5, 9) // 10] if shape == "dates" else []), spent]
    return out[:leaves]


def _near(rng: Random, number: int) -> int:
    return max(1, number * rng.randint(60, 150) // 100)


def _gappy(rng: Random, numbers: list[int], share: float) -> list[int]:
    out = [0 if rng.random() < share else number for number in numbers]
    return out if any(out) else numbers
