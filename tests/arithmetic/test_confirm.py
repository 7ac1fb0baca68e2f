"""From figures in their places to the figures that an equation confirms."""

from __future__ import annotations

from auditreport.arithmetic import confirm, find_equations
from auditreport.schemas import Fact, Position
from tests.arithmetic.making import fact

Grid = list[tuple[tuple[str, ...], list[str]]]


def grid(
    titles: list[tuple[str, ...]], rows: Grid, unit: str = "건", rounded: bool = False, **fields: object
) -> tuple[list[Fact], list[Position | None]]:
    """Facts of a table with their positions; `?` is a figure that may stand elsewhere, an empty text no figure."""
    facts: list[Fact] = []
    positions: list[Position | None] = []
    for r, (labels, values) in enumerate(rows):
        for c, value in enumerate(values):
            if not value:
                continue
            own = "%" if titles[c][-1].endswith("율") else unit
            decimals = len(value.partition(".")[2])
            status = "ambiguous" if value.endswith("?") else "stated"
            if rounded:
                value, own, decimals = f"{value}000", "KRW", -3
            facts.append(fact(value.rstrip("?"), own, decimals, status=status, **fields))
            positions.append(Position(10, 0, r, None if status == "ambiguous" else c, labels, titles[c]))
    return facts, positions


def confirmed(table: tuple[list[Fact], list[Position | None]]) -> list[str]:
    return [found.value for found in confirm(*table) if found.reading.confirmed]


def text(*stated: tuple[str, str, dict[str, str]], unit: str = "건") -> tuple[list[Fact], list[Position | None]]:
    """Metrics of bullets: item, value, dims; a `|` before the item opens a new bullet."""
    facts: list[Fact] = []
    positions: list[Position | None] = []
    block = 0
    for item, value, dims in stated:
        block += item.startswith("|")
        own = "%" if value.endswith("%") else unit
        value = value.rstrip("%")
        decimals = len(value.partition(".")[2])
        facts.append(fact(value, own, decimals, kind="metric", concept="metric", item=item.lstrip("|"), dims=dims))
        positions.append(Position(block))
    return facts, positions


def test_rows_and_columns_of_a_table_that_add_up_are_confirmed() -> None:
    table = grid(
        [("계",), ("가",), ("나",)],
        [(("합계",), ["9", "4", "5"]), (("갑",), ["3", "1", "2"]), (("을",), ["6", "3", "3"])],
    )
    assert len(confirmed(table)) == 9


def test_row_that_does_not_add_up_stays_open_where_no_column_proves_it() -> None:
    table = grid([("계",), ("가",), ("나",)], [(("갑",), ["15", "7", "8"]), (("을",), ["26", "13", "14"])])
    assert confirmed(table) == ["15", "7", "8"]


def test_groups_and_subtotals_are_confirmed_level_by_level() -> None:
    rows: Grid = [
        (("총계",), ["60"]),
        (("기본", "소계"), ["30"]),
        (("기본", "가"), ["10"]),
        (("기본", "나"), ["20"]),
        (("전문", "소계"), ["30"]),
        (("전문", "다"), ["30"]),
    ]
    # 전문 has one row: a sum of one figure is none.
    assert confirmed(grid([("건수",)], rows)) == ["60", "30", "10", "20", "30"]


def test_figure_that_may_stand_elsewhere_confirms_nothing() -> None:
    table = grid([("계",), ("가",), ("나",)], [(("갑",), ["15", "7?", "8"]), (("을",), ["20", "9", "11"])])
    assert confirmed(table) == ["20", "9", "11"]


def test_column_with_a_row_that_may_stand_elsewhere_is_not_added_up() -> None:
    table = grid([("가",)], [(("계",), ["15"]), (("갑",), ["7"]), (("을",), ["8"]), (("병",), ["2?"])])
    assert confirmed(table) == []


def test_zero_beside_the_only_part_is_proved_by_a_line_with_several() -> None:
    rows: Grid = [(("갑",), ["181", "181", "0"]), (("을",), ["300", "100", "200"])]
    assert len(confirmed(grid([("총계",), ("집합",), ("이러닝",)], rows))) == 6
    assert confirmed(grid([("총계",), ("집합",), ("이러닝",)], rows[:1])) == ["181", "181"]


def test_tables_are_not_added_up_with_one_another() -> None:
    facts, positions = grid([("건수",)], [(("계",), ["15"]), (("갑",), ["7"])])
    more, _ = grid([("건수",)], [(("을",), ["8"])])
    assert confirmed((facts + more, [*positions, Position(99, 0, 0, 0, ("을",), ("건수",))])) == []


def test_columns_that_no_title_relates_are_confirmed_where_they_agree_line_after_line() -> None:
    titles = [("심사금액",), ("결과액",), ("절감액",), ("절감율",)]
    rows: Grid = [
        (("공사",), ["22564", "22349", "215", "1.0"]),
        (("용역",), ["15324", "14591", "733", "4.8"]),
        (("물품",), ["2202", "2098", "104", "4.7"]),
    ]
    assert len(confirmed(grid(titles, rows))) == 12


def test_small_figures_that_agree_by_chance_are_not_confirmed() -> None:
    rows: Grid = [(("갑",), ["3", "1", "2"]), (("을",), ["5", "2", "3"])]
    assert confirmed(grid([("상",), ("중",), ("하",)], rows)) == []


def test_gap_is_confirmed_post_by_post() -> None:
    facts = [
        fact(value, kind="staffing", concept=concept, dims={"grade": grade})
        for grade, values in (("6급", ("7", "8", "1")), ("7급", ("7", "7", "1")), ("9급", ("0", "0", "0")))
        for concept, value in zip(("staffing.quota", "staffing.headcount", "staffing.gap"), values, strict=True)
    ]
    assert confirmed((facts, [Position(5)] * 9)) == ["7", "8", "1"]


def test_balance_is_what_the_forecast_leaves_and_not_told_twice() -> None:
    stated = {"budget.amount": 8040, "budget.executed": 7477, "budget.executed_forecast": 7477, "budget.balance": 563}
    facts = [fact(f"{value}000", "KRW", -3, kind="budget", concept=name) for name, value in stated.items()]
    positions: list[Position | None] = [Position(5, 0, 1, column) for column in range(4)]
    assert [fact.concept for fact in confirm(facts, positions) if fact.reading.confirmed] == [
        "budget.amount",
        "budget.executed_forecast",
        "budget.balance",
    ]


def test_breakdown_in_brackets_is_confirmed() -> None:
    stated = text(("감사관", "31", {}), ("감사관", "13", {"of": "전문"}), ("감사관", "18", {"of": "일반"}))
    assert confirmed(stated) == ["31", "13", "18"]


def test_breakdown_that_misses_a_part_is_not() -> None:
    assert (
        confirmed(text(("감사관", "31", {}), ("감사관", "13", {"of": "전문"}), ("감사관", "17", {"of": "일반"}))) == []
    )


def test_figure_is_the_sum_of_the_bullets_below() -> None:
    stated = text(
        ("|민원", "2593", {}), ("|민원 > 응답소", "578", {}), ("민원 > 바란다", "1273", {}), ("민원 > 방문", "742", {})
    )
    assert len(confirmed(stated)) == 4


def test_small_figures_of_bullets_are_too_likely_to_agree() -> None:
    assert confirmed(text(("|교육", "3", {}), ("|교육 > 상반기", "1", {}), ("|교육 > 하반기", "2", {}))) == []


def test_line_of_figures_with_a_rate_is_confirmed() -> None:
    stated = text(
        ("실적 > 발생", "1699", {}),
        ("실적 > 조치", "1532", {}),
        ("실적 > 미조치", "167", {}),
        ("실적 > 율", "90.2%", {}),
    )
    assert len(confirmed(stated)) == 4


def test_total_broken_down_by_parts_and_by_funds_closes_twice() -> None:
    stated = text(
        ("사업비", "1400", {}),
        ("사업비", "1300", {"of": "공사"}),
        ("사업비", "100", {"of": "용역"}),
        ("사업비", "700", {"fund": "국비"}),
        ("사업비", "700", {"fund": "시비"}),
    )
    assert [len(equation.operands) for equation in find_equations(*stated)] == [3, 3]
    assert len(confirmed(stated)) == 5


def test_facts_keep_their_order_and_all_but_the_flag() -> None:
    facts, positions = text(("감사관", "31", {}), ("감사관", "13", {"of": "전문"}), ("감사관", "18", {"of": "일반"}))
    again = confirm(facts, positions)
    assert [one.model_copy(update={"reading": other.reading}) for one, other in zip(facts, again, strict=True)] == again


def test_fact_without_a_position_stands_in_no_equation() -> None:
    facts, _ = text(("감사관", "31", {}), ("감사관", "13", {"of": "전문"}), ("감사관", "18", {"of": "일반"}))
    assert confirm(facts, [None, None, None]) == facts


def test_sum_that_is_off_by_a_unit_is_not_rounding_in_a_table_of_exact_sums() -> None:
    def table(total: str) -> list[str]:
        rows: Grid = [((name,), ["30000", "10000", "20000"]) for name in ("갑", "을", "병")]
        return confirmed(grid([("계",), ("가",), ("나",)], [*rows, (("정",), [total, "12000", "21000"])], rounded=True))

    assert len(table("33000")) == 12
    assert len(table("33001")) == 9


def test_rounded_sums_are_confirmed_where_they_are_the_habit() -> None:
    rows: Grid = [
        (("갑",), ["30001", "10000", "20000"]),
        (("을",), ["40000", "19000", "21000"]),
        (("병",), ["49999", "28000", "22000"]),
    ]
    assert len(confirmed(grid([("계",), ("가",), ("나",)], rows, rounded=True))) == 9


def test_breakdown_in_text_has_to_add_up_exactly() -> None:
    facts = [fact(f"{n}000000", "KRW", -6, kind="metric", concept="metric", item="목표액") for n in (7254, 5189, 2066)]
    parts = [one.model_copy(update={"dims": {"of": name}}) for one, name in zip(facts[1:], "가나", strict=True)]
    assert find_equations([facts[0], *parts], [Position(1)] * 3) == []
