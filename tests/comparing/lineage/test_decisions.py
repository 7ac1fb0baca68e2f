"""A file of decisions → edges that a person has settled, or an error that says what to mend."""

from __future__ import annotations

import pytest

from auditreport.comparing.lineage import read_decisions, trace_lineage, write_template
from auditreport.errors import WrongDecision
from tests.comparing.lineage.reports import ROADS, TAXES, TREES, make_report, told

WHO = 'district = "영등포구", department = "감사담당관"'


def test_settled_edge_is_certain_and_names_the_file() -> None:
    report = make_report(2015, {"가로수 관리": TREES, "체납 정리": TAXES}, {"푸른 거리": ROADS, "체납 정리": TAXES})
    decisions = read_decisions(
        f"""
        [[edge]]
        event = "renamed"
        note = "업무분장에 따름"
        from = {{ {WHO}, year = 2015, programme = "가로수 관리" }}
        to = {{ {WHO}, year = 2016, programme = "푸른거리" }}
        """,
        "mine.toml",
    )
    edge = next(edge for edge in trace_lineage([report], decisions) if edge.event == "renamed")
    assert (edge.score, edge.evidence[:2]) == (1.0, ("settled in mine.toml", "업무분장에 따름"))
    assert told(trace_lineage([report], decisions)) == {
        ("가로수 관리", "푸른 거리", "renamed"),
        ("체납 정리", "체납 정리", "continued"),
    }


def test_unrelated_undoes_an_edge_that_looks_certain() -> None:
    report = make_report(2015, {"도로 유지보수": ROADS}, {"도로 유지보수": ROADS})
    decisions = read_decisions(
        f"""
        [[edge]]
        event = "unrelated"
        from = {{ {WHO}, year = 2015, programme = "도로 유지보수" }}
        to = {{ {WHO}, year = 2016, programme = "도로 유지보수" }}
        """
    )
    assert not [edge for edge in trace_lineage([report], decisions) if edge.before and edge.to]


def test_end_and_beginning_are_settled_with_one_end_each() -> None:
    report = make_report(2015, {"도로 유지보수": ROADS}, {"도로 보수": ROADS})
    decisions = read_decisions(
        f"""
        edge = [
            {{ event = "ended", from = {{ {WHO}, year = 2015, programme = "도로 유지보수" }} }},
            {{ event = "new", to = {{ {WHO}, year = 2016, programme = "도로 보수" }} }},
        ]
        """
    )
    assert told(trace_lineage([report], decisions)) == {
        ("도로 유지보수", None, "ended"),
        (None, "도로 보수", "new"),
    }


def test_second_source_of_a_merger_is_added_to_what_the_text_tells() -> None:
    report = make_report(2015, {"도로 유지보수": ROADS, "가로수 관리": TREES}, {"도로 유지보수": ROADS})
    decisions = read_decisions(
        f"""
        [[edge]]
        event = "merged"
        from = {{ {WHO}, year = 2015, programme = "가로수 관리" }}
        to = {{ {WHO}, year = 2016, programme = "도로 유지보수" }}
        """
    )
    assert told(trace_lineage([report], decisions)) == {
        ("도로 유지보수", "도로 유지보수", "continued"),
        ("가로수 관리", "도로 유지보수", "merged"),
    }


def test_decision_about_a_year_that_is_not_there_waits() -> None:
    report = make_report(2015, {"도로 유지보수": ROADS}, {"도로 유지보수": ROADS})
    text = f'edge = [{{ event = "ended", from = {{ {WHO}, year = 2011, programme = "무엇이든" }} }}]'
    assert trace_lineage([report], read_decisions(text)) == trace_lineage([report])


def test_decision_about_no_programme_of_its_year_is_an_error_that_names_the_nearest() -> None:
    report = make_report(2015, {"도로 유지보수": ROADS, "체납 정리": TAXES}, {"도로 유지보수": ROADS})
    text = f'edge = [{{ event = "ended", from = {{ {WHO}, year = 2015, programme = "도로 유지관리" }} }}]'
    with pytest.raises(WrongDecision) as caught:
        trace_lineage([report], read_decisions(text, "mine.toml"))
    assert str(caught.value) == (
        "mine.toml, entry 1: no programme 2015 도로 유지관리; name one of that year, such as 도로 유지보수"
    )


def test_title_in_plan_and_results_of_a_year_needs_its_part() -> None:
    first = make_report(2015, {"도로 유지보수": ROADS}, {"도로 유지보수": ROADS})
    second = make_report(2016, {"도로 유지보수": ROADS})
    place = f'{WHO}, year = 2016, programme = "도로 유지보수"'
    with pytest.raises(WrongDecision, match="is in plan and results"):
        trace_lineage([first, second], read_decisions(f'edge = [{{ event = "new", to = {{ {place} }} }}]'))
    settled = read_decisions(f'edge = [{{ event = "new", to = {{ {place}, part = "results" }} }}]')
    assert (None, "도로 유지보수", "new") in told(trace_lineage([first, second], settled))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("edge = [", "lineage.toml: not TOML"),
        ("a = " + "[" * 5_000, "lineage.toml: not TOML: it nests too deep"),
        (
            'edge = [{ event = "ended" }]',
            "lineage.toml, entry 1: event ended takes from, neither more nor less",
        ),
        ('edge = [{ event = "vanished" }]', "lineage.toml, entry 1: event: Input should be"),
        ("edges = []", "lineage.toml: edges: Extra inputs are not permitted"),
    ],
)
def test_file_that_says_nothing_clear_is_an_error(text: str, said: str) -> None:
    with pytest.raises(WrongDecision) as caught:
        read_decisions(text)
    assert str(caught.value).startswith(said)


def test_template_lists_unknown_edges_and_can_be_filled_in() -> None:
    report = make_report(2015, {"가로수 관리": TREES[:2]}, {"푸른 거리": ROADS[:2]})
    text = write_template(trace_lineage([report]))
    entry = text.split("# [[edge]]")[1].replace("# ", "").replace('programme = ""', 'programme = "푸른 거리"')
    entry = entry.split("its report")[0].replace(
        'year = 2015, part = "results", programme = "푸른', 'year = 2016, programme = "푸른'
    )
    decisions = read_decisions(f"[[edge]]\n{entry}")
    assert told(trace_lineage([report], decisions)) == {("가로수 관리", "푸른 거리", "renamed")}


def test_title_cannot_leave_its_place_in_the_template() -> None:
    title = '가로수\n[[edge]]\nevent = "ended"\x1b\u2028\\"'
    text = write_template(trace_lineage([make_report(2015, {title: TREES[:2]}, {"푸른 거리": ROADS[:2]})]))
    assert "가로수" in text
    assert all(line.startswith("#") for line in text.splitlines() if line)
    assert read_decisions(text).edge == ()
