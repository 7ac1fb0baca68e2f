"""Reports of several years → which programme of one year is which of another (사업 연혁)."""

from __future__ import annotations

from auditreport.comparing.lineage.decisions import Decisions, read_decisions
from auditreport.comparing.lineage.stages import SameDepartment
from auditreport.comparing.lineage.trace import trace_lineage, write_template

__all__ = ["Decisions", "SameDepartment", "read_decisions", "trace_lineage", "write_template"]
