"""Inputs, rules and a baseline → everything checked, and the exit code (검증 실행)."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from auditreport.checks import compare, manual
from auditreport.cli.exits import ExitCode
from auditreport.cli.reading import Reading
from auditreport.cli.run import walk
from auditreport.cli.session import Session
from auditreport.pipeline import Done, Place, Task, at_path, check_part
from auditreport.pipeline.check import CheckedPart
from auditreport.pipeline.stored import stored_check
from auditreport.render.checked import CheckRun
from auditreport.schemas.discrepancy import (
    Baseline,
    BaselineCount,
    BaselineEntry,
    CheckedInput,
    Discrepancy,
    Equation,
    Severity,
)
from auditreport.schemas.failure import Failure


@dataclass(slots=True)
class Checking:
    """Takes what was checked, report by report."""

    session: Session
    inputs: list[CheckedInput] = field(default_factory=list)
    equations: list[Equation] = field(default_factory=list)
    discrepancies: list[Discrepancy] = field(default_factory=list)

    def take(self, done: Done[CheckedPart]) -> ExitCode:
        """Keep what was checked of a report; one that is named twice counts once."""
        if done.name in (one.path for one in self.inputs):
            return ExitCode.CLEAN
        checked = at_path(done.part, done.name)
        self.inputs.append(checked.input)
        self.equations += checked.equations
        self.discrepancies += checked.discrepancies
        if checked.input.status == "checked":
            return ExitCode.CLEAN
        self.session.talk.unchecked(done.name, pictures=done.has_pictures)
        return ExitCode.UNRECOGNISED

    def miss(self, failure: Failure) -> None:
        """Keep an input that could not be read in its place."""
        if failure.name not in (one.path for one in self.inputs):
            self.inputs.append(CheckedInput(path=failure.name, status="unreadable", failure=failure))


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run found, the codes of what happened, and the entries of the baseline that are still of use."""

    run: CheckRun
    codes: frozenset[ExitCode]
    kept: tuple[BaselineEntry, ...]


def check_places(
    session: Session,
    places: Sequence[Place],
    reading: Reading,
    codes: Collection[str],
    fails: frozenset[Severity],
    baseline: Baseline | None,
) -> Outcome:
    """Check all inputs; what a baseline lists counts for nothing.

    Args:
        session: talks with the user.
        places: what the user named.
        reading: how it is read.
        codes: codes of the rules to apply.
        fails: severities that make the run fail.
        baseline: discrepancies that are known.
    """
    checking = Checking(session)
    task = Task(partial(check_part, codes=codes), reading.limits, partial(stored_check, codes=codes))
    happened, passed_over = walk(session, places, reading, task, checking)
    session.talk.passed_over(passed_over)
    run = CheckRun(
        inputs=tuple(checking.inputs),
        equations=tuple(checking.equations),
        discrepancies=tuple(checking.discrepancies),
        rules=tuple(rule for rule in manual() if rule.code in codes),
        lang=session.talk.lang,
        translate=session.translate,
        fails=fails,
    )
    kept: tuple[BaselineEntry, ...] = ()
    if baseline is not None:
        read = {found.path for found in run.inputs if found.failure is None}
        compared = compare(run.discrepancies, baseline, read, codes)
        count = BaselineCount(known=len(compared.known), gone=len(compared.gone))
        run = replace(run, discrepancies=compared.new, known=compared.known, baseline=count)
        kept = compared.kept
    if any(one.severity in fails for one in run.discrepancies):
        happened.add(ExitCode.DISCREPANCIES)
    return Outcome(run, frozenset(happened), kept)
