"""Why a figure says what it says (설명): its place, the equations over it, and how a lost column was sought."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from auditreport.schemas.base import Model
from auditreport.schemas.fact import Fact


class Operand(Model):
    """A figure (항) of an equation, with what it is a figure of."""

    raw: str = Field(description="The numeral as printed.")
    label: str = Field(description="Row and column, or the label in the text.")
    concept: str = Field(description="What it measures.", examples=["budget.amount"])
    line: int | None = Field(default=None, description="1-based line of a text input.")
    page: int | None = Field(default=None, description="1-based page of a paged input.")


class Proof(Model):
    """An equation (등식) that closes over printed figures."""

    rule: str = Field(description="Code of the rule of the checks that finds it.", examples=["AR201"])
    formula: str = Field(description="The equation with its figures.", examples=["5 + 1 + 7 + 7 = 20"])
    operands: tuple[Operand, ...] = Field(description="The facts that stand in it, the stated result last.")
    is_exact: bool = Field(description="Whether the figures give the result as printed; else only within rounding.")
    announced: bool = Field(description="Whether words or layout claim it; else the figures alone tell it.")


class Change(Model):
    """A change (고침) of a figure that would close what does not close; a proposal, never applied."""

    kind: Literal["digit", "sign", "split", "join"]
    label: str = Field(description="Label of the row.")
    was: tuple[str, ...] = Field(description="The figures as printed.")
    becomes: tuple[str, ...] = Field(description="The figures as they would have to be.")
    mended: int = Field(description="How many relations in single lines it would close.")


class Likely(Model):
    """A rule (관행) on how departments are staffed that ranks columns and proves nothing."""

    code: str
    ko: str
    en: str


class Search(Model):
    """How the columns of a row whose empty cells were lost were sought (칸 찾기)."""

    columns: tuple[str, ...] = Field(description="Titles of the columns, from left to right.")
    figures: tuple[str, ...] = Field(description="Figures of the row in their order.")
    arrangements: int = Field(description="In how many ways the header can be divided into columns.")
    by_order: int = Field(description="Placings that keep the order of the figures.")
    by_sums: int = Field(description="Of these, placings that close every relation of `closed`.")
    by_rules: int = Field(description="Of these, placings that keep `rules`; 0 where no rule speaks of the table.")
    is_cut: bool = Field(description="Whether the search was given up: then every place that order allows is left.")
    closed: tuple[str, ...] = Field(description="Relations that the table announces and the placings close.")
    broken: tuple[str, ...] = Field(description="Relations that no placing closes together with the others.")
    rules: tuple[Likely, ...] = ()


class Explanation(Model):
    """What is known about one fact (사실)."""

    fact: Fact
    text: str = Field(description="The line of the source that holds the numeral.")
    at: int = Field(description="Offset of the numeral in `text`.")
    proofs: tuple[Proof, ...] = Field(description="Equations that confirm it.")
    search: Search | None = Field(default=None, description="Only for a figure of a table whose columns were lost.")
    changes: tuple[Change, ...] = Field(default=(), description="What would close a table that does not close.")
