from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from auditreport.schemas.tables import PARTITION, SOURCE, TABLES, Table, chosen_tables

PAGE = Path(__file__).resolve().parents[2] / "docs" / "tables.md"
BEGIN = "<!-- What follows is written by make goldens from schemas/tables.py. -->\n"


@pytest.fixture(params=TABLES.values(), ids=lambda table: table.name)
def table(request: pytest.FixtureRequest) -> Table:
    found: Table = request.param
    return found


def test_every_row_says_where_it_comes_from(table: Table) -> None:
    assert {column.name for column in SOURCE} <= set(table.names)
    assert set(PARTITION) <= set(table.names)


def test_columns_are_named_once_as_every_engine_takes_it_and_explained_twice(table: Table) -> None:
    assert len(set(table.names)) == len(table.names)
    for column in table.columns:
        assert re.fullmatch(r"[a-z][a-z0-9_]*", column.name)
        assert column.ko
        assert column.en.endswith(".")


def test_keys_are_columns_that_are_always_there(table: Table) -> None:
    always = {column.name for column in table.columns if column.required}
    assert set(table.key) <= always
    assert {*table.indexed, *table.searched} <= set(table.names)


def test_foreign_keys_lead_to_the_key_of_a_table_before(table: Table) -> None:
    order = list(TABLES)
    for key in table.foreign:
        assert set(key.columns) <= set(table.names)
        assert key.references == TABLES[key.table].key
        assert order.index(key.table) < order.index(table.name)


def test_tables_that_are_left_out_take_the_keys_to_them_along() -> None:
    facts, issues = chosen_tables(["issues", "facts"])
    assert (facts.name, facts.foreign, issues.foreign) == ("facts", (), ())


def test_row_wants_all_columns_and_no_other() -> None:
    with pytest.raises(KeyError, match=r"suspects: .*'fact'"):
        TABLES["suspects"].row(dict.fromkeys(set(TABLES["suspects"].names) - {"fact"}))


def written() -> Iterator[str]:
    for table in TABLES.values():
        yield f"\n## {table.name} · {table.ko}\n\n{table.en}\n\n| column | type | 뜻 | meaning |\n|---|---|---|---|\n"
        for column in table.columns:
            name = f"**`{column.name}`**" if column.name in table.key else f"`{column.name}`"
            kind = column.type + (f", {column.unit}" if column.unit else "") + ("" if column.required else " ·")
            choices = f" {', '.join(f'`{choice}`' for choice in column.choices)}" if column.choices else ""
            yield f"| {name} | {kind} | {column.ko} | {column.en}{choices} |\n"
        for key in table.foreign:
            yield f"\n`{', '.join(key.columns)}` → `{key.table}` (`{', '.join(key.references)}`)\n"


def test_page_of_the_manual_is_what_the_definitions_say(check_golden: Callable[[Path, str], None]) -> None:
    begun, _, _ = PAGE.read_text(encoding="utf-8").partition(BEGIN)
    check_golden(PAGE, "".join((begun, BEGIN, *written())))
