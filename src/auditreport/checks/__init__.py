"""A report that was read → the equations that it claims, and the places where it contradicts itself."""

from auditreport.checks.baseline import Compared, compare, make_baseline
from auditreport.checks.check import Checked, check, confirming
from auditreport.checks.registry import RULES, manual
from auditreport.checks.selection import UnknownRule, codes_of, select_codes

__all__ = [
    "RULES",
    "Checked",
    "Compared",
    "UnknownRule",
    "check",
    "codes_of",
    "compare",
    "confirming",
    "make_baseline",
    "manual",
    "select_codes",
]
