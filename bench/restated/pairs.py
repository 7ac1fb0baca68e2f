"""A seed → two reports of one department, and what the later says of figures of the earlier."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from random import Random
from typing import Any, Literal, NamedTuple

from bench.restated.printing import MILLIONS, THOUSANDS, Mark, Money, Sheet, head, table

Expected = Literal["same", "changed", "phase", "apart"]


class Item(NamedTuple):
    """A figure of each report and what is true of them.

    Attributes:
        case: what the pair is made to test.
        expected: `same` or `changed`; `phase`: of another phase; `apart`: not about the same.
        then, now: where they stand.
    """

    case: str
    expected: Expected
    then: Mark
    now: Mark


@dataclass(slots=True)
class Pair:
    """Two reports and the truth about them."""

    seed: int
    then: Sheet = field(default_factory=Sheet)
    now: Sheet = field(default_factory=Sheet)
    items: list[Item] = field(default_factory=list)

    def note(self, case: str, expected: Expected, then: Mark, now: Mark) -> None:
        """Keep the truth about two figures."""
        self.items.append(Item(case, expected, then, now))


@cache
def words() -> dict[str, Any]:
    """The words of the reports."""
    with Path(__file__).with_name("words.toml").open("rb") as file:
        return tomllib.load(file)


def make(seed: int) -> Pair:
    """The pair of a seed."""
    rng = Random(f"restated:{seed}")
    pair = Pair(seed)
    year, month = rng.randrange(2014, 2025), rng.choice([2, 11])
    report = words()["report"]
    who = rng.choice(report["districts"]), rng.choice(report["departments"])
    head(pair.then, *who, year, month)
    head(pair.now, *who, year + 1, month)
    for sheet in (pair.then, pair.now):
        sheet.add("# I. 일반현황", "", "## 1 예산현황", "")
    rng.choice([_voted, _voted, _bare, _phases, _spent])(pair, rng, year)
    _title(pair, year, month)
    programmes = rng.sample(report["programmes"], 2)
    for number, (programme, part) in enumerate(zip(programmes, _parts(rng), strict=True), 1):
        for sheet in (pair.then, pair.now):
            sheet.add("", f"## {number} {programme}", "")
        part(pair, rng, year, month)
    return pair


def _parts(rng: Random) -> list[Callable[[Pair, Random, int, int], None]]:
    return rng.sample([_years, _years, _needs, _counts], 2)


def _title(pair: Pair, year: int, month: int) -> None:
    """The heading of the part that follows: results of the year in November, plans for it in February."""
    for sheet, of in ((pair.then, year), (pair.now, year + 1)):
        sheet.add("", "# II. 주요업무 추진실적" if month == 11 else f"# II. {of}년 주요업무계획", "")


def _amounts(rng: Random, count: int) -> list[int]:
    return [rng.randrange(1_000, 400_000) * 1000 for _ in range(count)]


def _moved(rng: Random, won: int, money: Money) -> int:
    """Another amount, which is another one in the unit too."""
    step = 10**money.zeros
    by = rng.randrange(2 * step, max(won // 4, 3 * step))
    return won + (by if won - by < step or rng.random() < 0.5 else -by)


def _budget_table(
    pair: Pair, rng: Random, year: int, titles: tuple[str, str], fates: Callable[[], Expected], case: str
) -> None:
    """The budget of a year in its own report and in the next, row by row."""
    names = [*rng.sample(words()["report"]["rows"], rng.randrange(2, 6)), words()["report"]["upkeep"]]
    then_money, now_money = THOUSANDS, rng.choice([THOUSANDS, THOUSANDS, *MILLIONS])
    amounts, fates_of = _amounts(rng, len(names)), [fates() for _ in names]
    again = [
        won if fate == "same" else _moved(rng, won, now_money) for won, fate in zip(amounts, fates_of, strict=True)
    ]
    next_year = _amounts(rng, len(names))
    first, second = (title.format(year=year) for title in titles)
    now_names = [name.replace(" ", "") if rng.random() < 0.2 else name for name in names]
    pair.then.add(f"(단위: {then_money.unit})", "")
    then_lines = table(
        pair.then, ["단위사업명", first], [[n, then_money.text(won)] for n, won in zip(names, amounts, strict=True)]
    )
    pair.now.add(f"(단위: {now_money.unit})", "")
    now_lines = table(
        pair.now,
        ["단위사업명", words()["budget"]["own"].format(year=year + 1), second],
        [[n, now_money.text(a), now_money.text(b)] for n, a, b in zip(now_names, next_year, again, strict=True)],
    )
    unit = "" if then_money == now_money else ", cut off" if now_money.cut else ", other unit"
    for at, fate in enumerate(fates_of):
        raw, beside = now_money.text(again[at]), now_money.text(next_year[at])
        then = Mark(then_lines[at], then_money.text(amounts[at]))
        pair.note(f"{case}{unit}", fate, then, Mark(now_lines[at], raw, int(raw == beside)))


def _fates(rng: Random) -> Callable[[], Expected]:
    return lambda: "changed" if rng.random() < 0.35 else "same"


def _bare(pair: Pair, rng: Random, year: int) -> None:
    budget = words()["budget"]
    titles = rng.choice(budget["bare"]), rng.choice(budget["bare_again"])
    _budget_table(pair, rng, year, titles, _fates(rng), "budget, no phase told")


def _voted(pair: Pair, rng: Random, year: int) -> None:
    budget = words()["budget"]
    side = rng.choice(["voted", "changed"])
    titles = rng.choice(budget[side]), rng.choice(budget[f"{side}_again"])
    _budget_table(pair, rng, year, titles, _fates(rng), "budget, same phase")


def _phases(pair: Pair, rng: Random, year: int) -> None:
    budget = words()["budget"]
    one, other = rng.choice([("voted", "changed"), ("changed", "voted"), ("bare", "voted"), ("bare", "changed")])
    titles = rng.choice(budget[one]), rng.choice(budget[f"{other}_again"])
    _budget_table(pair, rng, year, titles, lambda: "phase", "budget, other phase")


def _spent(pair: Pair, rng: Random, year: int) -> None:
    budget = words()["budget"]
    titles = rng.choice(budget["spent"]), rng.choice(budget["spent_again"])
    _budget_table(pair, rng, year, titles, lambda: "phase", "spending, other date")


def _years(pair: Pair, rng: Random, year: int, month: int) -> None:
    """A table of three years in both reports; two of the years are in both."""
    del month
    report = words()["report"]
    cases = rng.sample(report["cases"], 3)
    names = [name for case in cases for name in (case if rng.random() < 0.4 else case[:1])]
    first, second = [year - 3, year - 2, year - 1], [year - 2, year - 1, year]
    then = {(name, of): rng.randrange(3, 30_000) for name in names for of in first}
    now = dict(then) | {(name, year): rng.randrange(3, 30_000) for name in names}
    fates: dict[tuple[str, int], Expected] = {}
    for key in [(name, of) for name in names for of in first[1:]]:
        fates[key] = "changed" if rng.random() < 0.3 else "same"
        if fates[key] == "changed":
            now[key] = then[key] + rng.choice([-1, 1, 10, -2, 100, 27])
    called = {name: name for name in names}
    if rng.random() < 0.4:
        lost = rng.choice([case[0] for case in cases])
        called[lost] = report["renamed"][lost]
        fates |= {key: "apart" for key in fates if key[0] == lost}
    turned = rng.random() < 0.5, rng.random() < 0.5
    lead = rng.choice(report["tables"])
    places = [
        _year_table(sheet, (lead, names if sheet is pair.then else list(called.values())), of, values, turn)
        for sheet, of, values, turn in (
            (pair.then, first, then, turned[0]),
            (pair.now, second, {(called[name], of): value for (name, of), value in now.items()}, turned[1]),
        )
    ]
    for (name, of), fate in fates.items():
        pair.note(
            "three years" + (", renamed" if fate == "apart" else ""),
            fate,
            places[0][name, of],
            places[1][called[name], of],
        )


_Placed = dict[tuple[str, int], Mark]


def _year_table(
    sheet: Sheet, called: tuple[str, list[str]], years: list[int], values: dict[tuple[str, int], int], turned: bool
) -> _Placed:
    """A table with a row or, `turned`, a column for each year."""
    lead, names = called
    sheet.add("○ 추진계획", "", f"※ {lead}(최근 3개년)", "", "(단위 : 건)", "")
    down, across = (
        ([str(of) + "년" for of in years], names) if not turned else (names, [str(of) + "년" for of in years])
    )
    keys = [[(b, a) if not turned else (a, b) for b in across] for a in down]
    cells = [[f"{values[_key(*key)]:,}" for key in row] for row in keys]
    lines = table(sheet, ["구 분", *across], [[a, *row] for a, row in zip(down, cells, strict=True)])
    sheet.add("")
    return {
        _key(*key): Mark(line, raw, texts[:at].count(raw))
        for line, row, texts in zip(lines, keys, cells, strict=True)
        for at, (key, raw) in enumerate(zip(row, texts, strict=True))
    }


def _key(name: str, of: str) -> tuple[str, int]:
    return name, int(of.removesuffix("년"))


def _needs(pair: Pair, rng: Random, year: int, month: int) -> None:
    """Yearly needs of a programme: in the next report the years of the plan come again."""
    del month
    funds = rng.choice(words()["report"]["funds"])
    years = [year + 1, year + 2, year + 3]
    then = {(fund, of): rng.randrange(500, 90_000) * 1000 for fund in funds for of in years}
    now: dict[tuple[str, int], int] = {}
    fates: dict[tuple[str, int], Expected] = {}
    now_money = rng.choice([THOUSANDS, THOUSANDS, *MILLIONS])
    for key, won in then.items():
        fates[key] = "changed" if rng.random() < 0.3 else "same"
        now[key] = _moved(rng, won, now_money) if fates[key] == "changed" else won
    places = [
        _need_table(pair.then, funds, years, then, THOUSANDS),
        _need_table(pair.now, funds, years, now, now_money),
    ]
    for key, fate in fates.items():
        pair.note(
            "yearly needs" + ("" if now_money == THOUSANDS else ", other unit"), fate, places[0][key], places[1][key]
        )


def _need_table(
    sheet: Sheet, funds: list[str], years: list[int], values: dict[tuple[str, int], int], money: Money
) -> _Placed:
    sheet.add("□ 연차별 소요예산", "", f"(단위 : {money.unit})", "")
    sheet.row("재원별", "연차별 소요재원", *[""] * (len(years) - 1))
    cells = [[money.text(values[fund, of]) for of in years] for fund in funds]
    titles = ["", *(f"{of}년" for of in years)]
    lines = table(sheet, titles, [[fund, *row] for fund, row in zip(funds, cells, strict=True)])
    sheet.add("")
    return {
        (fund, of): Mark(line, raw, row[:at].count(raw))
        for fund, line, row in zip(funds, lines, cells, strict=True)
        for at, (of, raw) in enumerate(zip(years, row, strict=True))
    }


def _counts(pair: Pair, rng: Random, year: int, month: int) -> None:
    """Counts in running text: of the year so far, and in the next report of the whole year; or of a year before."""
    cases = rng.sample(words()["report"]["cases"], 3)
    for sheet in (pair.then, pair.now):
        sheet.add("□ 추진실적", "")
    for name, alike in cases:
        count = rng.randrange(5, 3000)
        old = year - 1
        if month == 11 and rng.random() < 0.5:
            later = count + rng.randrange(1, 400)
            pair.then.add(f"○ {name} : {count:,}건")
            pair.now.add(f"○ {year}년 {name} : {later:,}건", f"○ {alike} : {rng.randrange(5, 3000):,}건")
            expected: Expected = "phase"
            now_line = len(pair.now.lines) - 1
        else:
            expected = "changed" if rng.random() < 0.4 else "same"
            later = count + (rng.choice([-2, 1, 30]) if expected == "changed" else 0)
            pair.then.add(f"○ {old}년 {name} : {count:,}건")
            pair.now.add(f"○ {old}년 {name} : {later:,}건", f"○ {old}년 {alike} : {rng.randrange(5, 3000):,}건")
            now_line = len(pair.now.lines) - 1
        case = "count, so far and whole" if expected == "phase" else "count of a year"
        pair.note(case, expected, Mark(len(pair.then.lines), f"{count:,}"), Mark(now_line, f"{later:,}"))
