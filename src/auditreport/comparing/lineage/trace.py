"""Reports of any departments and years → edges between their programmes: the entrance of this package."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from auditreport.comparing.lineage.decisions import Decisions, template
from auditreport.comparing.lineage.stages import SameDepartment, departments, same_names
from auditreport.schemas.comparison import Edge
from auditreport.schemas.material import Material


def trace_lineage(
    materials: Sequence[Material], decisions: Decisions | None = None, same_department: SameDepartment = same_names
) -> tuple[Edge, ...]:
    """What became of the programmes (사업) of each department, and where they came from.

    Reports that name no district, department or year take no part.

    Args:
        materials: reports in any order; one given twice counts once.
        decisions: what a person has settled.
        same_department: whether two reports are of one department; by default, if they give the same names.

    Raises:
        WrongDecision: a decision names a programme that its stage does not have.
    """
    # Comparing needs libraries that other commands do without.
    from auditreport.comparing.lineage.tracing import trace

    found = departments(materials, same_department)
    seen = [node for stages in found for stage in stages for node in stage.nodes]
    return tuple(edge for stages in found for edge in trace(stages, seen, decisions or Decisions()))


def write_template(edges: Iterable[Edge]) -> str:
    """A file of decisions for a person to fill in: the edges that are unknown, with their candidates."""
    return template((edge.before, edge.to, edge.evidence) for edge in edges if edge.event == "unknown")
