"""Two programmes → how much speaks for their being one, in log-odds: what titles, lines, teams and amounts add up to.

Each kind of evidence adds to the logarithm of the odds, as in record linkage (Fellegi and Sunter 1969).
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from math import exp, inf

import numpy as np

from auditreport.comparing.lineage.nodes import Node
from auditreport.comparing.lineage.profiles import Matrix, Profiles, Space
from auditreport.comparing.lineage.terms import shared_lines, telling_lines, telling_words, tells
from auditreport.schemas.comparison import ProgrammeAt

# Without any evidence: one in thirty. Two programmes of a department seldom are the same one.
_BEFORE = -3.4
_TITLE = 5.5
_BODY = 18.0
_BODY_ENOUGH = 0.45
# Where lines are few, one that both have makes them look alike: as if each had two more that differ.
_OTHER_LINES = 2
# A title of generic words alone fits any programme.
_EMPTY_TITLE = 0.4
# Two that say much and nothing alike are not one, whatever their titles; one year's lines are never all others.
_NOTHING_ALIKE = -3.0
_ALIKE = 0.05
_MUCH = 4
# What lines are taken to say where one of the two has none: little.
_NO_BODY = 0.04
_SAME_TITLE, _SAME_EMPTY_TITLE = 3.0, 1.0
_SAME_TEAM, _OTHER_TEAM = 0.6, -0.6
_SAME_AMOUNT = 0.8
# Of an amount of three digits or more another one is seldom the same by accident.
_DIGITS = 3
_YEAR = -0.08
_YEARS = 8


Never = frozenset[tuple[ProgrammeAt, ProgrammeAt]]


class Likeness:
    """How much speaks for two programmes of a department being one."""

    def __init__(self, nodes: Sequence[Node], seen: Sequence[Node], never: Never = frozenset()) -> None:
        """Compare `nodes`; what their words tell is learnt from the programmes `seen`.

        Args:
            nodes: the programmes to be compared.
            seen: programmes from which to learn what words tell.
            never: pairs that a person has said are not one.
        """
        self.profiles = Profiles(nodes, seen)
        self._never = never
        self.nodes = self.profiles.nodes

    def odds(self, rows: Sequence[int], columns: Sequence[int]) -> Matrix:
        """Log-odds of each of `rows`, the earlier ones, being each of `columns`."""
        title = np.mean([self.profiles.titles_alike(space, rows, columns) for space in self.profiles.titles], axis=0)
        body = np.mean([space.cosines(rows, columns) for space in self.profiles.bodies], axis=0)
        strength = [[self._strength(row, column) for column in columns] for row in rows]
        out: Matrix = _BEFORE + _TITLE * title * strength + self._body(body, rows, columns)
        for i, row in enumerate(rows):
            for j, column in enumerate(columns):
                out[i, j] += self._beside(self.nodes[row], self.nodes[column])
        return out

    def own_odds(self, row: int, column: int, others: Sequence[int]) -> float:
        """The same for two, of all that they share counting only what none of `others` has."""
        profiles = self.profiles
        names = [name for other in others for name in profiles.names_of(other)]

        def title(space: Space) -> float:
            pairs = ((a, b) for a in profiles.names_of(row) for b in profiles.names_of(column))
            return max(space.own_cosine(a, b, names) for a, b in pairs)

        titles = sum(map(title, profiles.titles)) / len(profiles.titles)
        body = sum(space.own_cosine(row, column, others) for space in profiles.bodies) / len(profiles.bodies)
        bodies = float(self._body(np.array([[body]]), [row], [column])[0, 0])
        titles *= self._strength(row, column)
        beside = self._beside(self.nodes[row], self.nodes[column])
        # Programmes of one team do not come out of each other for that, and what others have does not speak against it.
        return _BEFORE + _TITLE * titles + max(bodies, 0.0) + min(beside, 0.0)

    def _strength(self, row: int, column: int) -> float:
        titles = (self.nodes[number].title for number in (row, column))
        return 1.0 if any(map(telling_words, titles)) else _EMPTY_TITLE

    def _body(self, cosines: Matrix, rows: Sequence[int], columns: Sequence[int]) -> Matrix:
        """What the lines of two say, for and against."""
        out: Matrix = np.zeros_like(cosines)
        for i, row in enumerate(rows):
            for j, column in enumerate(columns):
                out[i, j] = self._lines_say(float(cosines[i, j]), self.nodes[row], self.nodes[column])
        return out

    def _lines_say(self, cosine: float, one: Node, other: Node) -> float:
        if not (one.lines and other.lines):
            return _BODY * _NO_BODY
        if cosine < _ALIKE:
            much = min(telling_lines(one.lines), telling_lines(other.lines)) >= _MUCH
            against = _NOTHING_ALIKE if tells(one.title) and tells(other.title) else 2 * _NOTHING_ALIKE
            return against * (1 - cosine / _ALIKE) if much else 0.0
        shared = shared_lines(one.lines, other.lines)
        return _BODY * min(cosine, _BODY_ENOUGH) * shared / (shared + _OTHER_LINES)

    def _beside(self, one: Node, other: Node) -> float:
        """What teams, amounts and the years between them say, and a title that is the same to the letter."""
        if (one.at, other.at) in self._never:
            return -inf
        out = _YEAR * min(max((other.at.year or 0) - (one.at.year or 0) - 1, 0), _YEARS)
        if one.key == other.key:
            out += _SAME_TITLE if tells(one.title) else _SAME_EMPTY_TITLE
        if one.teams and other.teams:
            out += _SAME_TEAM if one.teams & other.teams else _OTHER_TEAM
        if same_amounts(one, other):
            out += _SAME_AMOUNT
        return out


def same_amounts(one: Node, other: Node) -> tuple[Decimal, ...]:
    """Amounts that both have and that are no round numbers."""
    return tuple(sorted(amount for amount in one.amounts & other.amounts if _digits(amount) >= _DIGITS))


def _digits(amount: Decimal) -> int:
    return len(amount.normalize().as_tuple().digits)


def probability(odds: float) -> float:
    """Log-odds as a probability, 0 to 1."""
    return 1 / (1 + exp(-odds))
