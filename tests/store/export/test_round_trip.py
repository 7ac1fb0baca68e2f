"""What is written is what is read back, figure by figure and field by field."""

from __future__ import annotations

import csv
import json
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from auditreport.normalise.facts import plain
from auditreport.schemas.tables import TABLES, Batch, chosen_tables
from auditreport.store.export.forms import FormName, filed, foldered
from tests.store.export.making import batches, changed, contract_facts, contract_of, found_by_check, rows_of

ALL = tuple(TABLES.values())
FACTS = TABLES["facts"]
# In one row: what spreadsheets obey, what terminals obey, what ends a text, half a character, and much of it.
HOSTILE = "=cmd|' /C calc'!A0\x1b[2J\x00\ud800\"\n" + "가" * 40_000
LONG = "123456789012345678901234567890.123456789012345"


def write(form: FormName, path: Path, given: Sequence[Batch]) -> Path:
    in_file = form in ("xlsx", "sqlite")
    with filed(form, ALL, path) if in_file else foldered(form, ALL, path) as made:
        for batch in given:
            made.add(batch)
    return path


def read_csv(path: Path, table: str) -> list[dict[str, Any]]:
    """As a program reads it that knows the types: nothing is null, one apostrophe is stripped of texts."""
    before = csv.field_size_limit(1 << 20)
    try:
        with (path / f"{table}.csv").open(encoding="utf-8", newline="") as file:
            lines = list(csv.DictReader(file))
    finally:
        csv.field_size_limit(before)
    for line in lines:
        for column in TABLES[table].columns:
            cell = line[column.name]
            line[column.name] = None if cell == "" else _typed(column.type, cell)
    return lines


def _typed(kind: str, cell: str) -> Any:
    match kind:
        case "integer":
            return int(cell)
        case "number":
            return float(cell)
        case "boolean":
            return {"true": True, "false": False}[cell]
        case "text":
            return cell.removeprefix("'")
        case _:
            return cell


def read_sqlite(path: Path, table: str) -> list[dict[str, Any]]:
    with closing(sqlite3.connect(path)) as base:
        base.row_factory = sqlite3.Row
        rows = [dict(row) for row in base.execute(f"SELECT * FROM {table} ORDER BY rowid")]
    return [row | {"value": plain(Decimal(repr(row["value"])))} if "value" in row else row for row in rows]


def read_parquet(path: Path, table: str) -> list[dict[str, Any]]:
    dataset = pytest.importorskip("pyarrow.dataset")
    found = dataset.dataset(path / table, partitioning="hive").to_table()
    return [{name: _told(value) for name, value in row.items()} for row in found.to_pylist()]


def _told(value: Any) -> Any:
    match value:
        case Decimal():
            return plain(value)
        case date():
            return value.isoformat()
        case _:
            return value


def with_empty_unit(row: dict[str, Any]) -> dict[str, Any]:
    """CSV tells no empty text from none."""
    return row | {"unit": row["unit"] or ""}


def by_id(rows: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    return sorted(rows, key=lambda row: row["id"])


def test_csv_holds_the_facts(tmp_path: Path) -> None:
    found = read_csv(write("datapackage", tmp_path / "out", batches()), "facts")
    assert [contract_of(with_empty_unit(row)) for row in found] == list(contract_facts())


def test_sqlite_holds_the_facts(tmp_path: Path) -> None:
    found = read_sqlite(write("sqlite", tmp_path / "out.db", batches()), "facts")
    assert [contract_of(row) for row in found] == list(contract_facts())


def test_parquet_holds_the_facts(tmp_path: Path) -> None:
    found = read_parquet(write("parquet", tmp_path / "out", batches()), "facts")
    assert by_id([contract_of(row) for row in found]) == by_id(contract_facts())
    assert [row["value"] for row in found] == [row["value_text"] for row in found]


def test_json_lines_hold_the_facts(tmp_path: Path) -> None:
    path = write("jsonl", tmp_path / "out", batches()) / "facts.jsonl"
    lines = path.read_text(encoding="utf-8").splitlines()
    assert [contract_of(json.loads(line), lambda value: value) for line in lines] == list(contract_facts())


def test_workbook_holds_the_figures_as_numbers(tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.load_workbook(write("xlsx", tmp_path / "out.xlsx", batches()), read_only=True)
    assert book.sheetnames == [*TABLES, "columns"]
    head, *rows = book["facts"].iter_rows(values_only=True)
    assert head == FACTS.names
    values = [row[head.index("value")] for row in rows]
    assert [plain(Decimal(repr(value))) for value in values] == [fact["value"] for fact in contract_facts()]
    assert [row[head.index("raw")] for row in rows] == [fact["raw"] for fact in contract_facts()]
    book.close()


def test_tables_of_the_checks_hold_what_the_checks_find() -> None:
    equations, discrepancies = found_by_check()
    assert discrepancies > 0
    assert len(rows_of("equations", batches())) == equations
    assert len(rows_of("discrepancies", batches())) == discrepancies


def test_keys_are_kept_in_sqlite(tmp_path: Path) -> None:
    with closing(sqlite3.connect(write("sqlite", tmp_path / "out.db", batches()))) as base:
        assert base.execute("PRAGMA foreign_key_check").fetchall() == []
        assert base.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        counts = [base.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in TABLES]
    assert counts == [len(rows_of(name, batches())) for name in TABLES]


# --- what is out to do harm --------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def hostile() -> tuple[Batch, ...]:
    return changed("facts", item=HOSTILE, value=LONG, district="a/b=c%d\n\x00" + "가" * 300)


def harmless(text: str) -> str:
    return text.replace("\x00", "\\x00").replace("\ud800", "\\ud800")


def test_hostile_text_in_csv_is_no_formula_and_nothing_that_a_terminal_obeys(
    tmp_path: Path, hostile: tuple[Batch, ...]
) -> None:
    path = write("csv", tmp_path / "out", hostile)
    with (path / "facts.csv").open(encoding="utf-8", newline="") as file:
        cell = next(csv.DictReader(file))["item"]
    assert cell == "'" + harmless(HOSTILE).replace("\x1b", "\\x1b")
    assert read_csv(path, "facts")[0]["value"] == LONG


def test_hostile_text_in_sqlite_is_whole(tmp_path: Path, hostile: tuple[Batch, ...]) -> None:
    with closing(sqlite3.connect(write("sqlite", tmp_path / "out.db", hostile))) as base:
        found = base.execute("SELECT item, value, typeof(value) FROM facts").fetchone()
    assert found == (harmless(HOSTILE), LONG, "text")


def test_hostile_text_in_parquet_is_whole_and_no_folder_escapes(tmp_path: Path, hostile: tuple[Batch, ...]) -> None:
    found = read_parquet(write("parquet", tmp_path / "out", hostile), "facts")
    assert {(row["value"], row["value_text"]) for row in found if row["item"] == harmless(HOSTILE)} == {(None, LONG)}
    folders = {folder.name for folder in (tmp_path / "out" / "facts").iterdir()}
    assert {f"district=a%2Fb%3Dc%25d%0A%5Cx00{'가' * 48}…"} < folders


def test_hostile_text_in_json_lines_is_whole(tmp_path: Path, hostile: tuple[Batch, ...]) -> None:
    text = (write("jsonl", tmp_path / "out", hostile) / "facts.jsonl").read_text(encoding="utf-8")
    first = json.loads(text.split("\n")[0])
    assert (first["item"], first["value"]) == (HOSTILE, LONG)


def test_hostile_text_in_a_workbook_is_text_cut_where_excel_has_no_room(
    tmp_path: Path, hostile: tuple[Batch, ...]
) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    with filed("xlsx", ALL, tmp_path / "out.xlsx") as made:
        for batch in hostile:
            made.add(batch)
    assert made.cut == 1
    book = openpyxl.load_workbook(tmp_path / "out.xlsx", read_only=True)
    head, row = (list(line) for _, line in zip(range(2), book["facts"].iter_rows(), strict=False))
    item, value = (row[[cell.value for cell in head].index(name)] for name in ("item", "value"))
    assert (item.data_type, value.data_type) == ("s", "s")
    assert (len(item.value), item.value[-1], value.value) == (32_767, "…", LONG)
    assert item.value.startswith("=cmd|' /C calc'!A0\\x1b[2J\\x00\\ud800")
    book.close()


def test_table_that_is_too_long_for_a_sheet_goes_on_in_the_next(tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    from auditreport.store.export.xlsx import XlsxForm

    form = XlsxForm(chosen_tables(["facts"]), tmp_path / "out.xlsx", rows=101)
    for batch in batches():
        form.add(batch)
    form.finish()
    book = openpyxl.load_workbook(tmp_path / "out.xlsx", read_only=True)
    sheets = [name for name in book.sheetnames if name.startswith("facts")]
    ids = [row[0] for name in sheets for row in book[name].iter_rows(min_row=2, max_col=1, values_only=True)]
    assert sheets == ["facts", "facts 2", "facts 3"]
    assert ids == [fact["id"] for fact in contract_facts()]
    book.close()
