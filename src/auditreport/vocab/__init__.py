"""Korean words, units, marks, headings and patterns: data files and one loader.

A rule elsewhere asks for words here by what they mean, so that a new spelling is one line of TOML.
"""

from auditreport.vocab.claims import Claims, claims
from auditreport.vocab.loader import (
    Checks,
    Columns,
    Districts,
    Headings,
    Marks,
    StaffingRule,
    Units,
    Words,
    checks,
    columns,
    departments,
    districts,
    headings,
    join_spaced,
    marks,
    pattern,
    squash,
    staffing_rules,
    units,
    words,
)

__all__ = [
    "Checks",
    "Claims",
    "Columns",
    "Districts",
    "Headings",
    "Marks",
    "StaffingRule",
    "Units",
    "Words",
    "checks",
    "claims",
    "columns",
    "departments",
    "districts",
    "headings",
    "join_spaced",
    "marks",
    "pattern",
    "squash",
    "staffing_rules",
    "units",
    "words",
]
