from __future__ import annotations

import re
from urllib.parse import unquote

from auditreport.render.checked import CheckRun
from auditreport.render.checked.github import check_github
from auditreport.schemas.discrepancy import Message
from tests.render.checked.making import check_run, checked, discrepancy, unreadable


def commands(run: CheckRun) -> list[tuple[str, dict[str, str], str]]:
    """Workflow commands as the runner reads them."""
    out = []
    for line in check_github(run).splitlines():
        match = re.fullmatch(r"::(\w+) ([^:]*)::(.*)", line)
        assert match, line
        pairs = (pair.split("=", 1) for pair in match[2].split(","))
        out.append((match[1], {key: unquote(value) for key, value in pairs}, unquote(match[3])))
    return out


def test_discrepancy_is_an_annotation_at_its_figure() -> None:
    assert commands(check_run(discrepancy())) == [
        (
            "error",
            {"file": "reports/a.txt", "line": "22", "col": "52", "endColumn": "58", "title": "AR203 name of AR203"},
            "It does not hold. 426,900 − 345,789 ≠ 81,711",
        )
    ]


def test_severities_have_commands_of_their_own() -> None:
    run = check_run(discrepancy("warning"), discrepancy("info"))
    assert [name for name, _, _ in commands(run)] == ["warning", "notice"]


def test_page_stands_in_the_words_of_an_input_without_lines() -> None:
    [(_, properties, message)] = commands(check_run(discrepancy(place={"line": None, "column": None, "page": 3})))
    assert set(properties) == {"file", "title"}
    assert message.startswith("p. 3: It does not hold.")


def test_input_that_was_not_checked_is_annotated() -> None:
    nothing = checked("b.txt", status="nothing_checked", equations=0)
    found = commands(check_run(inputs=(checked(), nothing, unreadable())))
    assert found == [
        ("warning", {"file": "b.txt"}, "Nothing was checked: no figures of this input make up an equation."),
        ("error", {"file": "none.txt"}, "there is no such file; check the path."),
    ]


def test_what_would_end_a_property_or_a_command_is_escaped() -> None:
    path = "a,b:c%2C::error file=x::\n.txt"
    found = discrepancy(equation={"path": path, "formula": "5%0A\n::error::6"}, message=Message(ko="", en="x\r\ny"))
    text = check_github(check_run(found, inputs=(checked(path),)))
    assert text.count("\n") == 1
    assert text.startswith("::error file=a%2Cb%3Ac%252C%3A%3Aerror file=x%3A%3A .txt,line=22,")
    assert text.endswith("::x y 5%250A ::error::6\n")
