"""Reports of several years → the figures about a year that a later report prints again (재기재)."""

from auditreport.comparing.restatements.agreement import Agreement, agree
from auditreport.comparing.restatements.find import find_restatements

__all__ = ["Agreement", "agree", "find_restatements"]
