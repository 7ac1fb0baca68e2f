"""A report that was read → its equations and discrepancies."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from auditreport.arithmetic import find_claims
from auditreport.checks import Checked, check
from auditreport.checks.subject import Subject
from auditreport.normalise import positions
from auditreport.pipeline.one import Read
from auditreport.schemas import Document, Fact, Report
from auditreport.schemas.discrepancy import CheckedInput, Discrepancy, Equation

# What crosses over from the process that checks: types of the schemas.
CheckedPart = tuple[CheckedInput, tuple[Equation, ...], tuple[Discrepancy, ...]]


def check_read(read: Read, path: str, codes: Collection[str] | None = None) -> Checked:
    """Recompute what a report claims.

    Args:
        read: the report.
        path: the input, as the user named it.
        codes: codes of the rules to apply; all if `None`.
    """
    return _check(read.document, read.report, read.facts, path, codes)


def check_part(
    document: Document, report: Report, facts: Sequence[Fact], codes: Collection[str] | None = None
) -> CheckedPart:
    """The same as part of a task, which does not know how the user named the input: see `at_path`."""
    checked = _check(document, report, facts, "", codes)
    return checked.input, checked.equations, checked.discrepancies


def _check(
    document: Document, report: Report, facts: Sequence[Fact], path: str, codes: Collection[str] | None
) -> Checked:
    places = positions(report)
    claims = find_claims(facts, places)
    return check(Subject(document, report, facts, places, claims), path, codes)


def at_path(part: CheckedPart, path: str) -> Checked:
    """What was checked of an input, under its name."""
    found, equations, discrepancies = part
    return Checked(
        input=found.model_copy(update={"path": path}),
        equations=tuple(_at(equation, path) for equation in equations),
        discrepancies=tuple(
            one.model_copy(
                update={
                    "path": path,
                    "equation": _at(one.equation, path),
                    "related": tuple(_at(equation, path) for equation in one.related),
                }
            )
            for one in discrepancies
        ),
    )


def _at(equation: Equation, path: str) -> Equation:
    return equation.model_copy(update={"path": path})
