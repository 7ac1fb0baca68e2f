"""Reports that were read → one data frame of all of them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from auditreport.errors import AuditReportError
from auditreport.pipeline.check import check_part
from auditreport.pipeline.material import material_of
from auditreport.pipeline.one import Read
from auditreport.pipeline.tables import tables_of
from auditreport.schemas.tables import TABLES, Row
from auditreport.store.export.frame import frame_of

if TYPE_CHECKING:
    import pandas


def frame(reads: Iterable[tuple[str, Read]], name: str) -> pandas.DataFrame:
    """The rows that reports have in one table.

    Args:
        reads: paths and what was read there; the same file under two names counts once.
        name: of the table.

    Raises:
        AuditReportError: there is no such table.
    """
    table = TABLES.get(name)
    if table is None:
        raise AuditReportError(f"there is no table {name!r}; there are {', '.join(TABLES)}")
    rows: list[Row] = []
    seen: set[str] = set()
    for path, read in reads:
        material = material_of(read, path)
        if material.sha256 not in seen:
            seen.add(material.sha256)
            batches = tables_of(material, check_part(read.document, read.report, read.facts))
            rows += [row for batch, found in batches if batch == name for row in found]
    return frame_of(table, rows)
