"""A report that was read → the equations that it claims, and the places where it contradicts itself."""

from auditreport.checks.check import Checked, check
from auditreport.checks.registry import RULES, manual

__all__ = ["RULES", "Checked", "check", "manual"]
