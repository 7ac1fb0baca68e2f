"""checks.toml → what checks say, and what they look for around figures."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from auditreport.vocab.own import tables_of


class Checks(NamedTuple):
    """What checks say, and what they look for around figures.

    Attributes:
        messages, excuses: sentences by name and language.
        scales: names of units of money by their zeros.
        bounds, most: words behind and in front of a figure that is a bound.
        some: words behind a list that names only some of its parts.
    """

    messages: dict[str, dict[str, str]]
    excuses: dict[str, dict[str, str]]
    scales: dict[int, str]
    bounds: tuple[str, ...]
    most: tuple[str, ...]
    some: tuple[str, ...]


@cache
def checks() -> Checks:
    """The sentences of checks.toml."""
    data = tables_of("checks")
    words = {name: tuple(found) for name, found in data["words"].items()}
    scales = {int(zeros): name for zeros, name in data["scales"].items()}
    return Checks(data["messages"], data["excuses"], scales, **words)
