"""Real tables whose cells are marked, as examples."""

from __future__ import annotations

from auditreport.parsers.tables import read_grid
from bench.generated.example import Example
from bench.generated.real import as_example
from tests.reading import tables


def example_of(text: str) -> Example | None:
    [table] = tables(text)
    [grid] = read_grid(table)
    return as_example(grid)


def test_clean_reading_is_the_truth() -> None:
    found = example_of("구분\t계\t일반직\t\n\t\t6급\t7급\n정원\t9\t5\t4\n현원\t8\t4\t\n")
    assert found is not None
    assert found.columns == (("계",), ("일반직", "6급"), ("일반직", "7급"))
    assert (found.stub, found.rows) == (("구분",), (("정원",), ("현원",)))
    assert found.printed == (("9", "5", "4"), ("8", "4", ""))


def test_table_of_words_is_no_example() -> None:
    assert example_of("구분\t명칭\t비고\n차량\t순찰차\t2대\n시설\t기록관\t지하\n") is None
