"""A document, its report and its facts → what a store takes of it; and what a store gives → parts of tasks."""

from __future__ import annotations

from collections.abc import Sequence

from auditreport.comparing.cells.derived import derive
from auditreport.comparing.cells.reporter import Reporter
from auditreport.comparing.cells.stated import cells_of
from auditreport.comparing.functions import department_function
from auditreport.comparing.places import settle_district
from auditreport.pipeline.check import check_part
from auditreport.pipeline.material import material_part
from auditreport.schemas import Document, Fact, Report
from auditreport.store.rows import Packed, pack
from auditreport.vocab.indicators import indicators


def store_part(document: Document, report: Report, facts: Sequence[Fact]) -> Packed:
    """What a store takes of a report, as part of a task."""
    material = material_part(document, report, facts)
    entity = settle_district(material)
    code = entity.code if entity is not None else None
    function = department_function(material)
    reporter = Reporter(material, report.meta.district, code, report.meta.department, function)
    cells, _ = cells_of(reporter, indicators())
    cells += derive(cells, indicators())
    checked = check_part(document, report, facts)
    return pack(document.source, material, checked, cells, {"district_code": code, "function": function})
