"""Names of types and codes → the messages that stand for them (표시어)."""

from __future__ import annotations

from auditreport.render.messages import N_

CONCEPTS = {
    "organisation.teams": N_("Teams"),
    "organisation.offices": N_("Offices"),
    "staffing.quota": N_("Quota"),
    "staffing.headcount": N_("Headcount"),
    "staffing.gap": N_("Gap"),
    "budget.amount": N_("Budget"),
    "budget.executed": N_("Executed"),
    "budget.executed_forecast": N_("Expected execution"),
    "budget.balance": N_("Balance"),
    "budget.execution_rate": N_("Execution rate"),
    "budget.prior_amount": N_("Prior year"),
    "budget.change": N_("Change"),
    "budget.change_rate": N_("Change rate"),
    "required.amount": N_("Required budget"),
}
PARTS = {
    "overview": N_("Overview"),
    "results": N_("Results"),
    "plan": N_("Plan"),
    "new_plan": N_("New and key projects"),
    "article": N_("Press article"),
}
KINDS = {
    "organisation": N_("organisation"),
    "staffing": N_("staffing"),
    "budget": N_("budget"),
    "programme_budget": N_("programme budget"),
    "required_budget": N_("required budget"),
    "metric": N_("in the text"),
    "table": N_("other tables"),
}
BLOCKS = {
    "heading": N_("headings"),
    "paragraph": N_("paragraphs"),
    "bullet": N_("bullets"),
    "table": N_("tables"),
    "furniture": N_("page furniture"),
    "unparsed": N_("unparsed"),
}
DOCUMENTS = {
    "work_report": N_("Work report"),
    "work_plan": N_("Work plan"),
    "press_article": N_("Press article"),
}
FIELDS = {
    "district": N_("District"),
    "council": N_("Council"),
    "session": N_("Session"),
    "department": N_("Department"),
    "title": N_("Title"),
    "report_year": N_("Year reported on"),
    "plan_year": N_("Year planned for"),
    "published": N_("Published"),
}
ISSUES = {
    "number-unread": N_("Numbers of these lines have no unit and are no part of a whole: they are not read."),
    "row-unread": N_("These lines state figures without labels, as rows of lost tables do: they are not read."),
    "row-unknown": N_("No list holds the labels of these rows: their figures are not read; --vocab adds words."),
    "numeral-torn": N_("The digits of these numerals are parted as in no number: they are not read."),
    "part-exceeds-whole": N_("Parts are greater than their whole here, digits may have run together: marked ?."),
    "columns-inferred": N_("No rules part the columns of these scanned tables: compare their figures with the page."),
    "columns-lost": N_("Empty cells of these tables are lost: figures with several possible places are marked ?."),
    "sums-open": N_(
        "Some sums of a table whose cells were lost do not close; a figure may be misread: auditreport explain proposes"
        " which."
    ),
    "coarse-scan": N_("These pages were scanned too coarsely: minus signs may be lost, scan at 300 dots per inch."),
    "doubtful-figure": N_("Two readings of these scanned figures differ: compare them with the page; marked ?."),
    "garbled-page": N_("The fonts of these pages do not tell their characters: pass the original file."),
    "header-lost": N_("The header of these tables cannot be read: their figures come out without a place."),
    "heading-lost": N_("The headings of these programmes are lost: their titles are from the contents list."),
    "part-deduced": N_("Which part of the report begins here was deduced."),
    "readers-disagree": N_("A second reader reads these tables differently: compare them with the file."),
    "scanned-page": N_("These pages are pictures, their words are missing: auditreport doctor says what reads them."),
    "second-reader": N_("The usual reader cannot read this file: another one did, and nothing checked it."),
    "table-overlap": N_("Cells of these tables claim the same place."),
    "table-too-large": N_("These tables claim more cells than a report can have: they were read as text."),
    "unparsed": N_("These lines were not understood."),
}
