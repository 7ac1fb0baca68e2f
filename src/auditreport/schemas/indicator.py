"""Indicators (지표): what is compared, and how it is found. Also the form of a file of a user's own."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from auditreport.schemas.base import Model

Direction = Literal["higher", "lower"]


class Wording(Model):
    """A text in both languages."""

    ko: str
    en: str


class Finding(Model):
    """How the figures of an indicator are told by their labels. Spaces, marks and years count for nothing."""

    topic: tuple[str, ...] = Field(
        min_length=1, description="Words of which a label, or the title of a table, holds one."
    )
    label: tuple[str, ...] = Field(default=(), description="Words of which the figure's own label must hold one.")
    without: tuple[str, ...] = Field(default=(), description="Words that no label may hold.")
    units: tuple[str, ...] = Field(min_length=1, description="Counters, KRW or %.", examples=[["건", "회"]])


class Quotient(Model):
    """How an indicator follows from others of the same report and year."""

    of: str = Field(description="Id of the indicator above the line.")
    by: str = Field(description="Id of the indicator below the line.")
    kind: Literal["quotient", "share", "shortfall"] = Field(
        description="quotient: of/by. share: of/by in percent. shortfall: (by - of)/by in percent."
    )


class Indicator(Model):
    """A quantity that is compared across years and districts."""

    id: str = Field(pattern=r"^[a-z0-9_]+(\.[a-z0-9_]+)?$", examples=["contract_review.cases"])
    ko: str = Field(description="Korean name.")
    en: str = Field(description="English name.")
    unit: str = Field(description="Unit of its values.", examples=["건", "KRW", "%"])
    function: str | None = Field(
        default=None, description="What departments do that state it: an id of `functions.toml`."
    )
    direction: Direction | None = Field(default=None, description="Which way is better; null where that depends.")
    definition: Wording
    not_comparable: Wording | None = Field(default=None, description="What it must not be compared with.")
    concept: str | None = Field(
        default=None, description="Concept of the facts that state it.", examples=["budget.amount"]
    )
    find: Finding | None = Field(default=None, description="How it is found in running text and in tables.")
    computed: Quotient | None = Field(default=None, description="How it is computed where it is not stated.")


class Indicators(Model):
    """A file of indicators (지표 사전)."""

    indicator: tuple[Indicator, ...]
