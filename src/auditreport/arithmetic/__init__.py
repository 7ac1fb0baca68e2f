"""Facts of one document → the equations that close over them: sums, differences and rates of printed figures."""

from auditreport.arithmetic.confirm import confirm, find_equations
from auditreport.arithmetic.equations import Equation
from auditreport.arithmetic.intervals import Interval

__all__ = ["Equation", "Interval", "confirm", "find_equations"]
