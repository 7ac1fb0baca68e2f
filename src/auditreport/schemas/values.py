"""Values: a numeral as printed together with what it is worth."""

from __future__ import annotations

from decimal import Decimal

from pydantic import Field

from auditreport.schemas.base import Model
from auditreport.schemas.source import Anchor


class Quantity(Model):
    """One stated figure (수치): an amount of money, a count or a rate.

    `number` is what the numeral says once its own multipliers are resolved (`1만 5천여명` is 15000), still in
    the printed unit: `79,321` under `(단위 : 천원)` has number 79321 and unit 천원.
    """

    raw: str = Field(description="The numeral with its sign exactly as printed, without counter or multiplier.")
    number: Decimal = Field(description="The number in the printed unit.")
    unit: str | None = Field(default=None, description="Unit or counter as printed; null where none is stated.")
    decimals: int = Field(default=0, description="Decimals of `number` that are significant; may be negative.")
    qualifiers: tuple[str, ...] = Field(default=(), description="Words that qualify the figure: 총, 약, 이상, 등 …")
    anchor: Anchor = Field(description="Place of `raw`.")
