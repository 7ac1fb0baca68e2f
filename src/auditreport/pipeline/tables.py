"""A report that was read, now or into a store → the rows that are exported of it."""

from __future__ import annotations

from auditreport.comparing.places import settle_district
from auditreport.pipeline.check import CheckedPart, check_part
from auditreport.pipeline.material import material_part
from auditreport.schemas import Document, Fact, Report
from auditreport.schemas.material import Material
from auditreport.schemas.tables import Batch
from auditreport.store.export.rows import Rows


def tables_part(document: Document, report: Report, facts: list[Fact]) -> list[Batch]:
    """The rows of one report as part of a task, which does not know how the user named the input: see `at_path`."""
    return tables_of(material_part(document, report, facts), check_part(document, report, facts))


def tables_of(material: Material, checked: CheckedPart) -> list[Batch]:
    """The rows of one report.

    Args:
        material: what was read of it; its path is that of the rows.
        checked: what was checked of it, by all rules.
    """
    settled = settle_district(material)
    return Rows(material, settled.code if settled is not None else None).batches(*checked)
