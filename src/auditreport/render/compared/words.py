"""Phases, states and events of a comparison → the messages that stand for them (표시어)."""

from __future__ import annotations

from auditreport.render.compared.indicators import in_language
from auditreport.render.messages import N_
from auditreport.schemas.comparison import ComparedCell, Event, Phase
from auditreport.vocab.comparing import comparing

# In the order in which a year goes by.
PHASES: tuple[Phase, ...] = ("original_budget", "revised", "planned", "executed_to_date", "forecast", "full_year")
UNTOLD = N_("phase not told")
_UNSTATED = "unstated"
EVENTS: dict[Event, str] = {
    "continued": N_("continued"),
    "renamed": N_("renamed"),
    "merged": N_("merged"),
    "split": N_("split"),
    "moved_team": N_("moved to another team"),
    "new": N_("new"),
    "ended": N_("ended"),
    "unknown": N_("unknown"),
}
STATUSES = {
    "stated": N_("stated"),
    "inferred": N_("inferred"),
    "computed": N_("computed"),
    "ambiguous": N_("ambiguous"),
}
MARKS = {
    "computed": ("=", N_("computed from other figures, not printed")),
    "inferred": ("~", N_("from a table whose layout was lost: the only possible place")),
    "partial": ("+", N_("a sum of which some parts are not stated")),
    "unconfirmed": ("*", N_("no other figure of the report confirms it")),
}
AS_OF = N_("as of {date}")
COARSE = N_("printed in units of {unit}")
IN_PROGRAMME = N_("of the programme {programme}")
DISTRICT_UNTOLD = N_("district not told")
YEAR_UNTOLD = N_("no year")
YES, NO = N_("yes"), N_("no")


def marks_of(cell: ComparedCell) -> list[str]:
    """What a reader has to know of a figure at a glance: keys of `MARKS`."""
    marks: list[str] = [cell.status] if cell.status != "stated" else []
    marks += ["partial"] if cell.partial else []
    return marks if cell.confirmed else [*marks, "unconfirmed"]


def phase_word(phase: Phase | None, lang: str) -> str:
    """A phase in words, as the cautions call it."""
    return in_language(comparing().phases[phase or _UNSTATED], lang)
