"""What checks say of reports: the equations over their figures, and where a report contradicts itself (불일치)."""

from __future__ import annotations

from typing import Literal

from pydantic import ConfigDict, Field

from auditreport.schemas.base import Model
from auditreport.schemas.failure import Failure
from auditreport.schemas.issue import Issue

Class = Literal["exact", "rounding", "accumulated", "inconsistent", "ambiguous"]
Severity = Literal["error", "warning", "info"]
Status = Literal["checked", "unreadable", "nothing_checked"]
RoundingHabit = Literal["half_up", "half_even", "cut_off", "summed_rounded", "unknown"]


class Bounds(Model):
    """The values that the other figures of an equation allow (허용 범위), in the base unit."""

    low: str = Field(description="Decimal number.")
    high: str = Field(description="Decimal number.")


class Equation(Model):
    """A relation (등식) that a report claims between its figures, and whether it holds."""

    model_config = ConfigDict(populate_by_name=True, serialize_by_alias=True)

    id: str = Field(description="Stable for the same bytes, on every machine.")
    rule: str = Field(description="Code of the rule.", examples=["AR101"])
    formula: str = Field(description="Readable, with the figures as printed.", examples=["5 + 1 + 7 + 7 = 20"])
    facts: tuple[str, ...] = Field(description="Ids of the facts that stand in it, the stated result last.")
    class_: Class = Field(
        alias="class",
        description="exact; rounding: closes within the printed precision; accumulated: a total of rounded rows;"
        " inconsistent; ambiguous: holds under some reading of the source only.",
    )
    announced: bool = Field(
        default=True,
        description="Whether words or layout say that the report claims it; false: its figures meet, and nothing says"
        " that they have to, so that none of them is held against the report where they do not.",
    )
    slack: float | None = Field(
        default=None, description="Of an equation that closes by rounding: 1 in the middle of the range, 0 at its edge."
    )
    expected: Bounds | None = Field(default=None, description="What the other figures allow for the stated result.")
    stated: str = Field(description="The stated result, in the base unit.")
    path: str = Field(description="The input, as the user named it.")
    lines: tuple[int, ...] = Field(default=(), description="1-based lines of its figures, of a text input.")
    pages: tuple[int, ...] = Field(default=(), description="1-based pages of its figures, of a paged input.")


class Message(Model):
    """A sentence in both languages."""

    ko: str
    en: str


class PlacedFigure(Model):
    """A figure (수치) that stands in an equation, with its place."""

    fact: str = Field(description="Id of the fact.")
    raw: str = Field(description="The numeral as printed.")
    label: str = Field(description="Row and column, or the label in the text.")
    concept: str = Field(description="What it measures.", examples=["budget.balance"])
    year: int | None = Field(default=None, description="The year that it speaks about; null where it is not told.")
    line: int | None = Field(default=None, description="1-based line of a text input.")
    column: int | None = Field(
        default=None, description="1-based column of the numeral in its line, of a text input, in UTF-16 code units."
    )
    page: int | None = Field(default=None, description="1-based page of a paged input.")
    place: str | None = Field(default=None, description="Place in a structured file such as HWP.")


class Suspect(PlacedFigure):
    """A figure (의심 수치) that, if it alone were another, would settle the contradiction."""

    instead: str | None = Field(default=None, description="The one value, in the base unit, that would settle it.")
    instead_printed: str | None = Field(
        default=None, description="The same in the unit of the report.", examples=["150,717백만원"]
    )


class Discrepancy(Model):
    """A place where a report contradicts itself; theirs to explain."""

    rule: str = Field(description="Code of the rule.", examples=["AR201"])
    severity: Severity = Field(
        description="error: two figures that cannot both be true; warning: they cannot both be true unless something"
        " unstated explains it; info: worth a look."
    )
    message: Message
    path: str = Field(description="The input, as the user named it.")
    lines: tuple[int, ...] = Field(default=(), description="1-based lines of the figures, of a text input.")
    pages: tuple[int, ...] = Field(default=(), description="1-based pages of the figures, of a paged input.")
    facts: tuple[str, ...] = Field(description="Ids of the figures that it is traced to, likeliest first.")
    difference: str = Field(description="Stated result less what the other figures give, in the base unit.")
    unit: str = Field(default="", description="Base unit of `difference`: KRW, %, or the counter.")
    fingerprint: str = Field(description="Stable for the same cause, also where the layout of the report changes.")
    equation: Equation = Field(description="The equation that does not hold.")
    figures: tuple[PlacedFigure, ...] = Field(
        default=(), description="The figures of `equation`, the stated result last."
    )
    suspects: tuple[Suspect, ...] = Field(default=(), description="The figures of `facts`, with their places.")
    excuses: tuple[Message, ...] = Field(default=(), description="Innocent explanations that are possible.")
    related: tuple[Equation, ...] = Field(default=(), description="Other equations that the same cause breaks.")


class Rule(Model):
    """A rule (규칙) of the checks, with its page of the manual."""

    code: str = Field(description="Its code.", examples=["AR101"])
    name: Message = Field(description="What it checks, in a few words.")
    manual: Message = Field(description="Its page of the manual.")


class CheckedInput(Model):
    """What was checked of one input."""

    path: str = Field(description="The input, as the user named it.")
    sha256: str | None = Field(default=None, description="SHA-256 of the bytes; null where it could not be read.")
    status: Status
    facts: int = Field(default=0, description="Figures that were read.")
    equations: int = Field(default=0, description="Equations that were tested.")
    confirmed: int = Field(default=0, description="Figures that stand in at least one equation that closes.")
    rounding: RoundingHabit = Field(default="unknown", description="How the report rounds, told by its own equations.")
    issues: tuple[Issue, ...] = ()
    failure: Failure | None = Field(default=None, description="Why it could not be read; absent if it was.")


class BaselineCount(Model):
    """How a run stands to a baseline (기준 목록) of discrepancies that are known."""

    known: int = Field(description="Discrepancies that it lists; left out of `discrepancies`.")
    gone: int = Field(description="Entries for the inputs and rules of the run that no longer come up.")


class CheckOutput(Model):
    """All that one run of `check --format json` found."""

    version: Literal[1] = Field(default=1, description="Version of this form.")
    inputs: tuple[CheckedInput, ...]
    equations: tuple[Equation, ...] | None = Field(default=None, description="Only with `--equations`.")
    discrepancies: tuple[Discrepancy, ...]
    baseline: BaselineCount | None = Field(default=None, description="Only with `--baseline`.")


class BaselineEntry(Model):
    """A discrepancy that is known (알려진 불일치)."""

    fingerprint: str = Field(description="That of the discrepancy: it holds as long as the cause is the same.")
    path: str = Field(description="The input, as the user named it.")
    rule: str = Field(description="Code of the rule.", examples=["AR201"])
    severity: Severity
    message: Message = Field(description="For whoever reads the file; not compared.")


class Baseline(Model):
    """A file of known discrepancies (기준 목록), as `check --write-baseline` writes it."""

    version: Literal[1] = Field(default=1, description="Version of this form.")
    discrepancies: tuple[BaselineEntry, ...] = Field(description="Sorted by input, rule and fingerprint.")
