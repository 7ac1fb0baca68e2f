"""Facts of one document → the equations that close over them: sums, differences and rates of printed figures."""

from auditreport.arithmetic.confirm import confirm, find_equations
from auditreport.arithmetic.equations import Equation
from auditreport.arithmetic.intervals import Interval
from auditreport.arithmetic.measures import MEASURES
from auditreport.arithmetic.totals import find_wholes, is_total

__all__ = ["MEASURES", "Equation", "Interval", "confirm", "find_equations", "find_wholes", "is_total"]
