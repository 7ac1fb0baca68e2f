"""What speaks for an edge → short sentences for readers in both languages, all of them in one place."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from auditreport.schemas.comparison import ProgrammeAt
from auditreport.schemas.indicator import Wording
from auditreport.vocab.comparing import comparing

_LONGEST = 80


def _say(code: str, **words: str | Wording) -> Wording:
    return comparing().say("evidence", code, **words)


def same_title() -> Wording:
    """Both have one title."""
    return _say("same_title")


def title_words(words: Sequence[str]) -> Wording:
    """Words that both titles have."""
    return _say("title_words", words=", ".join(words))


def line_words(words: Sequence[str]) -> Wording:
    """Words that the lines of both have and few others."""
    return _say("line_words", words=", ".join(words))


def naming_line(line: str) -> Wording:
    """A line of one that names the other."""
    return _say("naming_line", line=_short(line))


def same_team(teams: Sequence[str]) -> Wording:
    """Both are of one team."""
    return _say("same_team", teams=", ".join(teams))


def other_team(before: Sequence[str], after: Sequence[str]) -> Wording:
    """They are of different teams."""
    return _say("other_team", before=", ".join(before), after=", ".join(after))


def same_amount(amount: Decimal) -> Wording:
    """Both have one amount of money."""
    return _say("same_amount", amount=f"{amount:,}")


def budget_line(name: str) -> Wording:
    """A later budget still has a line that bears the title."""
    return _say("budget_line", name=name)


def candidate(at: ProgrammeAt, score: float) -> Wording:
    """What it may have become, or come from."""
    return _say("candidate", **_place(at), score=f"{score:.2f}")


def common_line(line: str, at: ProgrammeAt) -> Wording:
    """A line that says the same as one of another programme."""
    return _say("common_line", **_place(at), line=_short(line))


def alike(at: ProgrammeAt) -> Wording:
    """A title that has a piece of a word in common."""
    return _say("alike", **_place(at))


def nothing_near(later: bool) -> Wording:
    """No programme of the other stages comes near."""
    return _say("nothing_later" if later else "nothing_earlier")


def too_little() -> Wording:
    """A report says so little of it that it cannot be told."""
    return _say("too_little")


def settled(file: str, note: str | None) -> tuple[Wording, ...]:
    """A person has settled it in a file, and may have said why."""
    return (_say("settled", file=file), *((Wording(ko=note, en=note),) if note else ()))


def _place(at: ProgrammeAt) -> dict[str, str | Wording]:
    return {"programme": at.programme, "year": str(at.year), "part": comparing().say("parts", at.part)}


def _short(line: str) -> str:
    one_line = " ".join(line.split())
    return one_line if len(one_line) <= _LONGEST else f"{one_line[:_LONGEST]}…"
