"""Korean words, units, marks, headings and patterns: data files and one loader.

A rule elsewhere asks for words here by what they mean, so that a new spelling is one line of TOML.
"""

from auditreport.vocab.claims import Claims, claims
from auditreport.vocab.districts import Districts, districts
from auditreport.vocab.entities import Entity, entities, entities_named, province_of
from auditreport.vocab.functions import Function, Meaning, functions, functions_in, parts_of
from auditreport.vocab.lineage import LineageWords, lineage
from auditreport.vocab.loader import (
    Checks,
    Columns,
    Headings,
    Marks,
    StaffingRule,
    Units,
    Words,
    checks,
    columns,
    departments,
    headings,
    join_spaced,
    marks,
    pattern,
    squash,
    staffing_rules,
    units,
    words,
)
from auditreport.vocab.own import own_text, use_own, use_own_file, version
from auditreport.vocab.phases import Phases, phases
from auditreport.vocab.quotes import Quotes, Round, quotes
from auditreport.vocab.statements import Statements, statements

__all__ = [
    "Checks",
    "Claims",
    "Columns",
    "Districts",
    "Entity",
    "Function",
    "Headings",
    "LineageWords",
    "Marks",
    "Meaning",
    "Phases",
    "Quotes",
    "Round",
    "StaffingRule",
    "Statements",
    "Units",
    "Words",
    "checks",
    "claims",
    "columns",
    "departments",
    "districts",
    "entities",
    "entities_named",
    "functions",
    "functions_in",
    "headings",
    "join_spaced",
    "lineage",
    "marks",
    "own_text",
    "parts_of",
    "pattern",
    "phases",
    "province_of",
    "quotes",
    "squash",
    "staffing_rules",
    "statements",
    "units",
    "use_own",
    "use_own_file",
    "version",
    "words",
]
