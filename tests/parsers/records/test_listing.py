"""Every other table of figures → figures of the kind `table`."""

from __future__ import annotations

from auditreport.schemas import Fact
from tests.reading import facts

HEAD = "2024년도 주요업무보고\n감사담당관\nⅡ. 2024년 추진실적\n1. 자체감사\n□ 추진실적\n"


def rows(text: str) -> list[tuple[str | None, str | None, str, str]]:
    """Item, column, value and unit."""
    return [(f.item, f.dims.get("column"), f.value, f.unit) for f in table(text)]


def table(text: str) -> list[Fact]:
    return [f for f in facts(HEAD + text) if f.kind == "table"]


def test_a_table_has_row_label_column_title_and_the_unit_of_its_caption() -> None:
    assert rows("(단위 : 건)\n구분\t처리\t이첩\n도로\t30\t4\n하천\t12\t-\n") == [
        ("도로", "처리", "30", "건"),
        ("도로", "이첩", "4", "건"),
        ("하천", "처리", "12", "건"),
        ("하천", "이첩", "0", "건"),
    ]


def test_units_of_titles_beat_that_of_the_caption() -> None:
    assert rows("(단위 : 건)\n구분\t처리\t처리율(%)\n도로\t30\t98.5\n") == [
        ("도로", "처리", "30", "건"),
        ("도로", "처리율", "98.5", "%"),
    ]


def test_levels_of_titles_and_of_labels_are_joined() -> None:
    text = "(단위 : 건)\n구분\t세부\t상반기\t\t계\n\t\t도로\t하천\t\n민원\t접수\t3\t4\t7\n\t처리\t2\t4\t6\n"
    assert rows(text)[:3] == [
        ("민원 > 접수", "상반기 > 도로", "3", "건"),
        ("민원 > 접수", "상반기 > 하천", "4", "건"),
        ("민원 > 접수", "계", "7", "건"),
    ]
    assert rows(text)[3][0] == "민원 > 처리"


def test_a_saving_under_a_triangle_is_positive() -> None:
    text = "(단위 : 천원)\n구분\t설계금액\t절감액\n도로\t5,000\t▲ 215\n"
    found = table(text)
    assert [(f.value, f.raw) for f in found] == [("5000000", "5,000"), ("215000", "▲ 215")]


def test_rows_that_name_years_have_that_year_and_their_total_has_none() -> None:
    found = table("(단위 : 건)\n연도\t접수\t처리\n계\t70\t60\n2022년\t30\t25\n2023년\t40\t35\n")
    assert [f.period.year for f in found] == [None, None, 2022, 2022, 2023, 2023]


def test_columns_that_name_years_have_that_year() -> None:
    found = table("(단위 : 건)\n구분\t2022년\t2023년\n접수\t30\t40\n")
    assert [f.period.year for f in found] == [2022, 2023]


def test_a_cell_of_two_figures_is_two_facts_told_apart() -> None:
    found = table("(단위 : 건)\n구분\t점검\t적출(현장/규정미준수)\n도로\t30\t26 / 68\n")
    assert [(f.value, f.dims.get("of")) for f in found] == [("30", None), ("26", "현장"), ("68", "규정미준수")]
    assert {f.dims["column"] for f in found} == {"점검", "적출"}


def test_items_of_a_list_in_a_cell_state_figures_of_their_own() -> None:
    text = "구분\t실적\n점검\t<ul><li>구청 12회</li><li>동 30회</li></ul>\n교육\t청렴교육 3회\n"
    assert rows(text) == [
        ("점검 > 구청", "실적", "12", "회"),
        ("점검 > 동", "실적", "30", "회"),
        ("교육 > 청렴교육", "실적", "3", "회"),
    ]


def test_tables_side_by_side_are_read_one_below_the_other() -> None:
    text = "연번\t내용\t실적\t연번\t내용\t실적\n1\t점검\t12회\t3\t상담\t40건\n2\t교육\t5회\t4\t견학\t2회\n"
    assert sorted(rows(text), key=str) == sorted(
        [
            ("점검", "실적", "12", "회"),
            ("교육", "실적", "5", "회"),
            ("상담", "실적", "40", "건"),
            ("견학", "실적", "2", "회"),
        ],
        key=str,
    )


def test_columns_of_remarks_places_and_dates_hold_no_figures() -> None:
    assert rows("구분\t건수\t위치\t비고\n도로\t30\t중앙로 12\t3월\n") == [("도로", "건수", "30", "건")]


def test_the_unit_in_a_row_label_counts_for_its_row_and_leaves_the_label() -> None:
    found = rows("구분\t국가하천\t소하천\n개소\t2\t11\n연장(㎞)\t100.4\t24.2\n")
    assert found == [
        ("개소", "국가하천", "2", "개소"),
        ("개소", "소하천", "11", "개소"),
        ("연장", "국가하천", "100.4", "㎞"),
        ("연장", "소하천", "24.2", "㎞"),
    ]


def test_a_before_and_after_table_has_years_as_columns() -> None:
    text = "[주요과제] <2023년> <2024년>\n쉼터 운영 4개소 ➠ 6개소\n방문 상담 300명 ➠ 450명\n"
    assert [(f.item, f.value, f.unit, f.period.year) for f in table(text)] == [
        ("쉼터 운영", "4", "개소", 2023),
        ("쉼터 운영", "6", "개소", 2024),
        ("방문 상담", "300", "명", 2023),
        ("방문 상담", "450", "명", 2024),
    ]


def test_a_flattened_table_of_one_column_is_read() -> None:
    assert rows("구 분 개소 비 고\n계 12\n쉼터 5\n공원 7\n") == [
        ("계", "개소", "12", "개소"),
        ("쉼터", "개소", "5", "개소"),
        ("공원", "개소", "7", "개소"),
    ]


def test_the_same_table_twice_states_its_figures_twice_with_ids_of_their_own() -> None:
    one = "(단위 : 건)\n구분\t도로\t하천\n점검\t5\t4\n보수\t3\t2\n"
    found = table(f"{one}\n{one}")
    assert [f.value for f in found] == ["5", "4", "3", "2"] * 2
    assert len({f.id for f in found}) == 8


def test_of_several_units_in_a_caption_each_title_takes_the_one_that_fits_it() -> None:
    text = "(단위 : 개소, ㎡, 백만원)\n구분\t금액\t도로\n개소\t\t4\n면적\t\t300\n보수\t20\t\n"
    assert [(item, unit) for item, _, _, unit in rows(text)] == [("개소", "개소"), ("면적", "㎡"), ("보수", "KRW")]


def test_figures_below_a_title_of_several_years_have_no_year() -> None:
    found = table("(단위 : 건)\n구분\t’20~’24년\t2024년\n점검\t50\t7\n")
    assert [(f.dims["column"], f.period.year) for f in found] == [("’20~’24년", None), ("2024년", 2024)]


def test_a_column_titled_with_years_labels_nothing() -> None:
    found = table("사업\t1단계(’22년~’26년)\t2단계(’27년~’31년)\n사전\t시범 편찬\t편찬 30권\n")
    assert [(f.item, f.dims.get("column"), f.value) for f in found] == [("사전 > 편찬", "2단계(’27년~’31년)", "30")]


def test_the_number_of_an_item_in_a_cell_is_no_figure() -> None:
    found = table("구분\t평가사항\t배점\n기술\t1) 근무인력 보유상태 (6점)\t6\n가격\t2) 입찰가격 (8점)\t8\n")
    assert [f.raw for f in found] == ["6", "6", "8", "8"]


def test_postal_codes_are_no_figures() -> None:
    found = table("(단위 : 호)\n구분\t우편번호\t모집\n본소\t37763\t56\n지소\t37764\t12\n")
    assert [(f.item, f.value) for f in found] == [("본소", "56"), ("지소", "12")]
