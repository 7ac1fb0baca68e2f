"""What one run of the checks found (검증 결과), as all forms of output take it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from auditreport.schemas.discrepancy import (
    BaselineCount,
    CheckedInput,
    Discrepancy,
    Equation,
    Message,
    PlacedFigure,
    Rule,
    Severity,
)

SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info")
STDIN = "-"


@dataclass(frozen=True, slots=True)
class CheckRun:
    """One run.

    Attributes:
        inputs: what was checked of each input, in the order given.
        equations: those of all inputs.
        discrepancies: those that no baseline lists, input by input, the gravest first.
        rules: the rules that were applied.
        lang: the reader's language, `ko` or `en`.
        translate: says a message in it.
        folder: the folder to which relative paths belong, absolute, with slashes.
        fails: the severities that make the run fail.
        known: discrepancies that the baseline lists.
        baseline: how many it lists, and how many of them are gone; `None` without a baseline.
    """

    inputs: tuple[CheckedInput, ...]
    equations: tuple[Equation, ...]
    discrepancies: tuple[Discrepancy, ...]
    rules: tuple[Rule, ...]
    lang: str
    translate: Callable[[str], str]
    folder: str = "/"
    fails: frozenset[Severity] = frozenset(("error",))
    known: tuple[Discrepancy, ...] = ()
    baseline: BaselineCount | None = None

    def say(self, message: Message) -> str:
        """A sentence in the reader's language."""
        return message.ko if self.lang == "ko" else message.en

    def of(self, found: CheckedInput) -> list[Discrepancy]:
        """The discrepancies of one input."""
        return [one for one in self.discrepancies if one.path == found.path]

    def rule(self, code: str) -> str:
        """What a rule checks, in a few words."""
        return next((self.say(rule.name) for rule in self.rules if rule.code == code), "")

    def counts(self) -> Counter[Severity]:
        """How many discrepancies there are of each severity."""
        return Counter(one.severity for one in self.discrepancies)


def sentence(run: CheckRun, one: Discrepancy) -> str:
    """The message without the formula at its end, which is shown apart."""
    return run.say(one.message).removesuffix(one.equation.formula).rstrip()


def main_figure(one: Discrepancy) -> PlacedFigure | None:
    """The figure whose place is that of the discrepancy: the likeliest suspect, or the stated result."""
    figures = (*one.suspects, *reversed(one.figures))
    return figures[0] if figures else None


def other_figures(one: Discrepancy) -> list[PlacedFigure]:
    """The figures of its equation that are not suspected."""
    suspected = {suspect.fact for suspect in one.suspects}
    return [figure for figure in one.figures if figure.fact not in suspected]
