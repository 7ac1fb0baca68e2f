"""A report that was read → its equations and discrepancies."""

from __future__ import annotations

from collections.abc import Collection

from auditreport.arithmetic import find_claims
from auditreport.checks import Checked, check
from auditreport.checks.subject import Subject
from auditreport.normalise import positions
from auditreport.pipeline.one import Read


def check_read(read: Read, path: str, codes: Collection[str] | None = None) -> Checked:
    """Recompute what a report claims.

    Args:
        read: the report.
        path: the input, as the user named it.
        codes: codes of the rules to apply; all if `None`.
    """
    places = positions(read.report)
    claims = find_claims(read.facts, places)
    return check(Subject(read.document, read.report, read.facts, places, claims), path, codes)
