"""A fact (사실) → the words that show its figure: thousands of won, grouped digits, units, a mark of doubt."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal, InvalidOperation

from auditreport.printable import printable
from auditreport.render.messages import N_
from auditreport.schemas import Fact

WON = "KRW"
DOUBT = "?"
THOUSAND_WON = N_("thousand won")
_WON_WITH_UNIT = N_("{amount}k won")


def number(fact: Fact) -> str:
    """The bare number: money in thousands of won, a rate with its sign, everything else as it counts.

    A figure whose place or value is not certain carries a `?`.
    """
    try:
        value = Decimal(fact.value)
    except InvalidOperation:
        return printable(fact.raw)
    if fact.unit == WON:
        text = grouped(value / 1000, None)
    else:
        text = grouped(value, fact.decimals)
    rate = "%" if fact.unit == "%" else ""
    return f"{text}{rate} {DOUBT}" if fact.status == "ambiguous" else f"{text}{rate}"


def is_misread(fact: Fact) -> bool:
    """Whether it was read off a scan in several ways, so that its value is open and not its place."""
    return any("raw" in candidate for candidate in fact.candidates)


def is_adrift(fact: Fact) -> bool:
    """Whether several places are left for it."""
    return fact.status == "ambiguous" and not is_misread(fact)


def with_unit(fact: Fact, translate: Callable[[str], str]) -> str:
    """The number with its unit."""
    text, mark, doubt = number(fact).partition(f" {DOUBT}")
    if fact.unit == WON:
        text = translate(_WON_WITH_UNIT).format(amount=text)
    elif fact.unit != "%":
        text = f"{text}{printable(fact.unit)}"
    return f"{text}{mark}{doubt}"


def unit_word(unit: str, translate: Callable[[str], str]) -> str:
    """What a table whose figures share a unit says in its title."""
    return translate(THOUSAND_WON) if unit == WON else printable(unit)


def grouped(value: Decimal, decimals: int | None) -> str:
    """Digits in groups of three; `decimals` digits behind the point, or as many as there are.

    >>> grouped(Decimal("-18040"), 0), grouped(Decimal("1"), 1), grouped(Decimal("0.50"), None)
    ('-18,040', '1.0', '0.5')
    """
    if decimals is not None:
        exponent = value.as_tuple().exponent
        given = -exponent if isinstance(exponent, int) else 0
        return f"{value:,.{max(decimals, given, 0)}f}"
    text = f"{value:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
