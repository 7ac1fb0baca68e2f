"""A question in SQL to a store: nothing is changed, and no other file is reached."""

from __future__ import annotations

import atexit
import shutil
import tempfile
from functools import cache
from itertools import islice
from pathlib import Path

from auditreport.errors import StoreError
from auditreport.render import queried
from auditreport.store.querying import query
from auditreport.store.reading import reading
from fuzz import harmless
from fuzz.promise import holds
from fuzz.target import Target
from tests.store.filling import fill, write_reports

_SEEDS = (
    "SELECT path, title FROM latest_report",
    "SHOW TABLES",
    "COPY facts TO 'made'",
    "ATTACH 'made' AS other",
    "INSERT INTO facts SELECT * FROM facts",
    "SELECT * FROM read_csv('made')",
    "SET enable_external_access = true",
    "INSTALL httpfs",
    "SELECT chr(27) || '=1+1', [1, NULL], {'a': 1.5::DECIMAL(9, 2)}, 'x'::BLOB FROM range(3)",
    "PRAGMA database_list",
    "EXPORT DATABASE 'made'",
)


@cache
def _folder() -> Path:
    folder = Path(tempfile.mkdtemp())
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    fill(folder / "reports.duckdb", write_reports(folder / "reports", 3))
    return folder


def run(data: bytes) -> None:
    """It is answered or refused in a sentence, and the folder is as it was."""
    folder = _folder()
    store = folder / "reports.duckdb"
    before = store.read_bytes()
    sql = data.decode("utf-8", "replace").replace("made", str(folder / "made"))
    with reading(store, 0.0) as opened:
        for lines, is_harmless in ((queried.table, harmless.terminal), (queried.csv_lines, harmless.spreadsheet)):
            try:
                answer = query(opened, sql)
                is_harmless("".join(islice(lines(answer.columns, answer.rows), 99)))
            except StoreError:
                continue
    holds(sorted(path.name for path in folder.iterdir()) == ["reports", "reports.duckdb"], "no file is written")
    holds(store.read_bytes() == before, "the store is as it was")


TARGET = Target(run=run, seeds=lambda: map(str.encode, _SEEDS))
