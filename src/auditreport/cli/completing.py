"""Words that are being typed → what they may become, for the shell (자동 완성).

Completing starts the command anew at each press of the key: nothing heavy is imported, and no report is read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable


def listed(names: Callable[[], Iterable[str]]) -> Callable[[str], list[str]]:
    """What completes names parted by commas: only the last of them is still being typed.

    >>> listed(lambda: ["AR101", "AR102", "AR201"])("AR201,AR10")
    ['AR201,AR101', 'AR201,AR102']
    """

    def complete(incomplete: str) -> list[str]:
        before, comma, last = incomplete.rpartition(",")
        return [f"{before}{comma}{name}" for name in names() if name.startswith(last)]

    return complete


def rule_codes() -> Iterable[str]:
    """The codes of the rules."""
    from auditreport.checks.selection import CODES

    return CODES


def indicator_ids() -> Iterable[str]:
    """The ids of the indicators that come along; those of a file of the user's are not known here."""
    from auditreport.vocab.indicators import indicators

    return indicators()


def table_names() -> Iterable[str]:
    """The names of the tables that are exported."""
    from auditreport.schemas.tables import TABLES

    return TABLES


def schema_names() -> Iterable[str]:
    """The names of the published types."""
    from auditreport.render.published import PUBLISHED

    return PUBLISHED
