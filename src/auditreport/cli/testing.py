"""An article and reports → each figure of the article tested, and what happened on the way (기사 검증 실행)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from auditreport.cli.exits import ExitCode
from auditreport.cli.reading import Reading
from auditreport.cli.run import walk
from auditreport.cli.session import Session
from auditreport.comparing.claims import test_claims
from auditreport.pipeline import Done, Place, Task
from auditreport.pipeline.claims import article_part
from auditreport.pipeline.material import material_part
from auditreport.pipeline.stored import stored_material
from auditreport.schemas.claims import ClaimsOutput
from auditreport.schemas.comparison import ComparedInput
from auditreport.schemas.failure import Failure
from auditreport.schemas.material import Material


@dataclass(slots=True)
class Gathering:
    """Takes what is read, and keeps it under the names that the user gave; one that is named twice counts once."""

    session: Session
    materials: dict[str, Material] = field(default_factory=dict)
    inputs: dict[str, ComparedInput] = field(default_factory=dict)

    def take(self, done: Done[Material]) -> ExitCode:
        """Keep a report or an article."""
        material = done.part.model_copy(update={"path": done.name})
        self.materials[done.name] = material
        self.inputs[done.name] = _input(material)
        if not material.facts:
            self.session.talk.unrecognised(done.name, pictures=done.has_pictures)
        return ExitCode.CLEAN

    def miss(self, failure: Failure) -> None:
        """Keep an input that could not be read in its place."""
        self.inputs[failure.name] = ComparedInput(path=failure.name, sha256=None, failure=failure)


def test_places(
    session: Session, article: Place, reports: Sequence[Place], reading: Reading
) -> tuple[ClaimsOutput, set[ExitCode]]:
    """Test the figures of an article against reports.

    Args:
        session: talks with the user.
        article: the one input of the article.
        reports: what else the user named.
        reading: how it is read.
    """
    first, rest = Gathering(session), Gathering(session)
    codes, _ = walk(session, [article], reading, Task(article_part, reading.limits), first)
    happened, passed_over = walk(session, reports, reading, Task(material_part, reading.limits, stored_material), rest)
    session.talk.passed_over(passed_over)
    codes |= happened
    claims = tuple(
        claim
        for material in first.materials.values()
        for claim in test_claims(material, tuple(rest.materials.values()))
    )
    if any(claim.verdict == "contradicted" for claim in claims):
        codes.add(ExitCode.DISCREPANCIES)
    if first.materials and not (claims and any(report.facts for report in rest.materials.values())):
        codes.add(ExitCode.UNRECOGNISED)
    [told] = first.inputs.values()
    return ClaimsOutput(article=told, reports=tuple(rest.inputs.values()), claims=claims), codes


def _input(material: Material) -> ComparedInput:
    meta = material.meta
    return ComparedInput(
        path=material.path,
        sha256=material.sha256,
        title=meta.title,
        district=meta.district,
        department=meta.department,
        year=meta.report_year,
        date=meta.session_start or meta.published,
    )
