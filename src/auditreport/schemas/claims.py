"""What `auditreport claims` writes for programs: each figure of an article, and what reports print of it."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from auditreport.schemas.base import Model
from auditreport.schemas.comparison import ComparedInput, Phase
from auditreport.schemas.discrepancy import Message

Verdict = Literal["supported", "rounded", "contradicted", "not_found", "undecided"]


class MatchingFact(Model):
    """A figure of a report (근거 수치) that a claim is held against."""

    fact: str = Field(description="Id of the fact.")
    path: str = Field(description="The report, as the user named it.")
    line: int | None = Field(description="1-based line of a text input.")
    page: int | None = Field(description="1-based page of a paged input.")
    raw: str = Field(description="The numeral as printed.")
    value: str = Field(description="Decimal number in the base unit.")
    unit: str
    label: str = Field(description="Programme, labels and titles of the figure, in one line.")
    year: int | None
    as_of: str | None = Field(description="Reference date, YYYY-MM-DD.")
    phase: Phase | None
    confirmed: bool = Field(description="Whether an equation of its report closes over it.")


class Claim(Model):
    """A figure of an article (기사 수치), tested."""

    fact: str = Field(description="Id of the figure in the article.")
    raw: str = Field(description="The numeral as printed.")
    value: str = Field(description="Decimal number in the base unit.")
    unit: str
    label: str | None = Field(description="What the article states it for.")
    year: int | None = Field(description="Year that the article says it is about; null where it does not say.")
    line: int | None
    page: int | None
    sentence: str = Field(description="The sentence around it.")
    verdict: Verdict = Field(
        description="supported; rounded: it is a figure of the reports, rounded; contradicted: exactly one figure of"
        " them is about the same, and differs; undecided; not_found."
    )
    matches: tuple[MatchingFact, ...] = Field(
        default=(), description="The figures that it is held against; of an undecided claim, the candidates."
    )
    note: Message | None = Field(default=None, description="Why, in both languages.")


class ClaimsOutput(Model):
    """All that one run of `claims --format json` found."""

    version: Literal[1] = Field(default=1, description="Version of this form.")
    article: ComparedInput
    reports: tuple[ComparedInput, ...]
    claims: tuple[Claim, ...]
