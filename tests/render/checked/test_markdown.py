from __future__ import annotations

from auditreport.render.checked.markdown import check_markdown
from auditreport.schemas.discrepancy import BaselineCount, Message
from tests.render.checked.making import check_run, checked, discrepancy, equation, unreadable


def test_inputs_are_rows_and_discrepancies_items() -> None:
    excuse = Message(ko="", en="Rounding may explain it.")
    found = discrepancy(excuses=(excuse,), related=(equation("AR201", "5 + 1 ≠ 7"),))
    assert check_markdown(check_run(found)).splitlines() == [
        "## auditreport",
        "",
        "errors: 1 · warnings: 0 · notes: 0",
        "",
        "| input | figures | equations | confirmed | error | warning | note |",
        "| --- | ---: | ---: | ---: | ---: | ---: | ---: |",
        "| reports/a.txt | 49 | 26 | 48 | 1 | 0 | 0 |",
        "",
        "- **error AR203** reports/a.txt · line 22  ",
        "  It does not hold. `426,900 − 345,789 ≠ 81,711`",
        "  - `81,711` → 81,111천원 자원봉사 지원 · Balance (line 22)",
        "  - The other figures: `426,900` 자원봉사 지원 · Balance (line 22),"
        " `345,789` 자원봉사 지원 · Balance (line 22)",
        "  - But: Rounding may explain it.",
        "  - The same cause: AR201 `5 + 1 ≠ 7`",
    ]


def test_every_row_of_the_table_has_as_many_cells_as_its_header() -> None:
    nothing = checked("b|c.txt", status="nothing_checked", equations=0)
    text = check_markdown(check_run(inputs=(checked(), nothing, unreadable())))
    rows = [line.replace("\\|", "") for line in text.splitlines() if line.startswith("|")]
    assert [row.count("|") for row in rows] == [8] * 5
    assert "**Nothing was checked: no figures of this input make up an equation.**" in rows[3]
    assert "**there is no such file; check the path**" in rows[4]


def test_notes_are_folded_at_the_end() -> None:
    text = check_markdown(check_run(discrepancy("info"), discrepancy()))
    assert (
        text.index("**error")
        < text.index("<details><summary>notes: 1</summary>\n\n- **note")
        < text.index("</details>")
    )


def test_baseline_is_accounted_for() -> None:
    assert "notes: 0 · known: 3 · no longer there: 1" in check_markdown(
        check_run(baseline=BaselineCount(known=3, gone=1))
    )


def test_marks_of_a_report_stand_for_themselves() -> None:
    found = discrepancy(place={"label": "<b>*계* [a](x) $1$ `b`\x1b"}, equation={"formula": "5 `≠` 6"})
    text = check_markdown(check_run(found))
    assert "\\<b\\>\\*계\\* \\[a\\](x) \\$1\\$ \\`b\\`\\\\x1b" in text
    assert "`5 ˋ≠ˋ 6`" in text
