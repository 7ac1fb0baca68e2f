"""The manual's queries, and what a query may not do."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from auditreport.errors import StoreError
from auditreport.store.querying import query
from auditreport.store.reading import Reader, reading
from tests.cli.conftest import FIXTURES
from tests.store.filling import fill

ROOT = Path(__file__).resolve().parent.parent.parent
QUERIES = re.findall(r"^```sql\n(.*?)^```", (ROOT / "docs/queries.md").read_text("utf-8"), re.MULTILINE | re.DOTALL)
# There is no such file, and no other version, in the store of the tests.
EMPTY = ("status = 'unreadable'", "FROM changes")


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    path = tmp_path_factory.mktemp("store") / "reports.duckdb"
    fill(path, *sorted(FIXTURES.glob("[1-3]*/source.txt")), ROOT / "examples" / "misprint_2024.txt")
    with reading(path) as opened:
        yield opened


@pytest.mark.parametrize("sql", QUERIES, ids=lambda sql: " ".join(sql.split())[:60])
def test_query_of_the_manual_is_answered(store: Reader, sql: str) -> None:
    answer = query(store, sql)
    rows = list(answer.rows)
    assert all(len(row) == len(answer.columns) for row in rows)
    assert bool(rows) != any(words in sql for words in EMPTY)


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT * FROM read_csv('pyproject.toml')",
        "SELECT * FROM read_text('pyproject.toml')",
        "SELECT * FROM glob('*')",
        "SELECT * FROM 'pyproject.toml'",
        "FROM query_table(['pyproject.toml'])",
        "SELECT * FROM sniff_csv('pyproject.toml')",
        "COPY facts FROM 'facts.csv'",
        "COPY facts TO 'facts.csv'",
        "COPY (SELECT 1) TO '/dev/stdout'",
        "EXPORT DATABASE 'out'",
        "IMPORT DATABASE 'in'",
        "ATTACH 'other.duckdb'",
        "INSTALL httpfs",
        "LOAD httpfs",
        "LOAD '/tmp/extension.duckdb_extension'",
        "SET enable_external_access = true",
        "RESET enable_external_access",
        "SET temp_directory = '/tmp'",
        "PRAGMA profiling_output = 'profile.json'",
        "SET log_query_path = 'queries.log'",
        "CALL enable_logging(storage = 'file', storage_path = 'logs')",
        "SELECT * FROM sql",
        "DELETE FROM facts",
        "DROP TABLE facts",
        "CREATE TABLE more (x INTEGER)",
        "UPDATE reports SET title = ''",
        "SELECT 1; DROP TABLE facts",
        "SELECT getenv('HOME')",
        "no SQL at all",
        "",
    ],
)
def test_query_that_reaches_out_or_changes_anything_is_refused(store: Reader, sql: str) -> None:
    with pytest.raises(StoreError):
        list(query(store, sql).rows)


def test_refusal_is_one_line_with_the_reason(store: Reader) -> None:
    with pytest.raises(StoreError) as caught:
        query(store, "SELECT nothing FROM facts")
    assert "\n" not in str(caught.value)
    assert 'column "nothing" not found' in str(caught.value)


def test_time_with_a_time_zone_is_refused_with_what_helps(store: Reader) -> None:
    with pytest.raises(StoreError, match="add ::TIMESTAMP to it"):
        list(query(store, "SELECT now()").rows)
    assert len(list(query(store, "SELECT now()::TIMESTAMP").rows)) == 1
