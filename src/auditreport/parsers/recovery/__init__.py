"""Tables whose layout was lost: constraints → the one reading, or all readings that are possible."""

from auditreport.parsers.recovery.choosing import choose
from auditreport.parsers.recovery.damage import Change, proposals
from auditreport.parsers.recovery.judging import Instance, Verdict, judge
from auditreport.parsers.recovery.numerals import Numeral, number, read_numeral
from auditreport.parsers.recovery.placing import Found, Placing, place
from auditreport.parsers.recovery.relations import Relation

__all__ = [
    "Change",
    "Found",
    "Instance",
    "Numeral",
    "Placing",
    "Relation",
    "Verdict",
    "choose",
    "judge",
    "number",
    "place",
    "proposals",
    "read_numeral",
]
