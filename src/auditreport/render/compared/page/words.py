"""Names that the template of the page uses → the messages that stand for them (표시어)."""

from __future__ import annotations

from auditreport.render.compared.page.both import Both, said
from auditreport.render.messages import N_

_WORDS = {
    "title": N_("Comparison of work reports"),
    "skip": N_("Skip to the figures"),
    "language": N_("Language"),
    "contents": N_("On this page"),
    "reports": N_("Reports"),
    "cautions": N_("Before you compare"),
    "own_cautions": N_("On single indicators"),
    "careful": N_("Careful"),
    "figures": N_("Figures"),
    "filter": N_("Filter the figures"),
    "indicator": N_("Indicator"),
    "district": N_("District"),
    "year": N_("Year"),
    "phase": N_("Phase"),
    "search": N_("Search"),
    "all": N_("All"),
    "reset": N_("Show all"),
    "nothing": N_("No figure matches."),
    "caption": N_("Figures in one row share indicator, unit and phase. Each figure leads to its place in the source."),
    "rounded": N_("Computed figures are rounded here; their place in the source shows all digits."),
    "remarks": N_("Remarks"),
    "charts": N_("Charts"),
    "charts_note": N_(
        "Only figures of one unit and one phase share a chart. A dashed line passes over years of which no report"
        " tells."
    ),
    "other_work": N_("These departments do different work: no comparison of their performance."),
    "changes": N_("Changes between years"),
    "change": N_("Change"),
    "rate": N_("In percent"),
    "range": N_("Range that rounding leaves"),
    "department": N_("Department"),
    "lineage": N_("What became of programmes"),
    "programme": N_("Programme"),
    "programme_figures": N_("Figures of programmes"),
    "event": N_("Event"),
    "open": N_("Programmes whose history is not certain"),
    "candidates": N_("Candidates"),
    "restatements": N_("Figures printed again by a later report"),
    "then": N_("Printed first"),
    "now": N_("Printed later"),
    "same": N_("the same"),
    "changed": N_("changed"),
    "about": N_("About"),
    "result": N_("Result"),
    "other_phases": N_("The same in another phase: no change of each other"),
    "peers": N_("Departments that do the same work"),
    "undecided": N_("Figures that are not decided"),
    "definitions": N_("Indicators"),
    "not_comparable": N_("not comparable with"),
    "higher": N_("The higher, the better."),
    "lower": N_("The lower, the better."),
    "sources": N_("Sources"),
    "sources_note": N_("Where each figure stands in the reports, with the words around it."),
    "computed": N_("Computed figures"),
    "from": N_("computed from"),
    "value": N_("All digits"),
    "back": N_("Back to the figure"),
    "close": N_("Close"),
    "confirmed": N_("confirmed by arithmetic"),
    "unconfirmed": N_("not confirmed by arithmetic"),
    "source": N_("Source"),
    "empty": N_("no figure"),
    "made": N_("Made with auditreport {version}. This page asks nothing of any network."),
    "count": N_("Figures shown: {shown} of {all}"),
}


class Words:
    """The words of the page as attributes, each in both languages."""

    def __getattr__(self, name: str) -> Both:
        """A word by its name."""
        if name not in _WORDS:
            raise AttributeError(name)
        return said(_WORDS[name])

    def filled(self, name: str, **gaps: object) -> Both:
        """A word with its gaps filled."""
        return said(_WORDS[name], gaps)
