from __future__ import annotations

import csv
import io
import json

from auditreport.render.compared.data import compare_json
from auditreport.render.compared.flat import COLUMNS, compare_csv
from auditreport.schemas.comparison import Comparison
from tests.render.compared.making import HOSTILE_LINK, INDICATORS, comparison


def rows() -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(compare_csv(comparison(), INDICATORS))))


def test_json_names_fields_as_the_contract_does_and_comes_back_the_same() -> None:
    text = compare_json(comparison())
    whole = json.loads(text)
    assert list(whole["lineage"][0])[:5] == ["from", "to", "event", "score", "evidence"]
    assert whole["cells"][0]["value"] == "287494000"
    assert Comparison.model_validate(whole) == comparison()
    assert "\u202e" not in text


def test_csv_has_a_line_for_each_figure_with_its_place() -> None:
    found = rows()
    assert len(found) == len(comparison().cells) + len(comparison().programme_cells)
    first = found[0]
    assert tuple(first) == COLUMNS
    assert (first["indicator"], first["name.ko"], first["value"], first["phase"]) == (
        *("budget.amount", "예산액", "287494000", "revised"),
    )
    assert (first["source.path"], first["source.line"], first["source.page"], first["source.raw"]) == (
        *("reports/ydp_2015.txt", "80", "", "287,494"),
    )
    assert first["source.passage"].startswith("계 287,494 223,512")


def test_csv_lists_all_sources_of_a_computed_figure() -> None:
    [rate] = [row for row in rows() if row["status"] == "computed" and row["unit"] == "%"]
    assert (rate["facts"], rate["source.raw"], rate["source.line"]) == ("f01 f02", "287,494 | 223,512", "80 | 80")
    assert rate["value"] == "77.74492685064731785706831029"


def test_no_cell_of_csv_is_a_formula() -> None:
    programmes = [row["programme"] for row in rows()]
    assert f"'{HOSTILE_LINK}" in programmes
    assert [cell for row in rows() for cell in row.values() if cell.startswith(("=", "@", "+"))] == []
