"""One document and one change → whether the checks see it, and what they trace it to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from auditreport.checks import Checked
from auditreport.pipeline.check import check_read
from auditreport.pipeline.one import Read, read_bytes
from auditreport.schemas import Fact
from auditreport.schemas.discrepancy import Discrepancy, Equation
from bench.mutated.changes import Change, changes, others
from bench.mutated.holding import holds, relation, span

MOST_SUSPECTS = 3
_CLOSED = ("exact", "rounding", "accumulated")
_GRAVE = ("error", "warning")


@dataclass(frozen=True)
class Subject:
    """A document as it is: its reading, and what the checks say of it."""

    name: str
    read: Read
    checked: Checked

    @cached_property
    def facts(self) -> dict[str, Fact]:
        """Its figures by their ids."""
        return {fact.id: fact for fact in self.read.facts}

    @cached_property
    def closed(self) -> dict[str, list[Equation]]:
        """The equations that close, by the figures that stand in them."""
        found: dict[str, list[Equation]] = {}
        for equation in self.checked.equations:
            if equation.class_ in _CLOSED and relation(equation.formula) != "order":
                for fact in equation.facts:
                    found.setdefault(fact, []).append(equation)
        return found

    def line_start(self, change: Change) -> int:
        """Where the line begins in which a figure stands."""
        return self.read.document.text.rfind("\n", 0, change.fact.source.start) + 1

    def changes(self) -> Iterator[Change]:
        """Every change of a digit of a figure that stands in an equation that closes."""
        return changes(fact for fact in self.read.facts if fact.id in self.closed)

    def broken(self, change: Change) -> list[Equation]:
        """The equations that no values satisfy any more which print as the changed figure and the others do."""
        return [one for one in self.closed[change.fact.id] if not self._holds(one, {change.fact.id: change.value})]

    def possible(self, change: Change) -> int:
        """How many figures, this one included, would mend a change: with another digit in one of them all holds.

        No arithmetic can tell these from each other.
        """
        named = {fact: None for equation in self.broken(change) for fact in equation.facts if fact != change.fact.id}
        return 1 + sum(self._mends(self.facts[fact], change) for fact in named)

    def _mends(self, fact: Fact, change: Change) -> bool:
        touched = {id(one): one for one in self.closed[change.fact.id] + self.closed[fact.id]}.values()
        given = {change.fact.id: change.value}
        return any(all(self._holds(one, given | {fact.id: other}) for one in touched) for other in others(fact))

    def _holds(self, equation: Equation, given: Mapping[str, Decimal]) -> bool:
        facts = [self.facts[name] for name in equation.facts]
        values = [given.get(fact.id, Decimal(fact.value)) for fact in facts]
        return holds(equation.formula, list(map(span, facts, values)))


def read_subject(name: str, data: bytes) -> Subject:
    """Read and check a document."""
    read = read_bytes(data, "report.txt")
    return Subject(name, read, check_read(read, name))


@dataclass(frozen=True)
class Outcome:
    """What the checks say of a change.

    Attributes:
        change: what was changed.
        broken: the equations that it breaks; none where no arithmetic can see it.
        new: the discrepancies that the document had not before and in whose equations the changed figure stands.
        elsewhere: how many it had not before and the changed figure does not stand in.
    """

    subject: Subject
    change: Change
    broken: list[Equation]
    new: list[Discrepancy]
    elsewhere: int

    @property
    def is_announced(self) -> bool:
        """Whether words or layout say that one of the equations that it breaks is claimed."""
        return any(one.announced for one in self.broken)

    @property
    def is_grave(self) -> bool:
        """Whether a new discrepancy is a warning or an error."""
        return any(one.severity in _GRAVE for one in self.new)

    @cached_property
    def is_traceable(self) -> bool:
        """Whether arithmetic can tell the changed figure from all but few."""
        return self.subject.possible(self.change) <= MOST_SUSPECTS

    @property
    def is_traced(self) -> bool:
        """Whether a new discrepancy names the changed figure among few."""
        place = self.change.fact.source.line, self.change.raw
        return any(
            len(one.facts) <= MOST_SUSPECTS and any((suspect.line, suspect.raw) == place for suspect in one.suspects)
            for one in self.new
        )


def try_change(subject: Subject, change: Change) -> Outcome:
    """Read and check the document with a change in it."""
    changed = read_subject(subject.name, change.apply(subject.read.document.text).encode())
    known = Counter(map(_shown, subject.checked.discrepancies))
    found = [one for one in changed.checked.discrepancies if _shown(one) not in known]
    starts = {name: fact.source.start for name, fact in changed.facts.items()}
    place = change.fact.source.line, change.fact.source.start - subject.line_start(change) + 1
    new = [
        one
        for one in found
        if change.fact.source.start in {starts[name] for name in _named(one)}
        or place in {(figure.line, figure.column) for figure in one.figures}
    ]
    return Outcome(subject, change, subject.broken(change), new, len(found) - len(new))


def _shown(one: Discrepancy) -> tuple[object, ...]:
    return one.rule, one.lines, one.equation.formula


def _named(one: Discrepancy) -> Iterator[str]:
    yield from one.facts
    for equation in (one.equation, *one.related):
        yield from equation.facts
