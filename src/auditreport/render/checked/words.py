"""Names that the checks use → the messages that stand for them."""

from __future__ import annotations

from auditreport.render.messages import N_
from auditreport.schemas.discrepancy import Class, RoundingHabit, Severity

SEVERITY_WORDS: dict[Severity, str] = {"error": N_("error"), "warning": N_("warning"), "info": N_("note")}
COUNTED: dict[Severity, str] = {
    "error": N_("errors: {count}"),
    "warning": N_("warnings: {count}"),
    "info": N_("notes: {count}"),
}
HABITS: dict[RoundingHabit, str] = {
    "half_up": N_("rounds half up"),
    "half_even": N_("rounds half to even"),
    "cut_off": N_("cuts figures off"),
    "summed_rounded": N_("totals are sums of the rounded figures"),
    "unknown": N_("rounding unknown"),
}
CLASSES: dict[Class, str] = {
    "exact": N_("holds exactly"),
    "rounding": N_("holds within rounding"),
    "accumulated": N_("holds as a total of rounded figures"),
    "inconsistent": N_("does not hold"),
    "ambiguous": N_("holds under some readings only"),
}
NOTHING_CHECKED = N_("Nothing was checked: no figures of this input make up an equation.")
