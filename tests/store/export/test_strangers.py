"""Programs of others accept what is exported: Frictionless, Datasette, DuckDB."""

from __future__ import annotations

import asyncio
import json
import re
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from auditreport.schemas.tables import TABLES, chosen_tables
from auditreport.store.export.forms import described, filed, foldered
from tests.store.export.making import batches, changed, contract_facts, rows_of
from tests.store.export.test_round_trip import ALL, HOSTILE, write


def errors_of(package: Path) -> list[Any]:
    frictionless = pytest.importorskip("frictionless", reason="frictionless is not installed")
    report = frictionless.validate(str(package / "datapackage.json"))
    return list(report.flatten(["resourceName", "rowNumber", "fieldName", "type", "note"]))


def test_frictionless_accepts_a_data_package_of_hostile_text_too(tmp_path: Path) -> None:
    given = changed("facts", item=HOSTILE[:200], raw="-1+1", programme="'quoted'")
    path = write("datapackage", tmp_path / "out", [*given, *batches()[8:]])
    assert errors_of(path) == []
    described_files = json.loads((path / "datapackage.json").read_text(encoding="utf-8"))["resources"]
    assert [resource["name"] for resource in described_files] == list(TABLES)


def test_frictionless_finds_a_figure_that_was_changed_later(tmp_path: Path) -> None:
    with foldered("datapackage", chosen_tables(["reports"]), tmp_path / "out") as made:
        for batch in batches():
            made.add(batch)
    reports = tmp_path / "out" / "reports.csv"
    reports.write_bytes(reports.read_bytes().replace(b"2024", b"2023"))
    assert [found[3] for found in errors_of(tmp_path / "out")] == ["hash-count"]


def asked(database: Path, *addresses: str) -> list[Any]:
    """What Datasette answers to addresses, in this process."""
    app = pytest.importorskip("datasette.app", reason="datasette is not installed")

    async def ask() -> list[Any]:
        told = json.loads(described(database).read_text(encoding="utf-8"))
        datasette = app.Datasette([str(database)], metadata=told)
        await datasette.invoke_startup()
        answers = [await datasette.client.get(address) for address in addresses]
        assert {answer.status_code for answer in answers} == {200}
        return [answer.json() if ".json" in str(answer.url) else answer.text for answer in answers]

    return asyncio.run(ask())


def test_datasette_shows_facts_finds_their_labels_and_follows_keys(tmp_path: Path) -> None:
    found, page, searched, tables = asked(
        write("sqlite", tmp_path / "reports.db", batches()),
        "/reports/facts.json?_shape=array&_size=1",
        "/reports/facts?_size=1",
        "/reports/facts.json?_shape=array&_search=주민*&_size=max",
        "/reports.json",
    )
    first = min(contract_facts(), key=lambda fact: fact["id"])
    assert [found[0][name] for name in ("id", "raw", "value")] == [first["id"], first["raw"], float(first["value"])]
    assert TABLES["facts"].en in page
    assert "Number in the base unit" in page
    labels = [[fact["programme"], fact["item"], *fact["dims"].values()] for fact in contract_facts()]
    beginning = [re.search(r"(?<!\w)주민", " ".join(filter(None, words))) for words in labels]
    wanted = {fact["id"] for fact, begins in zip(contract_facts(), beginning, strict=True) if begins}
    assert len(wanted) > 9
    assert {row["id"] for row in searched} == wanted
    [facts] = [table for table in tables["tables"] if table["name"] == "facts"]
    assert {key["other_table"] for key in facts["foreign_keys"]["incoming"]} == {"equation_facts", "suspects"}
    assert [key["other_table"] for key in facts["foreign_keys"]["outgoing"]] == ["reports"]


def test_duckdb_reads_the_partitions_and_sums_to_the_last_digit(tmp_path: Path) -> None:
    duckdb = pytest.importorskip("duckdb", reason="duckdb is not installed")
    path = write("parquet", tmp_path / "out", batches())
    [(count, years, total)] = duckdb.sql(
        "SELECT count(*), list_sort(list(DISTINCT year)), sum(value)::VARCHAR"
        f" FROM read_parquet('{path}/facts/**/*.parquet', hive_partitioning = true)"
    ).fetchall()
    names = TABLES["facts"].names
    assert count == len(contract_facts())
    assert years == sorted({row[names.index("year")] for row in rows_of("facts", batches())})
    assert Decimal(total) == sum(Decimal(fact["value"]) for fact in contract_facts())


def test_engines_find_every_table_also_where_it_has_no_row(tmp_path: Path) -> None:
    duckdb = pytest.importorskip("duckdb", reason="duckdb is not installed")
    path = write("parquet", tmp_path / "out", [("facts", rows_of("facts", batches()))])
    for name in TABLES:
        [(count,)] = duckdb.sql(f"SELECT count(*) FROM read_parquet('{path}/{name}/**/*.parquet')").fetchall()
        assert count == len(contract_facts()) * (name == "facts")


def test_one_file_of_parquet_keeps_district_and_year(tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet", reason="pyarrow is not installed")
    with filed("parquet", (TABLES["facts"],), tmp_path / "facts.parquet") as made:
        for batch in batches():
            made.add(batch)
    found = parquet.read_table(tmp_path / "facts.parquet").to_pylist()
    assert [row["id"] for row in found] == [fact["id"] for fact in contract_facts()]
    assert [row["district"] for row in found] == [fact["entity"]["district"] for fact in contract_facts()]


@pytest.mark.parametrize("form", ["csv", "jsonl", "datapackage", "parquet"])
def test_same_rows_give_the_same_bytes(form: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with foldered(form, ALL, tmp_path / "one") as made:
        for batch in batches():
            made.add(batch)
    # Rows that come in other pieces, and go to disk in between.
    monkeypatch.setattr("auditreport.store.export.parquet._KEPT", 7)
    with foldered(form, ALL, tmp_path / "other") as made:
        for name, rows in batches():
            for row in rows:
                made.add((name, [row]))
    one, other = (
        {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
        for folder in (tmp_path / "one", tmp_path / "other")
    )
    assert one == other


@pytest.mark.parametrize("form", ["xlsx", "sqlite"])
def test_same_rows_give_the_same_file(form: Any, tmp_path: Path) -> None:
    for name in ("one", "other"):
        (tmp_path / name).mkdir()
        write(form, tmp_path / name / "out", batches())
    assert (tmp_path / "one" / "out").read_bytes() == (tmp_path / "other" / "out").read_bytes()
