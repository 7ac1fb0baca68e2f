from __future__ import annotations

import io
from typing import Any

from rich.cells import cell_len
from rich.console import Console

from auditreport.render.checked import CheckRun
from auditreport.render.checked.text import check_text
from auditreport.schemas import Issue
from auditreport.schemas.discrepancy import BaselineCount, Message
from tests.render.checked.making import check_run, checked, discrepancy, equation, unreadable


def shown(run: CheckRun, *, width: int = 80, show_all: bool = False, equations: bool = False) -> str:
    console = Console(file=io.StringIO(), width=width, color_system=None, legacy_windows=False, emoji=False)
    return check_text(run, console, show_all=show_all, equations=equations)


def lines(run: CheckRun, **how: Any) -> list[str]:
    return [line for line in shown(run, **how).splitlines() if line]


def test_discrepancy_is_told_with_its_place_equation_and_figures() -> None:
    assert lines(check_run(discrepancy())) == [
        "reports/a.txt",
        "  figures: 49 · equations: 26 · confirmed: 48 (97%) · rounding unknown",
        "  error AR203 reports/a.txt:22:52",
        "    It does not hold.",
        "    426,900 − 345,789 ≠ 81,711",
        "    This figure alone, if it were another, would settle it:",
        "      81,711  → 81,111천원  자원봉사 지원 · Balance (line 22)",
        "    The other figures: 426,900 자원봉사 지원 · Balance (line 22), 345,789",
        "    자원봉사 지원 · Balance (line 22)",
        "checked: 1 · errors: 1 · warnings: 0 · notes: 0",
    ]


def test_korean_is_spoken() -> None:
    text = shown(check_run(discrepancy(), lang="ko"))
    assert "  오류 AR203 reports/a.txt:22:52\n    맞지 않습니다.\n" in text
    assert "검산한 입력 1개 · 오류 1건 · 경고 0건 · 참고 0건" in text
    assert "settle" not in text


def test_no_line_is_wider_than_the_terminal() -> None:
    long = Message(ko="긴 문장입니다 " * 30, en="a long sentence " * 30)
    for lang in ("ko", "en"):
        text = shown(check_run(discrepancy(message=long, excuses=(long,)), lang=lang))
        assert max(cell_len(line) for line in text.splitlines()) <= 80


def test_several_suspects_each_say_what_they_would_have_to_be() -> None:
    found = discrepancy()
    second = found.suspects[0].model_copy(update={"fact": "f1", "raw": "426,900", "instead_printed": None})
    text = shown(check_run(found.model_copy(update={"suspects": (*found.suspects, second)})))
    assert "One of these figures alone, if it were another, would settle it:" in text
    assert "       81,711  → 81,111천원  " in text
    assert "      426,900  → ?           " in text
    assert "The other figures: 345,789 " in text


def test_excuses_and_related_equations_follow() -> None:
    excuse = Message(ko="반올림 차이일 수 있습니다.", en="Rounding may explain it.")
    related = equation("AR201", "5 + 1 ≠ 7", lines=(19, 24))
    text = shown(check_run(discrepancy("warning", excuses=(excuse,), related=(related,))))
    assert "    But: Rounding may explain it.\n" in text
    assert "    The same cause: AR201 5 + 1 ≠ 7 (line 19–24)\n" in text


def test_long_lists_are_cut_unless_all_is_asked_for() -> None:
    related = tuple(equation("AR201", f"{i} + 1 ≠ 9") for i in range(9))
    run = check_run(discrepancy(related=related))
    assert shown(run).count("The same cause") == 6
    assert "… and 3 more (--all)" in shown(run)
    assert shown(run, show_all=True).count("The same cause") == 9


def test_notes_are_counted_unless_all_is_asked_for() -> None:
    run = check_run(discrepancy("info"), discrepancy("info", equation={"rule": "AR201"}))
    assert "  notes: 2 (AR201 1, AR203 1); --all shows them" in shown(run)
    assert "does not hold" not in shown(run)
    assert shown(run, show_all=True).count("  note AR20") == 2
    assert "--all" not in shown(run, show_all=True)


def test_input_that_was_not_checked_says_why_and_is_counted() -> None:
    nothing = checked("b.txt", status="nothing_checked", equations=0, confirmed=0)
    text = shown(check_run(inputs=(checked(), nothing, unreadable())), width=100)
    assert "b.txt\n  Nothing was checked: no figures of this input make up an equation.\n" in text
    assert "none.txt\n  It could not be read: there is no such file; check the path.\n" in text
    assert text.endswith("checked: 1 · nothing checked in: 1 · not read: 1 · errors: 0 · warnings: 0 · notes: 0\n")


def test_share_is_all_only_if_every_figure_is_confirmed() -> None:
    assert "confirmed: 999 (99%)" in shown(check_run(inputs=(checked(facts=1000, confirmed=999),)))
    assert "confirmed: 1000 (100%)" in shown(check_run(inputs=(checked(facts=1000, confirmed=1000),)))


def test_places_that_were_not_understood_are_counted() -> None:
    issues = tuple(Issue(code="x", severity=severity, message="x") for severity in ("warning", "warning", "info"))
    text = shown(check_run(inputs=(checked(issues=issues),)))
    assert "  places read without being understood: 2 (auditreport parse lists them)\n" in text


def test_baseline_is_accounted_for() -> None:
    text = shown(check_run(baseline=BaselineCount(known=3, gone=1)))
    assert text.endswith("notes: 0 · known: 3 · no longer there: 1\n")


def test_equations_are_listed_on_request() -> None:
    equations = (equation("AR201", "1 + 2 = 3", class_="exact", lines=(4,)),)
    assert "  AR201 1 + 2 = 3 (line 4): holds exactly\n" in shown(check_run(equations=equations), equations=True)
    assert "1 + 2 = 3" not in shown(check_run(equations=equations))


def test_controls_of_a_report_do_not_reach_the_terminal() -> None:
    evil = "\x1b[31m계\u202e"
    found = discrepancy(place={"label": evil}, message=Message(ko=evil, en=evil), equation={"formula": f"5 ≠ {evil}"})
    related = discrepancy(related=(equation("AR201", evil),), excuses=(Message(ko=evil, en=evil),))
    text = shown(check_run(found, related, inputs=(checked(), checked("\x1b]0;x"))), equations=True)
    assert "\x1b" not in text
    assert "\u202e" not in text
    assert "\\x1b[31m계\\u202e" in text
