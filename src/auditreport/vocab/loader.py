"""TOML files of this folder → compiled vocabularies, each loaded once and on first use.

One typed view for each file of words keeps it longer than other modules.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, lru_cache
from typing import Any, NamedTuple

from auditreport.vocab.own import tables_of

_DOTS = re.compile(r"[·․‧∙•ㆍ･・]")
_NOT_LETTERS = re.compile(r"[\s'\"‘’“”`´「」『』<>〈〉《》*#:：,]+")
_SPACED = re.compile(r"(?<![^\s(\[])[가-힣](?: {1,3}[가-힣])+(?![^\s)\]:：(])")


@cache
def _load(name: str) -> dict[str, Any]:
    return tables_of(name)


@cache
def pattern(name: str) -> re.Pattern[str]:
    """The compiled pattern `name` of patterns.toml."""
    return re.compile(_expand(name))


def _expand(name: str) -> str:
    raw: str = _load("patterns")["patterns"][name]
    if "{" not in raw:
        return raw
    parts = re.split(r"(\{\{|\}\}|\{[a-z_]+\})", raw)
    out = []
    for part in parts:
        if part in ("{{", "}}"):
            out.append(part[0])
        elif re.fullmatch(r"\{[a-z_]+\}", part):
            out.append(f"(?:{_expand(part[1:-1])})")
        else:
            out.append(part)
    return "".join(out)


@cache
def squash(text: str) -> str:
    """Fold a label for comparison: no white space, quotes or colons, one kind of middle dot, lower case."""
    return _DOTS.sub("·", _NOT_LETTERS.sub("", text)).lower()


@lru_cache(maxsize=4096)
def join_spaced(text: str) -> str:
    """Join letter-spaced words (예 산 액 → 예산액) and fold runs of white space; real word spaces stay.

    A run of syllables that stand alone is one word when nothing else is in the label, or when it has three syllables
    or more; shorter runs inside a sentence stay as they are.

    >>> join_spaced("민 원 관 리 팀")
    '민원관리팀'
    >>> join_spaced("기본 경비")
    '기본 경비'
    """
    text = " ".join(text.split())
    if " " not in text:
        return text

    def joined(match: re.Match[str]) -> str:
        run = match.group()
        whole = match.start() == 0 and (match.end() == len(text) or text[match.end() :].lstrip()[:1] in "(:：[")
        return run.replace(" ", "") if whole or run.count(" ") >= 2 else run

    return _SPACED.sub(joined, text)


class Marks(NamedTuple):
    """Signs that open bullets, part contents entries, or stand for minus and zero."""

    rank: dict[str, int]
    letters: frozenset[str]
    letter_rank: int
    leaders: str
    negative: frozenset[str]
    minus: str
    dash: frozenset[str]
    roman: str
    circled: str
    filled: str
    answers: frozenset[str]


@cache
def marks() -> Marks:
    """The vocabulary of marks.toml."""
    data = _load("marks")
    numbers = data["numbers"]
    return Marks(
        rank={sign: group["rank"] for group in data["mark"] for sign in group["signs"]},
        letters=frozenset(data["symbol_font"]["letters"]),
        letter_rank=data["symbol_font"]["rank"],
        leaders=data["contents"]["leaders"],
        negative=frozenset(data["signs"]["negative"]),
        minus=data["signs"]["negative"][0],
        dash=frozenset(data["signs"]["dash"]),
        roman=numbers["roman"],
        circled=numbers["circled"],
        filled=numbers["filled"],
        answers=frozenset(data["answer"]["signs"]),
    )


class Headings(NamedTuple):
    """What the words of a heading tell: the part of a report, the role of a section."""

    parts: tuple[tuple[str, tuple[str, ...]], ...]
    sections: dict[str, str]
    stems: tuple[tuple[str, str], ...]
    contents: frozenset[str]
    contents_columns: frozenset[str]
    terminal: frozenset[str]
    opening: frozenset[str]

    def part(self, title: str) -> str | None:
        """Part (overview, results, plan, new_plan) that a heading of the highest level names."""
        folded = _bare(title)
        for name, words in self.parts:
            if any(word in folded for word in words):
                return name
        return None

    def section(self, title: str) -> str | None:
        """Role of the section that `title` opens: by the whole title, else by its last word; `None` if unknown."""
        bare = _bare(title)
        found = self.sections.get(bare)
        if found is None and len(bare) <= 12:
            found = next((role for stem, role in self.stems if bare.endswith(stem)), None)
        return found


@cache
def _bare(title: str) -> str:
    """A heading without numbers, years, brackets and separators."""
    folded = squash(title)
    folded = re.sub(r"\([^)]*\)|\[[^\]]*\]", "", folded)
    folded = re.sub(r"(?:19|20)\d{2}년?도?\.?|[\d.]+", "", folded)
    return re.sub(r"[·()\[\]\-~/&]", "", folded)


@cache
def headings() -> Headings:
    """The vocabulary of headings.toml."""
    data = _load("headings")
    return Headings(
        parts=tuple((part["name"], tuple(map(_bare, part["words"]))) for part in data["part"]),
        sections={_bare(word): section["role"] for section in data["section"] for word in section["words"]},
        stems=tuple((stem, role) for role, stems in data["stems"].items() for stem in stems),
        contents=frozenset(data["contents"]["words"]),
        contents_columns=frozenset(data["contents"]["columns"]),
        terminal=frozenset(data["order"]["terminal"]),
        opening=frozenset(data["order"]["opening"]),
    )


class Units(NamedTuple):
    """Units, counters and what they are worth."""

    money: dict[str, Decimal]
    multipliers: dict[str, int]
    rates: frozenset[str]
    points: frozenset[str]
    counters: tuple[str, ...]
    after_each: tuple[str, ...]
    not_counters: tuple[str, ...]
    ordinal_below: dict[str, int]
    per: tuple[str, ...]
    duration: frozenset[str]
    duration_needs_sign: frozenset[str]
    duration_signs: tuple[str, ...]
    not_before: dict[str, tuple[str, ...]]
    column_units: tuple[tuple[str, str], ...]
    names: dict[str, str]
    count_ending: str
    money_titles: tuple[str, ...]
    area_titles: tuple[str, ...]
    areas: frozenset[str]
    needs_before: dict[str, tuple[str, ...]]
    thing: str
    keeps_each: frozenset[str]
    drops_each: tuple[str, ...]
    about: str
    short_money: str
    short_money_before: tuple[str, ...]
    won: str
    spaced: tuple[str, ...]
    people: str
    each: str
    english: dict[str, str]

    def name_of(self, unit: str) -> str:
        """What a counter counts (회 → 횟수); the counter itself where no name is known."""
        return self.names.get(unit, unit)

    def of_column(self, title: str) -> str | None:
        """Unit that the words of a column title tell (건수 → 건, 절감률 → %)."""
        folded = squash(title)
        for ending, unit in self.column_units:
            if folded.endswith(ending):
                return unit
        if folded in self.counters and len(folded) > 1:
            return folded
        if folded.endswith(self.count_ending) and folded[:-1] in self.counters:
            return folded[:-1]
        return None


@cache
def units() -> Units:
    """The vocabulary of units.toml."""
    data = _load("units")
    return Units(
        money={name: Decimal(factor) for name, factor in data["money"]["factors"].items()},
        multipliers=dict(data["multipliers"]),
        rates=frozenset(data["rates"]["signs"]),
        points=frozenset(data["rates"]["points"]),
        counters=tuple(sorted(set(data["counters"]["plain"]), key=lambda word: (-len(word), word))),
        after_each=tuple(sorted(set(data["counters"]["after_each"]), key=lambda word: (-len(word), word))),
        not_counters=tuple(sorted(set(data["counters"]["not_counters"]), key=lambda word: (-len(word), word))),
        ordinal_below=dict(data["counters"]["ordinal_below"]),
        per=tuple(sorted(data["counters"]["per"]["units"], key=lambda word: (-len(word), word))),
        duration=frozenset(data["duration"]["units"]),
        duration_needs_sign=frozenset(data["duration"]["needs_sign"]),
        duration_signs=tuple(data["duration"]["signs"]),
        not_before={word: tuple(after) for word, after in data["not_before"].items()},
        names=dict(data["names"]),
        each=data["counters"]["each"],
        count_ending=data["titles"]["count"],
        money_titles=tuple(data["titles"]["money"]),
        area_titles=tuple(data["titles"]["area"]),
        areas=frozenset(data["titles"]["areas"]),
        needs_before={word: tuple(before) for word, before in data["counters"]["needs_before"].items()},
        column_units=tuple(sorted(data["column_units"].items(), key=lambda item: (-len(item[0]), item[0]))),
        thing=data["grammar"]["thing"],
        keeps_each=frozenset(data["grammar"]["keeps_each"]),
        drops_each=tuple(data["grammar"]["drops_each"]),
        about=data["grammar"]["about"],
        short_money=data["grammar"]["short_money"],
        short_money_before=tuple(data["grammar"]["short_money_before"]),
        won=data["grammar"]["won"],
        spaced=tuple(data["grammar"]["spaced"]),
        people=data["grammar"]["people"],
        english=dict(data["english"]),
    )


@dataclass(frozen=True, slots=True)
class Columns:
    """What titles of columns and rows mean."""

    stubs: frozenset[str]
    names: tuple[str, ...]
    table_names: tuple[str, ...]
    fund_name: str
    fund_flows: tuple[str, ...]
    by: str
    index: frozenset[str]
    totals: frozenset[str]
    totals_begin: tuple[str, ...]
    totals_begin_otherwise: tuple[str, ...]
    subtotals: frozenset[str]
    costs: frozenset[str]
    text: frozenset[str]
    remarks: frozenset[str]
    quota: frozenset[str]
    headcount: frozenset[str]
    gap: frozenset[str]
    pair: frozenset[str]
    reversed_pair: frozenset[str]
    job_class: dict[str, str]
    sexes: frozenset[str]
    general_class: str
    budget: tuple[tuple[str, tuple[str, ...]], ...]
    side: dict[str, str]
    fund: dict[str, str]
    decrease: tuple[str, ...]
    to_date: tuple[str, ...]
    forecast: tuple[str, ...]
    month_end: str
    after_digits: frozenset[str]
    known: frozenset[str]

    def covers_all(self, title: str) -> bool:
        """Whether a title names the whole of what stands beside it: a total, or 총사업비, but not 총무과."""
        folded = re.sub(r"\([^)]*\)", "", squash(title))
        begins = folded.startswith(self.totals_begin) and not folded.startswith(self.totals_begin_otherwise)
        return folded in self.totals or begins

    def staffing(self, title: str) -> str | None:
        """Concept of a staffing row or column (정원, 현원, 과부족)."""
        folded = squash(title)
        for words, concept in (
            (self.quota, "staffing.quota"),
            (self.headcount, "staffing.headcount"),
            (self.gap, "staffing.gap"),
        ):
            if folded in words:
                return concept
        return None

    def measure(self, title: str) -> str | None:
        """Concept of a budget column (예산액, 집행액, 증감 …)."""
        folded = re.sub(r"\([^)]*\)|\[[^\]]*\]", "", squash(title).replace("(△)", ""))
        for concept, endings in self.budget:
            if folded.endswith(endings):
                return concept
        return None


@cache
def columns() -> Columns:
    """The vocabulary of columns.toml."""
    data = _load("columns")
    staffing = data["staffing"]
    budget = tuple((group["concept"], tuple(group["ends"])) for group in data["budget"])
    known = {word for group in data["budget"] for word in group["ends"]}
    known.update(data["stub"]["words"], data["stub"]["index"], data["total"]["words"], data["text_columns"]["words"])
    known.update(data["job_class"], (word for word in data["fund"] if len(word) > 1), data["side"])
    for words in staffing.values():
        known.update(words)
    known.update(ending for ending, _ in units().column_units)
    return Columns(
        by=data["table_name"]["by"],
        fund_name=data["fund_table"]["name"],
        fund_flows=tuple(data["fund_table"]["flows"]),
        table_names=tuple(data["table_name"]["endings"]),
        stubs=frozenset(data["stub"]["words"]),
        names=tuple(data["stub"]["endings"]),
        index=frozenset(data["stub"]["index"]),
        totals=frozenset(data["total"]["words"]),
        totals_begin=tuple(data["total"]["begin"]),
        totals_begin_otherwise=tuple(data["total"]["begin_otherwise"]),
        subtotals=frozenset(data["total"]["sub"]),
        costs=frozenset(data["total"]["cost"]),
        text=frozenset(data["text_columns"]["words"]),
        remarks=frozenset(data["text_columns"]["last"]),
        quota=frozenset(staffing["quota"]),
        headcount=frozenset(staffing["headcount"]),
        gap=frozenset(staffing["gap"]),
        pair=frozenset(staffing["pair"]),
        reversed_pair=frozenset(staffing["reversed_pair"]),
        job_class=dict(data["job_class"]),
        sexes=frozenset(data["sex"]["words"]),
        general_class=data["general"]["job_class"],
        budget=budget,
        side=dict(data["side"]),
        fund=dict(data["fund"]),
        decrease=tuple(data["decrease"]["words"]),
        to_date=tuple(data["basis"]["to_date"]),
        forecast=tuple(data["basis"]["forecast"]),
        month_end=data["basis"]["month_end"],
        after_digits=frozenset(data["after_digits"]["words"]),
        known=frozenset(known),
    )


class Words(NamedTuple):
    """Small words: qualifiers, particles, sentence endings."""

    qualifiers_before: frozenset[str]
    qualifiers_after: tuple[str, ...]
    particles: tuple[str, ...]
    keep: tuple[str, ...]
    joining: tuple[str, ...]
    title_tails: frozenset[str]
    relative: tuple[str, ...]
    verbs: tuple[str, ...]
    like_verbs: tuple[str, ...]
    counted_nouns: frozenset[str]
    sentence: tuple[str, ...]
    empty_tail: frozenset[str]
    press: tuple[str, ...]
    date_tails: frozenset[str]
    report_titles: tuple[str, ...]
    wealth: tuple[str, ...]
    open_ends: tuple[str, ...]
    joint: tuple[str, ...]
    not_heading: tuple[str, ...]


@cache
def words() -> Words:
    """The vocabulary of words.toml."""
    data = _load("words")
    return Words(
        qualifiers_before=frozenset(data["qualifiers"]["before"]),
        qualifiers_after=tuple(data["qualifiers"]["after"]),
        particles=tuple(data["particles"]["endings"]),
        keep=tuple(data["particles"]["keep"]),
        joining=tuple(data["joining"]["words"]),
        title_tails=frozenset(data["joining"]["title_tails"]),
        relative=tuple(data["relative"]["words"]),
        verbs=tuple(data["prose"]["verbs"]),
        like_verbs=tuple(data["prose"]["nouns"]),
        counted_nouns=frozenset(data["prose"]["noun_follows"]),
        sentence=tuple(data["sentence"]["endings"]),
        empty_tail=frozenset(data["tail"]["empty"]),
        press=tuple(data["press"]["words"]),
        report_titles=tuple(data["report_title"]["endings"]),
        date_tails=frozenset(data["date"]["tails"]),
        wealth=tuple(data["wealth"]["words"]),
        open_ends=tuple(data["open_ends"]["endings"]),
        joint=tuple(data["open_ends"]["joint"]),
        not_heading=tuple(data["open_ends"]["not_heading"]),
    )


class Departments(NamedTuple):
    """How departments, teams and councils are named."""

    endings: tuple[str, ...]
    refused: tuple[str, ...]
    generic: frozenset[str]
    teams: tuple[str, ...]
    councils: tuple[str, ...]
    council: str


@cache
def departments() -> Departments:
    """The vocabulary of entities.toml."""
    data = _load("entities")
    return Departments(
        endings=tuple(data["department"]["endings"]),
        refused=tuple(data["department"]["not_departments"]),
        generic=frozenset(data["department"]["generic"]),
        teams=tuple(data["team"]["endings"]),
        councils=tuple(data["council"]["district"]),
        council=data["council"]["name"],
    )


class StaffingRule(NamedTuple):
    """A rule of organisation.toml: how the posts of a department are spread over grades as a rule.

    `least` may be the word `teams`: the number of teams that the report states.
    """

    code: str
    grades: frozenset[str]
    row: str | None
    job_class: str | None
    least: int | str | None
    most: int | None
    filled: bool
    text: dict[str, str]


@cache
def staffing_rules() -> tuple[StaffingRule, ...]:
    """The rules of organisation.toml, the strongest first."""
    return tuple(
        StaffingRule(
            code=rule["code"],
            grades=frozenset(rule["grades"]),
            row=rule.get("row"),
            job_class=rule.get("job_class"),
            least=rule.get("least"),
            most=rule.get("most"),
            filled=rule.get("filled", False),
            text={"ko": rule["ko"], "en": rule["en"]},
        )
        for rule in _load("organisation")["rule"]
    )


class Checks(NamedTuple):
    """What checks say, and what they look for around figures.

    Attributes:
        messages, excuses: sentences by name and language.
        scales: names of units of money by their zeros.
        bounds, most: words behind and in front of a figure that is a bound.
        some: words behind a list that names only some of its parts.
    """

    messages: dict[str, dict[str, str]]
    excuses: dict[str, dict[str, str]]
    scales: dict[int, str]
    bounds: tuple[str, ...]
    most: tuple[str, ...]
    some: tuple[str, ...]


@cache
def checks() -> Checks:
    """The sentences of checks.toml."""
    data = _load("checks")
    words = {name: tuple(found) for name, found in data["words"].items()}
    scales = {int(zeros): name for zeros, name in data["scales"].items()}
    return Checks(data["messages"], data["excuses"], scales, **words)
