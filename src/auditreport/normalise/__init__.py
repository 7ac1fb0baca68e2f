"""Records → facts in base units."""

from auditreport.normalise.facts import normalise

__all__ = ["normalise"]
