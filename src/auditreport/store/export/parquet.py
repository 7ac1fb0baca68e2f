"""Rows → Parquet files, parted by district and year as Hive does, for Spark, DuckDB, BigQuery and others."""

from __future__ import annotations

import pickle
import re
import shutil
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from functools import partial
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from auditreport.printable import encodable
from auditreport.schemas.tables import PARTITION, Batch, Column, Row, Table, Value

if TYPE_CHECKING:
    import pyarrow

# The widest decimal that all of those engines have, with nine digits behind the point, as BigQuery's NUMERIC.
DIGITS, BEHIND = 38, 9
_GROUP = 65_536
# Rows kept in memory before they go to disk.
_KEPT = 50_000
_NONE = "__HIVE_DEFAULT_PARTITION__"
# What Hive writes as %xx in the name of a folder; all else stays, Hangul too: Spark would not decode it.
_SPECIAL = re.compile("[\x00-\x1f\"#%'*/:=?\\\\\x7f{\\[\\]^]")
_LONGEST = 60
_SPOOL = ".rows"


class _Part(NamedTuple):
    """What goes into one file."""

    table: str
    district: str
    year: str


class ParquetForm:
    """A folder for each table with a folder for each district and year, or one file without."""

    cut = 0

    def __init__(self, tables: Sequence[Table], place: Path, *, parted: bool = True) -> None:
        """Write into a folder; without `parted`, one table into a file."""
        self._tables = {table.name: table for table in tables}
        self._place = place
        self._parted = parted
        self._spool = _Spool(place / _SPOOL if parted else place.with_name(f"{place.name}{_SPOOL}"))

    def add(self, batch: Batch) -> None:
        """Keep the rows with those of their part."""
        name, rows = batch
        if name not in self._tables:
            return
        names = self._tables[name].names
        district, year = (names.index(key) for key in PARTITION)
        for row in rows:
            place = (_segment(row[district]), _segment(row[year])) if self._parted else (_NONE, _NONE)
            self._spool.add(_Part(name, *place), row)

    def finish(self) -> None:
        """Write the parts, one after the other."""
        for table in self._tables.values():
            parts = sorted(part for part in self._spool.parts if part.table == table.name)
            for part in parts or [_Part(table.name, _NONE, _NONE)]:
                write_parquet(self._file(part), table, self._spool.rows(part), PARTITION if self._parted else ())
        self._spool.clear()

    def _file(self, part: _Part) -> Path:
        if not self._parted:
            return self._place
        folder = self._place / part.table / f"district={part.district}" / f"year={part.year}"
        folder.mkdir(parents=True)
        return folder / "part-0.parquet"

    def abandon(self) -> None:
        """Forget the rows."""
        self._spool.clear()


class _Spool:
    """Rows by part, on disk where they are many, in the order in which they came."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._waiting: dict[_Part, list[Row]] = {}
        self._count = 0
        self._numbers: dict[_Part, int] = {}

    @property
    def parts(self) -> Iterable[_Part]:
        return self._numbers

    def add(self, part: _Part, row: Row) -> None:
        self._numbers.setdefault(part, len(self._numbers))
        self._waiting.setdefault(part, []).append(row)
        self._count += 1
        if self._count >= _KEPT:
            self._flush()

    def _flush(self) -> None:
        self._folder.mkdir(exist_ok=True)
        for part, rows in self._waiting.items():
            with self._path(part).open("ab") as file:
                pickle.dump(rows, file)
        self._waiting, self._count = {}, 0

    def _path(self, part: _Part) -> Path:
        return self._folder / str(self._numbers[part])

    def rows(self, part: _Part) -> Iterator[Row]:
        """All rows of a part."""
        if part in self._numbers and self._path(part).exists():
            with self._path(part).open("rb") as file:
                while file.peek(1):
                    yield from pickle.load(file)
        yield from self._waiting.get(part, ())

    def clear(self) -> None:
        self._waiting = {}
        shutil.rmtree(self._folder, ignore_errors=True)


def _segment(value: Value) -> str:
    """The value of a partition as part of the name of a folder."""
    if value is None or value == "":
        return _NONE
    text = encodable(str(value))
    text = text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
    return _SPECIAL.sub(lambda match: f"%{ord(match[0]):02X}", text)


# -- one file -------------------------------------------------------------------------------------------------------


def write_parquet(path: Path, table: Table, rows: Iterator[Row], left_out: Sequence[str]) -> None:
    """Write rows of a table as one file.

    Args:
        path: the file.
        table: the table.
        rows: its rows.
        left_out: columns that the names of the folders tell.
    """
    import pyarrow
    from pyarrow.parquet import ParquetWriter

    fields = [field for place, column in enumerate(table.columns) for field in _fields(place, column, left_out)]
    schema = pyarrow.schema([field.field for field in fields])
    with path.open("wb") as file, ParquetWriter(file, schema, compression="zstd") as writer:
        for group in iter(partial(_take, rows), []):
            arrays = [pyarrow.array([f.value(row[f.place]) for row in group], f.field.type) for f in fields]
            writer.write_batch(pyarrow.record_batch(arrays, schema=schema))


def _take(rows: Iterator[Row]) -> list[Row]:
    return list(islice(rows, _GROUP))


class _Field(NamedTuple):
    """A field of a file: which value of a row it is made of, and how."""

    place: int
    field: pyarrow.Field[Any]
    value: Any


def _fields(place: int, column: Column, left_out: Sequence[str]) -> Iterator[_Field]:
    import pyarrow

    if column.name in left_out:
        return
    kinds = {
        "integer": pyarrow.int64(),
        "decimal": pyarrow.decimal128(DIGITS, BEHIND),
        "number": pyarrow.float64(),
        "boolean": pyarrow.bool_(),
        "date": pyarrow.date32(),
    }
    is_open = not column.required or column.type == "decimal"
    meaning = {"description": f"{column.ko}: {column.en}"} | ({"unit": column.unit} if column.unit else {})
    kind = kinds.get(column.type, pyarrow.string())
    yield _Field(place, pyarrow.field(column.name, kind, is_open, meaning), _VALUES.get(column.type, _text))
    if column.type == "decimal":
        meaning = {"description": f"{column.name}, to its last digit"}
        yield _Field(place, pyarrow.field(f"{column.name}_text", pyarrow.string(), not column.required, meaning), _text)


def _same(value: Value) -> Value:
    return value


def _text(value: Value) -> str | None:
    return None if value is None else encodable(str(value))


def _decimal(value: Value) -> Decimal | None:
    """The number, if the column has room for all of its digits."""
    if value is None:
        return None
    number = Decimal(str(value))
    exponent = number.as_tuple().exponent
    is_fine = isinstance(exponent, int) and exponent >= -BEHIND and number.adjusted() < DIGITS - BEHIND
    return number if is_fine else None


def _day(value: Value) -> date | None:
    return None if value is None else date.fromisoformat(str(value))


_VALUES = {"integer": _same, "number": _same, "boolean": _same, "decimal": _decimal, "date": _day}
