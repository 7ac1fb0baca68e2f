"""Facts of one document → the equations that close over them: sums, differences and rates of printed figures."""

from auditreport.arithmetic.confirm import confirm, find_claims, find_equations
from auditreport.arithmetic.equations import Equation, Origin, add, divide
from auditreport.arithmetic.intervals import Interval, total
from auditreport.arithmetic.measures import MEASURES
from auditreport.arithmetic.operands import Operand, operand_of
from auditreport.arithmetic.totals import find_wholes, is_total

__all__ = [
    "MEASURES",
    "Equation",
    "Interval",
    "Operand",
    "Origin",
    "add",
    "confirm",
    "divide",
    "find_claims",
    "find_equations",
    "find_wholes",
    "is_total",
    "operand_of",
    "total",
]
