from __future__ import annotations

import ast
import io
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from rich.console import Console

import auditreport
from auditreport.pipeline import read_bytes
from auditreport.render.messages import translator
from auditreport.render.summary import Summary
from auditreport.render.summary.closing import lines_by_kind, show_counts, show_issues
from auditreport.render.summary.metrics import show_metrics
from auditreport.render.summary.overview import show_budget, show_staffing
from auditreport.render.summary.page import Page
from auditreport.render.summary.programmes import show_programmes
from auditreport.render.summary.who import show_who
from auditreport.render.summary.words import ISSUES
from auditreport.schemas import Anchor, Document, Issue, Meta, Programme, Report, Section
from tests.render.making import doubtful, fact

TEXT = "첫 줄\n\n□ 둘째 줄\n  셋째\n"


def shown(show: Callable[..., None], *words: Any, lang: str = "en", width: int = 100, show_all: bool = False) -> str:
    console = Console(file=io.StringIO(), width=width, color_system=None, legacy_windows=False)
    show(Page(console, translator(lang), show_all), *words)
    assert isinstance(console.file, io.StringIO)
    return "\n".join(line.rstrip() for line in console.file.getvalue().splitlines())


def table(text: str) -> list[list[str]]:
    """The lines of a text cut at two spaces or more."""
    return [[cell.strip() for cell in line.split("  ") if cell.strip()] for line in text.splitlines() if line.strip()]


def document(text: str = TEXT) -> Document:
    return read_bytes(text.encode("utf-8"), "x.txt").document


def staffing(concept: str, value: str, grade: str | None = None, **other: Any) -> Any:
    dims = {} if grade is None else {"job_class": "일반직", "grade": grade}
    return fact(value, "명", kind="staffing", part="overview", concept=f"staffing.{concept}", dims=dims, **other)


# --- staffing and budget ---------------------------------------------------------------------------------


def test_staffing_is_a_table_of_measures_by_grade() -> None:
    facts = [
        *(staffing("quota", "24", line=5), staffing("quota", "8", "7급", line=5)),
        *(staffing("headcount", "25", line=6), staffing("headcount", "7", "7급", line=6)),
        staffing("gap", "-1", "7급", line=7),
    ]
    assert table(shown(show_staffing, facts)) == [
        ["Staffing", "명 · confirmed: 0 of 5"],
        ["일반직"],
        ["Total", "7급", "line"],
        ["Quota", "24", "8", "5"],
        ["Headcount", "25", "7", "6"],
        ["Gap", "-1", "7"],
    ]


def test_figure_without_a_certain_place_stands_apart_with_the_number_of_its_places() -> None:
    unsure = [
        doubtful(value, 8, kind="staffing", part="overview", concept="staffing.quota", unit="명")
        for value in ("7", "8")
    ]
    text = shown(show_staffing, [staffing("quota", "27"), *unsure], lang="ko")
    assert table(text) == [
        ["인력", "명 · 3개 중 0개 확인"],
        ["계", "위치 미상", "줄"],
        ["정원", "27", "7 ? · 8 ?", "1"],
        ["? = 놓일 수 있는 칸이 8곳인 값 (후보는 -f jsonl)"],
    ]


def test_figure_with_a_likely_place_stands_there_with_a_mark() -> None:
    unsure = staffing("quota", "7", "4급", status="ambiguous", candidates=({"grade": "4급"}, {"grade": "5급"}))
    assert ["Quota", "27", "7 ?", "1"] in table(shown(show_staffing, [staffing("quota", "27"), unsure]))


def test_same_figure_of_a_repeated_table_is_shown_once() -> None:
    text = shown(show_staffing, [staffing("quota", "22", line=34), staffing("quota", "22", line=80)])
    assert ["Quota", "22", "34–80"] in table(text)


def test_table_that_is_too_wide_is_turned_on_its_side() -> None:
    facts = [staffing("quota", str(i), f"{i}급") for i in range(1, 20)]
    text = shown(show_staffing, facts, width=60)
    assert ["일반직 > 19급", "19", "1"] in table(text)


def budget(item: str, concept: str, value: str, unit: str = "KRW", **other: Any) -> Any:
    return fact(value, unit, kind="budget", part="overview", item=item, concept=f"budget.{concept}", **other)


def test_budget_is_a_table_of_items_by_measures_in_thousands_of_won() -> None:
    facts = [
        budget("계", "amount", "287494000"),
        budget("계", "executed", "223512000", as_of="2024-10-31"),
        budget("계", "execution_rate", "78", "%"),
        budget("기본 경비", "amount", "152343000", line=2),
    ]
    assert table(shown(show_budget, facts, lang="ko")) == [
        ["예산현황", "천원 · 4개 중 0개 확인"],
        ["집행액"],
        ["예산액", "2024-10-31", "집행률", "줄"],
        ["계", "287,494", "223,512", "78%", "1"],
        ["기본 경비", "152,343", "2"],
    ]


def test_income_and_spending_are_tables_of_their_own() -> None:
    facts = [budget("계", "amount", "1000", dims={"side": side}) for side in ("세입", "세출")]
    titles = [row[0] for row in table(shown(show_budget, facts)) if "Budget overview" in row[0]]
    assert titles == ["Budget overview · 세입", "Budget overview · 세출"]


# --- programmes ------------------------------------------------------------------------------------------


def programme(title: str | None, **other: Any) -> Programme:
    anchor = Anchor(start=0, end=9, line=1)
    fields: dict[str, Any] = {"part": "results", "title": title, "year": 2024, "anchor": anchor}
    return Programme(**{**fields, "sections": (Section(heading="추진실적", anchor=anchor),), **other})


def programmes(given: Sequence[Programme], facts: Sequence[Any], **how: Any) -> str:
    return shown(show_programmes, document(), given, facts, **how)


def test_programme_shows_its_budget_with_the_sources_of_funds_in_one_line() -> None:
    facts = [
        fact("22914000", "KRW", kind="programme_budget", concept="budget.amount", programme="순찰", line=9),
        *(
            fact(value, "KRW", kind="programme_budget", concept="budget.amount", programme="순찰", dims={"fund": fund})
            for fund, value in (("시비", "9300000"), ("구비", "13614000"))
        ),
        fact("69", "%", kind="programme_budget", concept="budget.execution_rate", programme="순찰"),
    ]
    text = programmes([programme("순찰", number="5", teams=("순찰팀",), page=8)], facts, lang="ko")
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    assert lines[0].startswith("추진실적 2024 ─")
    assert lines[1] == "5. 순찰  순찰팀 · 8쪽"
    assert lines[2] == "예산액 22,914 (시비 9,300 · 구비 13,614) / 집행률 69% (천원, 1–9줄)"


def test_needs_by_year_are_a_table_with_the_years_in_the_order_of_its_fullest_row() -> None:
    facts = [
        fact("46040000", "KRW", kind="required_budget", concept="required.amount", programme="혁신", year=2023),
        *(
            fact(
                value,
                "KRW",
                kind="required_budget",
                concept="required.amount",
                programme="혁신",
                item="계",
                year=year,
                dims={} if year else {"column": "합계"},
            )
            for year, value in ((None, "112120000"), (2023, "46040000"), (2024, "66080000"))
        ),
    ]
    rows = table(programmes([programme("혁신")], facts))
    assert ["합계", "2023", "2024", "line"] in rows
    assert ["계", "112,120", "46,040", "66,080", "1"] in rows


def test_programme_without_figures_says_so() -> None:
    assert "3 조용한 사업" not in programmes([], [])
    assert "3. 조용한 사업  no figures" in programmes([programme("조용한 사업", number="3")], [])


def test_programme_that_is_split_is_shown_by_its_parts() -> None:
    parts = [programme("민원"), programme("민원", subprogramme="고충민원")]
    text = programmes(parts, [fact(programme="민원", subprogramme="고충민원", item="접수")])
    assert "민원 › 고충민원" in text
    assert "no figures" not in text


def test_neighbours_under_one_label_share_a_row_and_parts_stand_below_their_whole() -> None:
    facts = [
        fact("31", "명", item="감사관"),
        fact("13", "명", item="감사관", dims={"of": "전문"}),
        fact("2", "회", item="감사관 > 참여", line=2),
        fact("3", "회", item="교육 > 상반기", line=3),
        fact("10", "회", item="교육 > 하반기", dims={"qualifier": "이상"}, line=4),
    ]
    text = shown(show_metrics, facts, 8)
    assert text.splitlines() == [
        "  감사관    31명 · 전문 13명  1",
        "    참여    2회               2",
        "  교육",
        "    상반기  3회               3",
        "    하반기  10회 (이상)       4",
    ]


def test_long_list_says_how_many_figures_are_left_out() -> None:
    facts = [fact(item=str(i)) for i in range(5)]
    assert shown(show_metrics, facts, 3).splitlines()[-1].strip() == "… and 2 more (--all or -f jsonl)"
    assert "more" not in shown(show_metrics, facts, 4)
    assert "more" not in shown(show_metrics, facts, 3, show_all=True)


def test_long_label_goes_on_further_in_than_the_labels_below_it() -> None:
    long = "아주 긴 이름을 가진 사업의 추진실적 점검 결과와 그에 따른 조치"
    lines = shown(show_metrics, [fact(item=long), fact(item=f"{long} > 조치")], 8, width=70).splitlines()
    assert [len(line) - len(line.lstrip()) for line in lines] == [2, 5, 5, 4]


# --- who, issues, account --------------------------------------------------------------------------------


def test_what_was_deduced_is_marked() -> None:
    meta = Meta(doc_kind="work_report", district="강동구", department="감사담당관", deduced=("district",))
    rows = table(shown(show_who, document(), Report(meta=meta)))
    assert ["District", "강동구 *"] in rows
    assert ["Department", "감사담당관"] in rows
    assert rows[-1] == ["* not stated on a cover; deduced from the rest"]


def test_nothing_is_said_of_deduction_where_nothing_was_deduced() -> None:
    meta = Meta(doc_kind="work_report", district="강동구")
    assert "*" not in shown(show_who, document(), Report(meta=meta))


def test_issues_are_grouped_with_their_lines_and_warnings_come_first() -> None:
    def issue(code: str, severity: str, line: int) -> Issue:
        anchor = Anchor(start=0, end=1, line=line)
        return Issue(code=code, severity=severity, message=f"{code}.", anchor=anchor)  # type: ignore[arg-type]

    issues = [issue("heading-lost", "info", 4), issue("unknown", "warning", 7), issue("heading-lost", "info", 9)]
    rows = table(shown(show_issues, issues))[1:]
    assert rows[0] == ["!", "unknown.", "line 7"]
    assert rows[1][0] == "·"
    assert rows[1][-1] == "line 4, 9"


def test_issue_of_a_page_names_the_page() -> None:
    anchor = Anchor(start=0, end=0, page=3)
    issue = Issue(code="scanned-page", severity="warning", message="…", anchor=anchor)
    assert table(shown(show_issues, [issue], lang="ko"))[1] == [
        "!",
        "그림으로 된 쪽이라 내용이 빠져 있습니다. 읽는 방법은 auditreport doctor로 봅니다.",
        "3쪽",
    ]


def codes_in_code() -> set[str]:
    """The codes of issues, wherever they are written out."""
    codes = set()
    for path in sorted(Path(auditreport.__file__).parent.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            given = [word.value for word in node.keywords if word.arg == "code"] if name == "Issue" else []
            given += node.args[:1] if name in ("note", "_issue") else []
            codes |= {word.value for word in given if isinstance(word, ast.Constant)}
    return codes


def test_every_issue_that_a_reader_finds_has_its_sentence() -> None:
    assert {"unparsed", "heading-lost"} <= codes_in_code()
    assert codes_in_code() - set(ISSUES) == set(), "give these a sentence in render/summary/words.py"


def test_account_counts_figures_by_kind_and_lines_by_block() -> None:
    given = document()
    lines, unclaimed = lines_by_kind(given)
    assert (sum(lines.values()), unclaimed) == (3, 0)
    text = shown(show_counts, given, [fact(), fact(), doubtful("1", 2, kind="table")])
    assert "Figures: 3 (in the text 2, other tables 1) · with several possible places: 1" in text
    assert "Lines accounted for: 3 of 3" in text


def test_line_in_no_block_is_missed_by_the_account() -> None:
    given = document()
    cut = given.model_copy(update={"blocks": given.blocks[:1]})
    _, unclaimed = lines_by_kind(cut)
    assert unclaimed == 2


# --- hostile words ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("terminal", [True, False])
def test_nothing_that_a_report_says_is_obeyed(terminal: bool) -> None:
    hostile = "\x1b]0;title\x07\x1b[2J[red]빨강[/red]\x9b31m\u202e"
    filler = "○ 민원 처리 결과를 구청장에게 보고하고 다음 해 계획에 반영\n" * 80
    text = (
        f"{filler}1. 일반현황\n□ 예산 {hostile}\n| 구 분 | {hostile} | 계 |\n|---|---|---|\n| {hostile} | 3건 | 4건 |\n"
    )
    read = read_bytes(text.encode("utf-8"), f"{hostile}.txt")
    console = partial(Console, force_terminal=terminal, color_system="standard" if terminal else None)
    out = Summary(console, "ko", show_all=True)(read.document, read.report, read.facts)
    for sequence in ("\x1b]", "\x1b[2J", "\x07", "\x9b", "\u202e"):
        assert sequence not in out
    assert "[red]빨강[/red]" in out
