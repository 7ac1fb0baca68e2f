"""What speaks for an edge → short sentences for readers, all of them in one place."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from auditreport.schemas.comparison import ProgrammeAt

_PARTS = {"results": "results", "plan": "plan", "new_plan": "new plan"}
_LONGEST = 80


def same_title() -> str:
    """Both have one title."""
    return "same title"


def title_words(words: Sequence[str]) -> str:
    """Words that both titles have."""
    return f"titles share: {', '.join(words)}"


def line_words(words: Sequence[str]) -> str:
    """Words that the lines of both have and few others."""
    return f"lines share: {', '.join(words)}"


def naming_line(line: str) -> str:
    """A line of one that names the other."""
    return f"a line of one names the other: {_short(line)}"


def _short(line: str) -> str:
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…"


def common_line(line: str, at: ProgrammeAt) -> str:
    """A line that says the same as one of another programme."""
    return f"a line is also in {at.programme} ({at.year} {_PARTS.get(at.part, at.part)}): {_short(line)}"


def same_team(teams: Sequence[str]) -> str:
    """Both are of one team."""
    return f"same team: {', '.join(teams)}"


def moved(before: Sequence[str], after: Sequence[str]) -> str:
    """They are of different teams."""
    return f"team: {', '.join(before)} → {', '.join(after)}"


def same_amount(amount: Decimal) -> str:
    """Both have one amount of money."""
    return f"same amount: {amount:,} won"


def same_budget_line(name: str) -> str:
    """A later budget still has a line that bears the title."""
    return f"a later budget has a line of this name: {name}"


def candidate(at: ProgrammeAt, score: float) -> str:
    """What it may have become, or come from."""
    return f"candidate: {at.programme} ({at.year} {_PARTS.get(at.part, at.part)}), {score:.2f}"


def nothing_near(later: bool) -> str:
    """No programme of the other stages comes near."""
    return f"nothing in {'later' if later else 'earlier'} stages comes near"


def too_little() -> str:
    """A report says so little of it that it cannot be told."""
    return "its report says too little of it to tell"


def settled(name: str, note: str | None) -> tuple[str, ...]:
    """A person has settled it in a file, and may have said why."""
    return (f"settled in {name}", *((note,) if note else ()))
