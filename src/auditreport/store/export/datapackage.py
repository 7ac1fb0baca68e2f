"""Rows → a Data Package: CSV files, and the `datapackage.json` that says what their columns mean.

The form is Frictionless Data Package 1 with Table Schema, which every version of its tools reads.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from auditreport.schemas.tables import Column, Table
from auditreport.store.export.form import Opener
from auditreport.store.export.lines import CsvForm

DESCRIPTION = "datapackage.json"
_TYPES = {
    "text": "string",
    "integer": "integer",
    "decimal": "number",
    "digits": "number",
    "number": "number",
    "boolean": "boolean",
    "date": "date",
    "json": "array",
}
_GUARD = "Texts that a spreadsheet would take for a formula, or that begin with an apostrophe, have one more in front."


class DataPackageForm(CsvForm):
    """CSV files in a folder, with their description."""

    def __init__(self, tables: Sequence[Table], opened: Opener, folder: Path, close: Callable[[], None]) -> None:
        """Write into a folder, in which the files are opened, and closed before they are described."""
        super().__init__(tables, opened)
        self._folder = folder
        self._close = close

    def finish(self) -> None:
        """Describe the files."""
        self._close()
        text = json.dumps(self._package(), ensure_ascii=False, indent=2)
        (self._folder / DESCRIPTION).write_bytes(f"{text}\n".encode())

    def _package(self) -> dict[str, Any]:
        return {
            "profile": "tabular-data-package",
            "name": "auditreport",
            "title": "Figures of local-government work reports",
            "description": _GUARD,
            "resources": [self._resource(table) for table in self._tables.values()],
        }

    def _resource(self, table: Table) -> dict[str, Any]:
        path = self._folder / f"{table.name}.csv"
        with path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
        return {
            "profile": "tabular-data-resource",
            "name": table.name,
            "path": path.name,
            "title": table.ko,
            "description": table.en,
            "format": "csv",
            "mediatype": "text/csv",
            "encoding": "utf-8",
            "bytes": path.stat().st_size,
            "hash": f"sha256:{digest}",
            "schema": table_schema(table),
        }


def table_schema(table: Table) -> dict[str, Any]:
    """The Table Schema of a table."""
    schema: dict[str, Any] = {
        "fields": [_field(column) for column in table.columns],
        "missingValues": [""],
        "primaryKey": list(table.key),
    }
    keys = [
        {"fields": list(key.columns), "reference": {"resource": key.table, "fields": list(key.references)}}
        for key in table.foreign
    ]
    return schema | ({"foreignKeys": keys} if keys else {})


def _field(column: Column) -> dict[str, Any]:
    field: dict[str, Any] = {
        "name": column.name,
        "type": "object" if column.name == "dims_other" else _TYPES[column.type],
        "title": column.ko,
        "description": column.en,
    }
    if column.unit:
        field["unit"] = column.unit
    constraints: dict[str, Any] = {"required": True} if column.required else {}
    if column.choices:
        constraints["enum"] = list(column.choices)
    return field | ({"constraints": constraints} if constraints else {})
