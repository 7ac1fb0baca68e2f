"""Rows → a data frame of pandas (데이터프레임), with a type for each column."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from auditreport.schemas.tables import Row, Table, Value

if TYPE_CHECKING:
    import pandas

# All of them have room for what is missing.
_TYPES = {
    "text": "string",
    "integer": "Int64",
    "number": "Float64",
    "boolean": "boolean",
    "date": "datetime64[s]",
}


def frame_of(table: Table, rows: Sequence[Row]) -> pandas.DataFrame:
    """The rows of a table as a data frame.

    Decimal numbers are `Decimal` and lists are lists, in columns of objects: no digit is lost before the user says so.
    """
    import pandas

    columns = {}
    for place, column in enumerate(table.columns):
        make = _MAKERS.get(column.type, _same)
        values = [None if row[place] is None else make(row[place]) for row in rows]
        columns[column.name] = pandas.Series(values, dtype=_TYPES.get(column.type, "object"))
    return pandas.DataFrame(columns)


def _same(value: Value) -> Value:
    return value


def _number(value: Value) -> Decimal:
    return Decimal(str(value))


def _parsed(value: Value) -> Any:
    return json.loads(str(value))


_MAKERS: dict[str, Callable[[Value], Any]] = {"decimal": _number, "digits": _number, "json": _parsed}
