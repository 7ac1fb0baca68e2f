"""Korean words, units, marks, headings and patterns: data files and one loader.

A rule elsewhere asks for words here by what they mean, so that a new spelling is one line of TOML.
"""

from auditreport.vocab.loader import (
    Columns,
    Districts,
    Headings,
    Marks,
    StaffingRule,
    Units,
    Words,
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
    "Columns",
    "Districts",
    "Headings",
    "Marks",
    "StaffingRule",
    "Units",
    "Words",
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
