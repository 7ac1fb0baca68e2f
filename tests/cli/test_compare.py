"""`auditreport compare`: forms, choices of indicators, files of the user's, exit codes."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from tests.cli.conftest import Ran, Run

EXAMPLES = Path(__file__).resolve().parent.parent.parent / "examples"
REPORTS = EXAMPLES / "audit"
TABLES = EXAMPLES.parent / "docs" / "examples"


def parsed(ran: Ran) -> dict[str, Any]:
    whole: dict[str, Any] = json.loads(ran.out)
    return whole


def test_json_holds_what_the_contract_names(run: Run) -> None:
    ran = run("compare", REPORTS, "-f", "json")
    assert (ran.code, ran.err) == (0, "")
    whole = parsed(ran)
    assert whole["version"] == 1
    assert list(whole)[:5] == ["version", "cells", "lineage", "peers", "restatements"]
    contract = "indicator district district_code department function year as_of phase value unit facts status note"
    assert contract.split() == list(whole["cells"][0])[:13]
    quota = [cell for cell in whole["cells"] if cell["indicator"] == "staffing.quota"]
    assert [(cell["district_code"], cell["year"], cell["value"]) for cell in quota] == [
        ("11350", 2018, "24"),
        ("11350", 2019, "25"),
        ("11380", 2020, "20"),
    ]


def test_lineage_and_restatements_have_the_keys_of_the_contract(run: Run) -> None:
    whole = parsed(run("compare", REPORTS, "-f", "json"))
    assert {"from", "to", "event", "score", "evidence"} <= set(whole["lineage"][0])
    pair = whole["restatements"][0]
    assert {"fact_then", "fact_now", "value_then", "value_now", "same", "note"} <= set(pair)
    assert [one["label"] for one in whole["restatements"] if not one["same"]] == ["계", "공정한 감사 운영"]


def test_renamed_programme_is_told_so(run: Run) -> None:
    edges = parsed(run("compare", REPORTS, "-f", "json"))["lineage"]
    renamed = [edge for edge in edges if edge["event"] == "renamed"]
    assert [(edge["from"]["programme"], edge["to"]["programme"]) for edge in renamed] == [
        ("청렴한 공직문화 만들기", "모두가 함께 만드는 청렴한 공직문화")
    ]


def test_words_choose_indicators_by_their_beginning(run: Run) -> None:
    cells = parsed(run("compare", REPORTS, "-f", "json", "--indicator", "contract_review,patrol.cases"))["cells"]
    assert {cell["indicator"] for cell in cells} == {
        *("contract_review.cases", "contract_review.requested_amount"),
        *("contract_review.savings", "contract_review.savings_rate", "patrol.cases"),
    }


def test_unknown_indicator_is_refused_with_those_there_are(run: Run) -> None:
    ran = run("compare", REPORTS, "--indicator", "budgets", "--lang", "en")
    assert ran.code == 2
    assert ran.err.startswith("budgets: there is no such indicator; the ids are staffing.quota, ")


@pytest.mark.parametrize("form", ["table", "csv", "html"])
@pytest.mark.parametrize("lang", ["ko", "en"])
def test_every_form_names_the_indicator_and_its_figures(run: Run, form: str, lang: str) -> None:
    ran = run("compare", REPORTS, "-f", form, "--lang", lang)
    assert (ran.code, ran.err) == (0, "")
    assert ("고충민원 건수" if lang == "ko" or form != "table" else "Grievances") in ran.out
    assert "1,184" in ran.out or "1184" in ran.out


@pytest.mark.parametrize("view", ["year", "district", "programme"])
def test_every_view_names_the_departments(run: Run, view: str) -> None:
    ran = run("compare", REPORTS, "--by", view, "--lang", "ko")
    assert ran.code == 0
    assert "노원구 감사담당관" in ran.out
    assert "은평구 민원감사담당관" in ran.out


def test_spreadsheet_goes_into_a_file(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "compared.xlsx"
    ran = run("compare", REPORTS, "-f", "xlsx", "-o", path, "--lang", "en")
    assert (ran.code, ran.out) == (0, "")
    book = load_workbook(io.BytesIO(path.read_bytes()))
    values = [cell.value for row in book.worksheets[0].iter_rows() for cell in row]
    assert 1184 in values


def test_order_of_the_inputs_and_number_of_workers_change_nothing(run: Run) -> None:
    paths = sorted(REPORTS.glob("*.txt"))
    one = run("compare", *paths, "-f", "json")
    assert run("compare", *reversed(paths), "-f", "json").out == one.out
    assert run("compare", *paths, "-f", "json", "--workers", "2").out == one.out


# --- files of the user's ---------------------------------------------------------------------------------


def test_amounts_per_resident_and_in_prices_of_a_year(run: Run) -> None:
    words = ("-f", "json", "--indicator", "budget.amount")
    people = TABLES / "population.csv"
    cells = parsed(run("compare", REPORTS, *words, "--per", "resident", "--population", people))["cells"]
    assert [(cell["year"], cell["value"], cell["unit"]) for cell in cells if cell["district"] == "노원구"] == [
        (2018, "460", "KRW/주민"),
        (2019, "497", "KRW/주민"),
        (2018, "461", "KRW/주민"),
    ]
    prices = TABLES / "prices.csv"
    cells = parsed(run("compare", REPORTS, *words, "--real", "2020", "--prices", prices))["cells"]
    assert [cell["value"] for cell in cells if cell["year"] == 2020] == ["231000000"]
    assert [cell["value"] for cell in cells if cell["year"] == 2019] == ["269849010", "217178218"]


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["--per", "resident"], "--per resident needs --population FILE.\n"),
        (["--real", "2020"], "--real needs --prices FILE.\n"),
        (["--population", "none.csv"], "none.csv: No such file or directory.\n"),
    ],
)
def test_options_that_cannot_be_followed_are_refused(run: Run, words: list[str], sentence: str) -> None:
    ran = run("compare", REPORTS, "--lang", "en", *words)
    assert (ran.code, ran.out, ran.err) == (2, "", sentence)


def test_indicators_of_the_user_are_compared_too(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    path.write_text(
        '[[indicator]]\nid = "training.people"\nko = "청렴교육 인원"\nen = "Trained"\nunit = "명"\n'
        'definition = { ko = "이수 인원", en = "People trained" }\n'
        '[indicator.find]\ntopic = ["청렴교육"]\nunits = ["명"]\n',
        encoding="utf-8",
    )
    ran = run("compare", REPORTS, "-f", "json", "--indicators", path, "--indicator", "training.people")
    assert [(cell["year"], cell["value"]) for cell in parsed(ran)["cells"]] == [(2018, "1240"), (2019, "1302")]


def test_file_of_indicators_in_another_form_is_refused_with_its_place(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    path.write_text('[[indicator]]\nid = "A"\n', encoding="utf-8")
    ran = run("compare", REPORTS, "--indicators", path, "--lang", "en")
    assert ran.code == 2
    assert ran.err.startswith(f"{path}: indicator.0.id: String should match pattern")


# --- what cannot be compared -----------------------------------------------------------------------------


def test_article_alone_gives_nothing_to_compare(run: Run) -> None:
    press = next((EXAMPLES.parent / "tests" / "fixtures" / "reports").glob("*_press/source.txt"))
    ran = run("compare", press, "-f", "json", "--lang", "en")
    assert ran.code == 4
    assert ran.err == "Nothing was compared: no figure of the reports fits an indicator.\n"
    assert [one["code"] for one in parsed(ran)["cautions"]] == ["press"]


def test_file_that_cannot_be_read_costs_only_itself(run: Run, tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.touch()
    ran = run("compare", REPORTS, empty, "-f", "json", "--lang", "en")
    assert ran.code == 3
    whole = parsed(ran)
    assert len(whole["cells"]) == 68
    assert [one["path"] for one in whole["inputs"] if one["failure"]] == [str(empty)]
