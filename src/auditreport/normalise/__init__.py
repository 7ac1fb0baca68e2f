"""Records → facts in base units."""

from auditreport.normalise.facts import normalise, positions

__all__ = ["normalise", "positions"]
