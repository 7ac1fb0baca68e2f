"""`auditreport check`: what comes out in each form, exit codes, choices of rules, baselines."""

from __future__ import annotations

import json
import os
from dataclasses import replace
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from auditreport.checks import RULES, Checked
from auditreport.checks.subject import Subject
from auditreport.cli.app import main
from auditreport.cli.help import columns_of
from auditreport.pipeline import check as pipeline_check
from tests.cli.conftest import Ran, Run, on_terminal

EXAMPLES = Path(__file__).resolve().parent.parent.parent / "examples"
MISPRINT = EXAMPLES / "misprint_2024.txt"
CLEAN = EXAMPLES / "gangdong_2024_autonomy.txt"
FORMS = ["text", "json", "sarif", "junit", "github", "markdown"]
FORMULA = "426,900 − 345,789 ≠ 81,711"


@pytest.fixture
def nothing(tmp_path: Path) -> Path:
    """A text in which no figures make up an equation."""
    path = tmp_path / "nothing.txt"
    path.write_text("Ⅱ. 추진실적\n1. 민원\n□ 추진실적\n❍ 민원 처리 : 1,522건\n", encoding="utf-8")
    return path


def parsed(ran: Ran) -> dict[str, list[dict[str, object]]]:
    whole: dict[str, list[dict[str, object]]] = json.loads(ran.out)
    return whole


# --- forms -----------------------------------------------------------------------------------------------


def test_text_names_the_figure_and_what_would_settle_it(run: Run) -> None:
    ran = run("check", MISPRINT)
    assert (ran.code, ran.err) == (1, "")
    lines = [line.strip() for line in ran.out.splitlines()]
    assert f"error AR203 {MISPRINT}:22:52" in lines
    assert FORMULA in lines
    assert "81,711  → 81,111천원  자원봉사 지원 · Balance (line 22)" in lines
    assert lines[-1] == "checked: 1 · errors: 1 · warnings: 0 · notes: 0"


def test_place_is_that_of_the_numeral_in_the_source(run: Run) -> None:
    source = MISPRINT.read_text(encoding="utf-8").split("\n")
    [found] = parsed(run("check", MISPRINT, "-f", "json"))["discrepancies"]
    figures = [*found["figures"], *found["suspects"]]  # type: ignore[misc]
    assert len(figures) == 4
    for figure in figures:
        assert source[figure["line"] - 1][figure["column"] - 1 :].startswith(figure["raw"])


def test_json_accounts_for_every_input(run: Run, nothing: Path) -> None:
    whole = parsed(run("check", CLEAN, MISPRINT, nothing, "none.txt", "-f", "json"))
    assert [(one["path"], one["status"]) for one in whole["inputs"]] == [
        (str(CLEAN), "checked"),
        (str(MISPRINT), "checked"),
        (str(nothing), "nothing_checked"),
        ("none.txt", "unreadable"),
    ]
    assert [one["fingerprint"] for one in whole["discrepancies"]] != []
    assert "equations" not in whole
    counted = {str(one["path"]): one["equations"] for one in whole["inputs"]}
    equations = parsed(run("check", CLEAN, MISPRINT, nothing, "-f", "json", "--equations"))["equations"]
    assert [counted[str(path)] for path in (CLEAN, MISPRINT)] == [
        sum(one["path"] == str(path) for one in equations) for path in (CLEAN, MISPRINT)
    ]


def test_each_form_tells_of_the_same_discrepancy(run: Run) -> None:
    sarif = json.loads(run("check", MISPRINT, "-f", "sarif").out)
    [result] = sarif["runs"][0]["results"]
    assert (result["ruleId"], result["level"]) == ("AR203", "error")
    assert result["locations"][0]["physicalLocation"]["region"] == {"startLine": 22, "startColumn": 52, "endColumn": 58}
    junit = ET.fromstring(run("check", MISPRINT, "-f", "junit").out)
    assert [FORMULA in (failure.get("message") or "") for failure in junit.iter("failure")] == [True]
    [line] = run("check", MISPRINT, "-f", "github").out.splitlines()
    assert line.startswith("::error file=")
    assert ",line=22,col=52," in line
    assert line.endswith(FORMULA)
    assert f"`{FORMULA}`" in run("check", MISPRINT, "-f", "markdown").out


def test_files_are_named_from_the_folder_of_the_run(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(EXAMPLES.parent)
    for path in (MISPRINT, "examples/misprint_2024.txt", "examples"):
        assert "::error file=examples/misprint_2024.txt,line=22" in run("check", path, "-f", "github").out


def test_further_forms_go_into_files_in_the_same_run(run: Run, tmp_path: Path) -> None:
    sarif, junit = tmp_path / "a.sarif", tmp_path / "a.xml"
    ran = run("check", MISPRINT, "--also", f"sarif={sarif}", "--also", f"junit={junit}")
    assert (ran.code, ran.out) == (1, run("check", MISPRINT).out)
    assert sarif.read_bytes() == run("check", MISPRINT, "-f", "sarif").bytes_out
    assert junit.read_bytes() == run("check", MISPRINT, "-f", "junit").bytes_out


@pytest.mark.parametrize("word", ["sarif", "sarif=", "xml=a.xml", "=a"])
def test_further_form_that_is_not_known_is_a_mistake(run: Run, word: str) -> None:
    ran = run("check", MISPRINT, "--also", word)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == f"{word}: --also takes FORM=FILE, where FORM is one of {', '.join(FORMS)}.\n"


@pytest.mark.parametrize("form", FORMS)
def test_output_into_a_file_is_the_same(run: Run, tmp_path: Path, form: str) -> None:
    target = tmp_path / "out"
    ran = run("check", MISPRINT, "-f", form, "-o", target)
    assert (ran.code, ran.out) == (1, "")
    assert target.read_bytes() == run("check", MISPRINT, "-f", form).bytes_out


@pytest.mark.parametrize("form", FORMS)
def test_korean_is_spoken_in_every_form(run: Run, form: str) -> None:
    assert "보고서에는 81,711천원이지만" in run("check", MISPRINT, "-f", form, "--lang", "ko").out


def test_notes_are_shown_on_request(run: Run) -> None:
    assert run("check", CLEAN, "--all").out.endswith("notes: 0\n")


def test_terminal_of_eighty_columns_is_not_overrun() -> None:
    code, shown, _ = on_terminal(["check", "--lang", "ko", os.path.relpath(MISPRINT)], 80, {"NO_COLOR": "1"})
    assert code == 1
    assert "→ 81,111천원" in shown
    assert max(map(columns_of, shown.splitlines())) <= 80


def test_controls_of_a_report_reach_no_output(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "evil.txt"
    text = MISPRINT.read_text(encoding="utf-8").replace("자원봉사 지원    ", "자원\x1b[31m봉사\u202e ")
    path.write_text(text, encoding="utf-8")
    for form in FORMS:
        out = run("check", path, "-f", form).out
        assert "81,711" in out
        assert "\x1b" not in out
        assert "\u202e" not in out


# --- exit codes ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("form", FORMS)
def test_clean_report_is_clean_in_every_form(run: Run, form: str) -> None:
    ran = run("check", CLEAN, "-f", form)
    assert (ran.code, ran.err) == (0, "")


@pytest.mark.parametrize("form", FORMS)
def test_nothing_checked_is_never_clean(run: Run, nothing: Path, form: str) -> None:
    ran = run("check", nothing, "-f", form)
    assert ran.code == 4
    assert ran.err == f"{nothing}: nothing was checked, since no figures of it make up an equation.\n"
    assert run("check", nothing, CLEAN, "-f", form).code == 4


def test_no_rule_that_fits_means_that_nothing_was_checked(run: Run) -> None:
    assert run("check", MISPRINT, "--select", "AR4").code == 4


@pytest.mark.parametrize("form", FORMS)
def test_input_that_cannot_be_read_does_not_cost_the_others(run: Run, form: str) -> None:
    ran = run("check", "none.txt", MISPRINT, "-f", form)
    assert ran.code == 3
    assert ran.err == "none.txt: there is no such file; check the path.\n"
    assert "81,711" in ran.out
    assert "none.txt" in ran.out
    assert "no such file" in ran.out


@pytest.mark.parametrize(("fail_on", "code"), [("error", 1), ("warning", 1), ("info", 1), ("never", 0)])
def test_severity_that_fails_is_chosen(run: Run, fail_on: str, code: int) -> None:
    assert run("check", MISPRINT, "--fail-on", fail_on).code == code
    assert run("check", CLEAN, "--fail-on", fail_on).code == 0


def test_warning_fails_only_if_it_is_asked_to(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = pipeline_check.check

    def milder(*words: Any) -> Checked:
        found = whole(*words)
        return replace(
            found, discrepancies=tuple(one.model_copy(update={"severity": "warning"}) for one in found.discrepancies)
        )

    monkeypatch.setattr(pipeline_check, "check", milder)
    assert [run("check", MISPRINT, "--fail-on", fail_on).code for fail_on in ("error", "warning", "info")] == [0, 1, 1]


def test_mistake_of_ours_on_one_input_does_not_cost_the_others(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = pipeline_check.check

    def failing(subject: Subject, *words: Any) -> Checked:
        if subject.document.source.name == CLEAN.name:
            raise RuntimeError("ours")
        return whole(subject, *words)

    monkeypatch.setattr(pipeline_check, "check", failing)
    ran = run("check", CLEAN, MISPRINT, "-f", "json")
    assert ran.code == 5
    assert f"{CLEAN}: auditreport itself failed (RuntimeError)" in ran.err
    whole_run = parsed(ran)
    assert [one["status"] for one in whole_run["inputs"]] == ["unreadable", "checked"]
    assert len(whole_run["discrepancies"]) == 1


def test_input_named_twice_is_checked_once(run: Run) -> None:
    ran = run("check", MISPRINT, MISPRINT, "-f", "json")
    assert (ran.code, ran.out) == (1, run("check", MISPRINT, "-f", "json").out)


@pytest.mark.parametrize("form", FORMS)
def test_number_of_workers_changes_nothing(run: Run, nothing: Path, form: str) -> None:
    words = ("check", CLEAN, "none.txt", MISPRINT, nothing, "-f", form, "--equations", "--workers")
    one, two = run(*words, 1), run(*words, 2)
    assert (one.code, one.out, one.err) == (two.code, two.out, two.err)
    assert "81,711" in one.out


def test_standard_input_is_checked(run: Run) -> None:
    ran = run("check", "-", "-f", "github", stdin=MISPRINT.read_bytes())
    assert ran.code == 1
    assert ran.out.startswith("::error file=stdin,line=22,")


# --- rules -----------------------------------------------------------------------------------------------


def test_rules_are_selected_and_ignored(run: Run) -> None:
    def rules(*words: str) -> set[object]:
        ran = run("check", MISPRINT, "-f", "json", "--equations", *words)
        return {one["rule"] for one in parsed(ran)["equations"]}

    assert rules("--select", "AR101,ar203") == {"AR101", "AR203"}
    assert rules("--select", "AR101", "--select", "AR203", "--ignore", "AR1") == {"AR203"}
    assert {"AR201", "AR203"} <= rules("--select", "AR2")
    assert all(str(rule).startswith("AR2") for rule in rules("--select", "AR2"))
    assert "AR203" not in rules("--ignore", "AR2")


@pytest.mark.parametrize("option", ["--select", "--ignore"])
def test_unknown_rule_is_refused_with_the_nearest(run: Run, option: str) -> None:
    ran = run("check", MISPRINT, option, "AR1,AR2O3")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("AR2O3: there is no such rule; near it are AR203, ")


def test_no_rule_left_is_refused(run: Run) -> None:
    ran = run("check", MISPRINT, "--select", "AR1", "--ignore", "AR")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "No rule is left: --ignore leaves out all that --select names.\n"


def test_bad_choice_is_told_in_one_sentence(run: Run) -> None:
    ran = run("check", MISPRINT, "--fail-on", "all")
    assert ran.err == "--fail-on takes one of error, warning, info, never; auditreport check --help tells more.\n"
    assert ran.code == 2


# --- baselines -------------------------------------------------------------------------------------------


def test_baseline_hides_what_is_known_and_counts_it(run: Run, tmp_path: Path) -> None:
    known = tmp_path / "known.json"
    assert run("check", MISPRINT, "--write-baseline", known).code == 1
    ran = run("check", MISPRINT, "--baseline", known)
    assert ran.code == 0
    assert "81,711" not in ran.out
    assert ran.out.endswith("notes: 0 · known: 1 · no longer there: 0\n")
    [result] = json.loads(run("check", MISPRINT, "--baseline", known, "-f", "sarif").out)["runs"][0]["results"]
    assert result["baselineState"] == "unchanged"


def test_baseline_is_known_under_another_layout_and_name(run: Run, tmp_path: Path) -> None:
    known, moved = tmp_path / "known.json", tmp_path / "moved.txt"
    run("check", MISPRINT, "--write-baseline", known)
    text = MISPRINT.read_text(encoding="utf-8").replace("○", "❍").replace("| 자원봉사 지원    |", "| 자원봉사  지원 |")
    moved.write_text(f"\n\n{text}", encoding="utf-8")
    ran = run("check", moved, "--baseline", known, "-f", "json")
    assert ran.code == 0
    assert json.loads(ran.out)["baseline"] == {"known": 1, "gone": 0}


def test_what_was_mended_is_gone(run: Run, tmp_path: Path) -> None:
    report, known = tmp_path / "report.txt", tmp_path / "known.json"
    text = MISPRINT.read_text(encoding="utf-8")
    report.write_text(text, encoding="utf-8")
    run("check", report, "--write-baseline", known)
    report.write_text(text.replace("81,711", "81,111"), encoding="utf-8")
    ran = run("check", report, "--baseline", known, "--write-baseline", known)
    assert ran.code == 0
    assert ran.out.endswith("known: 0 · no longer there: 1\n")
    assert json.loads(known.read_text(encoding="utf-8")) == {"version": 1, "discrepancies": []}


def test_baseline_keeps_entries_of_other_inputs(run: Run, tmp_path: Path) -> None:
    known = tmp_path / "known.json"
    run("check", MISPRINT, "--write-baseline", known)
    before = known.read_bytes()
    assert run("check", CLEAN, "--baseline", known, "--write-baseline", known).code == 0
    assert known.read_bytes() == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["known.json"]


@pytest.mark.parametrize("text", [None, "", "[]", '{"version": 2, "discrepancies": []}'])
def test_file_that_is_no_baseline_is_a_mistake(run: Run, tmp_path: Path, text: str | None) -> None:
    known = tmp_path / "known.json"
    if text is not None:
        known.write_text(text, encoding="utf-8")
    ran = run("check", MISPRINT, "--baseline", known)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"{known}: ")
    assert ran.err.endswith("--write-baseline makes one.\n")


def test_file_stays_as_it_was_when_the_run_stops_midway(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = tmp_path / "known.json"
    known.write_text("old", encoding="utf-8")

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(pipeline_check, "check", interrupted)
    assert run("check", MISPRINT, "-o", tmp_path / "out", "--write-baseline", known).code == 130
    assert known.read_text(encoding="utf-8") == "old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["known.json"]


def test_input_is_never_overwritten(run: Run, tmp_path: Path) -> None:
    report = tmp_path / "report.txt"
    report.write_bytes(MISPRINT.read_bytes())
    for option in ("-o", "--write-baseline"):
        ran = run("check", report, option, report)
        assert ran.code == 2
        assert "this is one of the inputs and would be lost" in ran.err
    assert report.read_bytes() == MISPRINT.read_bytes()


def test_fingerprints_are_there_and_stay(run: Run) -> None:
    first, second = (parsed(run("check", MISPRINT, "-f", "json"))["discrepancies"] for _ in range(2))
    assert [len(str(one["fingerprint"])) for one in first] == [16]
    assert first == second


# --- rules of the manual ---------------------------------------------------------------------------------


def test_rules_are_listed_with_their_names(run: Run) -> None:
    lines = run("rules", "list").out.splitlines()
    assert [line.split()[0] for line in lines] == [rule.code for rule in RULES]
    assert "AR203  The balance is the budget less what is spent" in lines
    assert "AR203  잔액은 예산액에서 집행액을 뺀 값" in run("rules", "list", "--lang", "ko").out.splitlines()


def test_manual_of_a_rule_or_of_a_family_is_shown(run: Run) -> None:
    one = run("rules", "show", "ar203")
    assert one.code == 0
    assert one.out.startswith("AR203 The balance is the budget less what is spent\n\n  ")
    family = run("rules", "show", "AR1").out
    shown = [line.split()[0] for line in family.splitlines() if line.startswith("AR")]
    assert shown == [rule.code for rule in RULES if rule.code.startswith("AR1")]


def test_rules_as_json_hold_both_languages(run: Run) -> None:
    whole = json.loads(run("rules", "list", "-f", "json").out)
    assert [rule["code"] for rule in whole["rules"]] == [rule.code for rule in RULES]
    [rule] = json.loads(run("rules", "show", "AR203", "-f", "json").out)["rules"]
    assert rule["name"] == {
        "ko": "잔액은 예산액에서 집행액을 뺀 값",
        "en": "The balance is the budget less what is spent",
    }


def test_manual_fits_into_eighty_columns(run: Run) -> None:
    for lang in ("ko", "en"):
        assert max(map(columns_of, run("rules", "show", "AR", "--lang", lang).out.splitlines())) < 80


def test_unknown_rule_has_no_manual(run: Run) -> None:
    ran = run("rules", "show", "AR2O3")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("AR2O3: there is no such rule; near it are AR203, ")


def test_rules_without_a_command_show_the_help_and_are_a_mistake() -> None:
    assert main(["rules"]) == 2
