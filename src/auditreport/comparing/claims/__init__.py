"""Figures of a press article → what the reports say of them (기사 검증)."""

from auditreport.comparing.claims.verdicts import test_claims

__all__ = ["test_claims"]
