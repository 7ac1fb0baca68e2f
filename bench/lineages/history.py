"""Duties → the history of a department: its programmes in each stage, and what became of which."""

from __future__ import annotations

import tomllib
from collections import Counter
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

_FILE = Path(__file__).with_name("words.toml")
_EVENTS = {"continued": 30, "renamed": 30, "merged": 9, "split": 8, "moved_team": 5, "ended": 9, "new": 9}


@cache
def words() -> dict[str, Any]:
    """The vocabulary of words.toml."""
    with _FILE.open("rb") as file:
        return tomllib.load(file)


class Duty(NamedTuple):
    """What a programme may be about: wordings, and the things that its lines speak of."""

    cores: tuple[str, ...]
    things: tuple[str, ...]


@dataclass
class Programme:
    """A programme in one stage.

    Attributes:
        duties: which of the field's duties it has, each with the wording it uses and the things it does.
        amount: in thousand won.
    """

    duties: dict[int, tuple[str, list[str]]]
    front: str
    suffix: str
    team: str
    amount: int
    title: str = ""
    order: float = 0.0


@dataclass
class Stage:
    """A stage: whether it is results, its year, its programmes."""

    year: int
    is_results: bool
    programmes: list[Programme]


class Step(NamedTuple):
    """What became of a programme: places of both in their stages, as stage and number."""

    before: tuple[int, int] | None
    after: tuple[int, int] | None
    event: str


@dataclass
class History:
    """A department through its stages, and what truly became of its programmes.

    Attributes:
        with_teams: whether its reports name the team of each programme.
        detail: the least and the greatest share of what its programmes do that its reports tell of.
    """

    district: str
    department: str
    held_out: bool = False
    with_teams: bool = True
    detail: tuple[float, float] = (0.7, 1.0)
    stages: list[Stage] = field(default_factory=list)
    steps: list[Step] = field(default_factory=list)


def make(rng: Random, held_out: bool = False) -> History:
    """A department of one or two fields through two to four stages.

    Args:
        rng: decides everything.
        held_out: whether its words are of the fields that are kept for the last measurement.
    """
    fields = [one for one in words()["field"] if one.get("held_out", False) == held_out]
    chosen = rng.sample(fields, rng.choice((1, 1, 2)))
    duties = [Duty(tuple(duty["cores"]), tuple(duty["things"])) for one in chosen for duty in one["duties"]]
    year = rng.randint(2012, 2020)
    gap = rng.choice((1, 1, 1, 2, 4, 7))
    whens = [(year, True), (year + 1, False), (year + gap, True), (year + gap + 1, False)]
    forms = words()["forms"]
    made = History(rng.choice(forms["districts"]), forms["department"].format(field=chosen[0]["name"]), held_out)
    made.with_teams = rng.random() < 0.6
    made.detail = rng.choice(((0.7, 1.0), (0.7, 1.0), (0.3, 0.7)))
    teams = [forms["team"].format(field=one["name"], number=n) for one in chosen for n in (1, 2)]
    maker = _Maker(rng, duties, teams, chosen[0]["name"])
    made.stages.append(Stage(*whens[0], maker.first()))
    for when in whens[1 : rng.choice((2, 3, 4, 4))]:
        maker.go_on(made, *when)
    return made


class _Maker:
    """Makes the programmes of a department and changes them from stage to stage."""

    def __init__(self, rng: Random, duties: list[Duty], teams: list[str], field_name: str) -> None:
        self._rng = rng
        self._duties = duties
        self._teams = teams
        self._field = field_name
        # Programmes that a stage left out and the next one names again, with their places.
        self._paused: list[tuple[tuple[int, int], Programme]] = []
        # What ended never comes back: nobody could tell whether that were the same programme.
        self._gone: set[int] = set()

    def first(self) -> list[Programme]:
        numbers = list(range(len(self._duties)))
        self._rng.shuffle(numbers)
        out = []
        while len(numbers) > max(1, len(self._duties) // 5):
            pair = [numbers.pop() for _ in range(min(len(numbers), 2 if self._rng.random() < 0.25 else 1))]
            out.append(self._programme(pair))
        return out

    def _programme(self, duties: list[int]) -> Programme:
        rng = self._rng
        made = Programme(
            duties={n: self._duty(n) for n in duties},
            front=rng.choice(words()["titles"]["front"]) if rng.random() < 0.35 else "",
            suffix=rng.choice(words()["titles"]["suffixes"]),
            team=rng.choice(self._teams),
            amount=rng.choice((rng.randint(2, 90) * 1000, rng.randint(1500, 99000), rng.randint(1, 9) * 10000)),
            order=rng.random(),
        )
        made.title = self._title(made)
        return made

    def _duty(self, number: int) -> tuple[str, list[str]]:
        duty = self._duties[number]
        return self._rng.choice(duty.cores), self._rng.sample(
            duty.things, min(len(duty.things), self._rng.randint(4, 6))
        )

    def _title(self, made: Programme) -> str:
        rng = self._rng
        cores = [core for core, _ in made.duties.values()]
        if len(cores) > 1 and rng.random() < 0.15:
            return f"{made.front} {self._field} {rng.choice(words()['titles']['umbrella'])}".strip()
        joint = rng.choice((" 및 ", "·", ", "))
        return f"{made.front} {joint.join(cores)} {made.suffix}".strip()

    def go_on(self, history: History, year: int, is_results: bool) -> None:
        """Add a stage, and what became of the programmes of the last one."""
        rng = self._rng
        last = len(history.stages) - 1
        numbers = list(range(len(history.stages[last].programmes)))
        rng.shuffle(numbers)
        gap = year - history.stages[last].year
        olds = [((last, n), history.stages[last].programmes[n]) for n in numbers]
        back, self._paused = self._paused, []
        olds += back
        news: list[tuple[Programme, list[tuple[int, int]], str]] = []
        gone: list[Programme] = []
        while olds:
            place, old = olds.pop()
            event = rng.choices(list(_EVENTS), list(_EVENTS.values()))[0]
            if (place, old) in back or (event == "moved_team" and not history.with_teams):
                event = "continued"
            if event == "merged" and olds and olds[-1] not in back and len(old.duties) == 1:
                other_place, other = olds.pop()
                news.append((self._merged(old, other, gap), [place, other_place], "merged"))
            elif event == "split" and len(old.duties) == 2:
                for part in self._split(old, gap):
                    news.append((part, [place], "split"))
            elif event == "ended":
                gone.append(old)
                history.steps.append(Step(place, None, "ended"))
            elif event == "new" and not is_results and rng.random() < 0.5 and gap <= 1:
                self._paused.append((place, old))
            else:
                same = event if event in ("continued", "moved_team") else "renamed"
                news.append((self._changed(old, same, gap), [place], same))
        free = set(range(len(self._duties))) - {n for one, _, _ in news for n in one.duties}
        self._gone |= {n for one in gone for n in one.duties}
        free -= {n for _, one in self._paused for n in one.duties} | self._gone
        for n in sorted(free):
            if rng.random() < 0.5:
                news.append((self._new(n, gone), [], "new"))
        # No report has one title twice.
        titles = Counter(_folded(one.title) for one, _, _ in news)
        for number, (one, _, _) in enumerate(news):
            if titles[_folded(one.title)] > 1:
                one.title = words()["forms"]["twice"].format(title=one.title, number=number + 1)
        news.sort(key=lambda one: one[0].order)
        history.stages.append(Stage(year, is_results, [one for one, _, _ in news]))
        for i, (_, places, event) in enumerate(news):
            for place in places or [None]:
                old_title = history.stages[place[0]].programmes[place[1]].title if place else ""
                history.steps.append(Step(place, (last + 1, i), _event(event, old_title, news[i][0].title)))

    def _drifted(self, old: Programme, gap: int) -> Programme:
        """The same programme a while later: some of its things are others, the wording of titles is not touched."""
        keep = self._rng.uniform(0.6, 1.0) if gap <= 1 else self._rng.uniform(0.4, 0.9)
        duties = {}
        for n, (core, things) in old.duties.items():
            rest = [thing for thing in self._duties[n].things if thing not in things]
            duties[n] = (core, [t if self._rng.random() < keep or not rest else rest.pop() for t in things])
        amount = old.amount if self._rng.random() < 0.3 else round(old.amount * self._rng.uniform(0.8, 1.3))
        return Programme(duties, old.front, old.suffix, old.team, amount, old.title, old.order)

    def _changed(self, old: Programme, event: str, gap: int) -> Programme:
        new = self._drifted(old, gap)
        if event == "moved_team":
            new.team = self._rng.choice([team for team in self._teams if team != old.team] or self._teams)
        if event == "renamed":
            self._rename(new)
        return new

    def _rename(self, new: Programme) -> None:
        """One or two of the changes that titles go through."""
        rng = self._rng
        for kind in rng.sample(("front", "suffix", "core", "order", "number", "spacing"), rng.choice((1, 1, 2, 3))):
            if kind == "front":
                new.front = "" if new.front and rng.random() < 0.5 else rng.choice(words()["titles"]["front"])
                new.title = self._title(new)
            elif kind == "suffix":
                new.suffix = rng.choice(words()["titles"]["suffixes"])
                new.title = self._title(new)
            elif kind == "core":
                new.duties = {n: (rng.choice(self._duties[n].cores), things) for n, (_, things) in new.duties.items()}
                new.title = self._title(new)
            elif kind == "order":
                new.duties = dict(reversed(new.duties.items()))
                new.title = self._title(new)
            elif kind == "number":
                new.title = words()["forms"]["numbered"].format(number=rng.randint(2, 7), title=new.title)
            elif kind == "spacing":
                new.title = f"{new.front} {self._title(new).removeprefix(new.front).replace(' ', '')}".strip()

    def _merged(self, one: Programme, other: Programme, gap: int) -> Programme:
        """One programme with the duties of both: under a new title, or under that of one of them."""
        new, second = self._drifted(one, gap), self._drifted(other, gap)
        new.duties = {**new.duties, **second.duties}
        new.amount = new.amount + second.amount
        if self._rng.random() < 0.7:
            new.title = self._title(new)
        return new

    def _split(self, old: Programme, gap: int) -> list[Programme]:
        out = []
        for n, duty in self._drifted(old, gap).duties.items():
            share = round(old.amount * self._rng.uniform(0.3, 0.7))
            part = Programme({n: duty}, old.front, old.suffix, old.team, share, "", old.order)
            part.title = self._title(part)
            out.append(part)
        return out

    def _new(self, number: int, gone: list[Programme]) -> Programme:
        """A new programme; sometimes in the place of one that ended, with its team, amount and kind of title."""
        new = self._programme([number])
        if gone and self._rng.random() < 0.6:
            old = gone.pop()
            new.front, new.suffix, new.team, new.order = old.front, old.suffix, old.team, old.order
            new.amount = old.amount if self._rng.random() < 0.5 else new.amount
            new.title = self._title(new)
            if self._rng.random() < 0.4:
                # It also does one of the things that the old one did.
                things = next(iter(new.duties.values()))[1]
                things[-1] = self._rng.choice(next(iter(old.duties.values()))[1])
        return new


def _event(event: str, before: str, after: str) -> str:
    """What an event is to be called, by whether the title stayed; the one that keeps it in a merger is continued."""
    if event == "new":
        return event
    if _folded(before) == _folded(after):
        return event if event == "moved_team" else "continued"
    return event if event in ("merged", "split") else "renamed"


def _folded(title: str) -> str:
    return "".join(char for char in title if char.isalnum())
