"""Tables whose layout was lost: constraints → the one reading, or all readings that are possible."""

from auditreport.parsers.recovery.choosing import Broken, Verdict, choose, judge
from auditreport.parsers.recovery.numerals import Numeral, number, read_numeral
from auditreport.parsers.recovery.placing import Found, Placing, place

__all__ = ["Broken", "Found", "Numeral", "Placing", "Verdict", "choose", "judge", "number", "place", "read_numeral"]
