"""What reading a report again changes in its facts (사실의 변화) → lines to read, as a diff shows them."""

from __future__ import annotations

from collections.abc import Sequence

from auditreport.printable import printable
from auditreport.schemas import Fact
from auditreport.schemas.change import Change

_MARKS = {"gained": "+", "lost": "-", "altered": "~"}


def change_lines(name: str, changes: Sequence[Change]) -> str:
    """The name of a report, and a line for each fact that was gained (+), lost (-) or altered (~)."""
    lines = [printable(name), *map(_line, changes)]
    return "".join(f"{line}\n" for line in lines)


def preview_line(kind: str, name: str) -> str:
    """A file with what would become of it."""
    return f"{kind}\t{printable(name)}\n"


def _line(change: Change) -> str:
    fact = change.fact
    source = fact.source
    place = f"line {source.line}" if source.line is not None else f"page {source.page}"
    words = (
        f"  {_MARKS[change.kind]} {place}  {fact.concept}  {printable(fact.raw)}  {printable(fact.item or '')}".rstrip()
    )
    if change.before is None or change.after is None:
        return f"{words}  = {_value(fact)}"
    told = "; ".join(f"{name}: {_shown(change.before, name)} → {_shown(change.after, name)}" for name in change.fields)
    return f"{words}  {told}"


def _value(fact: Fact) -> str:
    return printable(f"{fact.value} {fact.unit}")


def _shown(fact: Fact, name: str) -> str:
    value = getattr(fact, name)
    return printable(value.model_dump_json() if hasattr(value, "model_dump_json") else str(value))
