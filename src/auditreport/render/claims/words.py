"""Verdicts (판정) as a reader meets them."""

from __future__ import annotations

from auditreport.render.messages import N_
from auditreport.schemas.claims import Verdict

VERDICTS: dict[Verdict, str] = {
    "contradicted": N_("contradicted"),
    "supported": N_("supported"),
    "rounded": N_("rounded"),
    "undecided": N_("undecided"),
    "not_found": N_("not in the reports"),
}
COUNTED: dict[Verdict, str] = {
    "contradicted": N_("contradicted: {count}"),
    "supported": N_("supported: {count}"),
    "rounded": N_("rounded: {count}"),
    "undecided": N_("undecided: {count}"),
    "not_found": N_("not in the reports: {count}"),
}
STYLES: dict[Verdict, str] = {
    "contradicted": "bold red",
    "supported": "green",
    "rounded": "green",
    "undecided": "yellow",
    "not_found": "dim",
}
NOTHING_TO_TEST = N_("Nothing was tested: the article states no figure with a unit.")
