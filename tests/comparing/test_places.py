"""Which local government reports: settled by evidence of the report, else open with all candidates."""

from __future__ import annotations

from typing import Any

import pytest

from auditreport.comparing.places import district_candidates, settle_district
from tests.comparing.materials import make_material, make_meta

SIX = ["11140", "26110", "27110", "28110", "30140", "31110"]


def candidates(district: str | None, text: str = "", **meta: Any) -> list[str]:
    given = make_meta(district=district, **{"report_year": 2023, **meta})
    return [entity.code for entity in district_candidates(make_material(meta=given, text=text))]


def settled(district: str | None, text: str = "", **meta: Any) -> str | None:
    given = make_meta(district=district, **{"report_year": 2023, **meta})
    entity = settle_district(make_material(meta=given, text=text))
    return entity and entity.code


def test_name_that_one_district_has_is_settled_by_itself() -> None:
    assert settled("영등포구") == "11560"


def test_province_that_reports_has_its_own_code() -> None:
    assert settled("부산광역시", department="교통혁신국") == "26000"


def test_ward_is_found_with_its_city() -> None:
    assert settled("청주시 상당구", report_year=2019) == "43111"


def test_name_of_six_districts_stays_open_with_all_of_them() -> None:
    assert settled("중구", "중구 주요업무 보고") is None
    assert candidates("중구", "중구 주요업무 보고") == SIX


def test_no_name_has_no_candidates() -> None:
    assert candidates(None) == []
    assert candidates("없는구") == []


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"title": "서울특별시 중구 2023년 주요업무 보고"}, "11140"),
        ({"council": "부산광역시 중구의회"}, "26110"),
        ({"text": "주소는 대구 중구이다. 대구시, 대구광역시의회, 달서구, 수성구가 돕는다."}, "27110"),
        ({"text": "서울시 공모에 뽑혔다. " * 6}, "11140"),
        ({"text": "부산시와 부산광역시의회, 영도구, 해운대구, 사상구, 동래구가 함께 한다."}, "26110"),
    ],
)  # fmt: skip
def test_province_and_neighbours_that_a_report_names_settle_it(given: dict[str, str], code: str) -> None:
    assert settled("중구", **given) == code


def test_cover_counts_before_the_body() -> None:
    assert settled("중구", "서울 중구를 다녀왔다. 서울 중구에서 배웠다.", title="부산광역시 중구 업무보고") == "26110"


def test_provinces_that_are_named_side_by_side_settle_nothing() -> None:
    assert settled("중구", "서울 중구와 대전 중구가 협약을 맺었다.") is None
    assert settled("중구", "서울시, 부산시, 대구시가 함께 한다. 서울시 공모.") is None


def test_few_namings_of_a_province_settle_nothing() -> None:
    assert settled("중구", "서울시에 물었고 서울시가 답하였다.") is None


def test_visit_to_a_namesake_settles_nothing() -> None:
    assert settled("중구", "대구광역시 중구를 다녀왔다.") is None
    assert settled("중구", "대구광역시 중구를 다녀왔다. 서울시 공모에 종로구, 용산구와 함께 나갔다.") is None


def test_wards_do_not_share_a_bare_name_with_districts() -> None:
    assert candidates("북구") == ["26320", "27230", "29170", "31200"]
    assert candidates("포항시 북구") == ["47113"]


def test_city_that_is_named_like_a_province_is_not_taken_for_it() -> None:
    assert settled("동구", "경기도 광주시를 찾았다. 광주시 사례, 광주시 조례, 광주시 예산.") is None
    assert settled("동구", "광주광역시 공모. " * 6) == "29110"


def test_report_of_an_earlier_year_has_the_code_of_that_year() -> None:
    assert settled("춘천시", report_year=2019) == "42110"
    assert settled("춘천시", report_year=2024) == "51110"


def test_day_of_the_session_tells_the_code_in_a_year_of_change() -> None:
    assert settled("군위군", session_start="2023-02-01") == "47720"
    assert settled("군위군", session_start="2023-11-20") == "27720"


def test_report_that_looks_back_on_a_year_of_change_is_of_its_end() -> None:
    assert settled("군위군", plan_year=2024) == "27720"
    assert settled("군위군", plan_year=2023) is None
    assert candidates("군위군", plan_year=2023) == ["27720", "47720"]


def test_candidates_that_lie_elsewhere_are_left_out_one_province_at_a_time() -> None:
    assert candidates("강서구", "부산 강서구의 사업이다. " * 2 + "부산광역시 강서구가 한다.") == ["26440"]


def test_new_name_of_a_province_tells_that_the_old_one_has_ended() -> None:
    assert settled("전주시", "전북특별자치도 공모", report_year=2024) == "52110"
    assert candidates("전주시", "전라북도 공모, 전라북도 예산, 전라북도 전주시", report_year=2024) == ["45110", "52110"]


def test_province_that_a_district_will_join_tells_nothing_of_the_day() -> None:
    assert (
        settled("군위군", "대구광역시 편입을 준비한다. 대구광역시와 협의한다. 대구시에 간다.", plan_year=2023) is None
    )
