"""Korean words, units, marks, headings and patterns: data files, each with a module that gives it a type.

A rule elsewhere asks for words here by what they mean, so that a new spelling is one line of TOML.
"""

from auditreport.vocab.checks import Checks, checks
from auditreport.vocab.claims import Claims, claims
from auditreport.vocab.columns import Columns, columns
from auditreport.vocab.departments import departments
from auditreport.vocab.districts import Districts, districts
from auditreport.vocab.entities import Entity, entities, entities_named, province_of
from auditreport.vocab.folding import join_spaced, squash
from auditreport.vocab.functions import Function, Meaning, functions, functions_in, parts_of
from auditreport.vocab.headings import Headings, headings
from auditreport.vocab.lineage import LineageWords, lineage
from auditreport.vocab.marks import Marks, marks
from auditreport.vocab.organisation import StaffingRule, staffing_rules
from auditreport.vocab.own import own_text, use_own, use_own_file, version
from auditreport.vocab.patterns import pattern
from auditreport.vocab.phases import Phases, phases
from auditreport.vocab.quotes import Quotes, Round, quotes
from auditreport.vocab.statements import Statements, statements
from auditreport.vocab.units import Units, units
from auditreport.vocab.words import Words, words

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
