"""Departments of different districts that do the same work are found by what they do; doubtful pairs are not given."""

from __future__ import annotations

from itertools import combinations

from auditreport.comparing.peers import find_peers
from auditreport.schemas.comparison import Peer
from auditreport.schemas.material import Material
from tests.comparing.materials import make_department, make_row, read_departments

AUDIT = [
    ["감사팀", "자체감사 실시", "일상감사"],
    ["조사팀", "공직기강 확립", "공직자 재산등록"],
    ["민원팀", "고충민원 처리"],
]
OVERSIGHT = [["감찰팀", "연간 감사계획", "재산등록 심사"], ["열린민원팀", "고충민원 총괄", "공직기강 점검"]]
COUNTER = [
    ["민원팀", "민원실 운영", "통합민원 창구"],
    ["여권팀", "여권 발급"],
    ["가족관계팀", "가족관계등록", "주민등록"],
]

Pair = frozenset[tuple[str | None, str | None]]


def pair_of(peer: Peer) -> Pair:
    return frozenset(((peer.a.district, peer.a.department), (peer.b.district, peer.b.department)))


def names(*materials: Material) -> list[Pair]:
    return [pair_of(peer) for peer in find_peers(materials)]


def measured(part: str) -> tuple[int, int, int]:
    """How many pairs of a set are peers, how many of them are found, and how many found are none."""
    rows = read_departments(part)
    true: set[Pair] = {
        frozenset(((a["district"], a["name"]), (b["district"], b["name"])))
        for a, b in combinations(rows, 2)
        if a["district"] != b["district"] and a["work"] == b["work"]
    }
    found = set(
        names(*(make_department(row["district"], row["name"], row["teams"], row.get("duties", ())) for row in rows))
    )
    return len(true), len(true & found), len(found - true)


def test_peers_by_which_the_rules_were_made_are_all_found() -> None:
    assert measured("tuning") == (10, 10, 0)


def test_peers_held_out_are_found_without_a_wrong_one() -> None:
    true, found, wrong = measured("held_out")
    assert (true, found >= 20, wrong) == (29, True, 0)


def test_same_work_under_another_name_makes_peers() -> None:
    one, other = make_department("영등포구", "감사담당관", AUDIT), make_department("금천구", "현장혁신실", OVERSIGHT)
    assert names(one, other) == [frozenset({("영등포구", "감사담당관"), ("금천구", "현장혁신실")})]


def test_like_names_without_like_work_make_none() -> None:
    audit, counter = (
        make_department("영등포구", "민원감사담당관", AUDIT),
        make_department("금천구", "민원여권과", COUNTER),
    )
    assert names(audit, counter) == []


def test_one_name_with_other_work_makes_none() -> None:
    assert names(make_department("영등포구", "소통과", AUDIT), make_department("금천구", "소통과", COUNTER)) == []


def test_departments_of_one_district_are_no_peers() -> None:
    assert names(make_department("영등포구", "감사과", AUDIT), make_department("영등포구", "조사과", OVERSIGHT)) == []


def test_district_and_its_successor_are_one() -> None:
    then = make_department("군위군", "감사과", AUDIT, report_year=2020)
    now = make_department("군위군", "감찰과", OVERSIGHT, report_year=2025)
    assert names(then, now) == []


def test_districts_that_may_be_one_make_no_peers() -> None:
    assert names(make_department("중구", "감사과", AUDIT), make_department("중구", "감찰과", OVERSIGHT)) == []


def test_district_that_is_open_has_peers_elsewhere() -> None:
    assert len(names(make_department("중구", "감사과", AUDIT), make_department("금천구", "감찰과", OVERSIGHT))) == 1


def test_duties_of_every_department_alone_make_no_peers() -> None:
    office = [["행정팀", "서무 및 예산", "의회 협력", "청사 관리", "물품 관리"]]
    one = make_department(
        "영등포구", "미래과", [*office, ["하나팀", "새 누리 가꾸기", "온 누리 잇기", "별빛 모으기", "달빛 나누기"]]
    )
    other = make_department(
        "금천구", "상생과", [*office, ["두루팀", "푸른 꿈 키우기", "큰 걸음 돕기", "고운 마음 잇기", "새벽 열기"]]
    )
    assert names(one, other) == []


def test_one_function_with_other_duties_makes_no_peers() -> None:
    promotion = make_department(
        "영등포구", "건강과", [["하나팀", "금연 클리닉", "영양플러스", "만성질환 관리", "비만 예방"]]
    )
    infection = make_department("금천구", "건강과", [["두리팀", "감염병 대응", "결핵 관리", "예방접종", "방역소독"]])
    assert names(promotion, infection) == []


def test_reports_of_several_years_count_as_one_department_and_are_named() -> None:
    [peer] = find_peers(
        [
            make_department("영등포구", "감사담당관", AUDIT[:1], report_year=2015),
            make_department("영등포구", "감사 담당관", AUDIT[1:], report_year=2023),
            make_department("금천구", "감찰과", OVERSIGHT, report_year=2022),
        ]
    )
    assert "영등포구 감사 담당관: reports of 2015, 2023" in peer.evidence
    assert "금천구 감찰과: reports of 2022" in peer.evidence


def test_report_given_twice_counts_once() -> None:
    one = make_department("영등포구", "감사담당관", AUDIT)
    assert len(find_peers([one, one, make_department("금천구", "감찰과", OVERSIGHT)])) == 1


def test_evidence_names_what_both_do_and_what_one_does_alone() -> None:
    one = make_department("영등포구", "감사과", [*AUDIT, ["인권팀", "인권교육 실시"]])
    [peer] = find_peers([one, make_department("금천구", "감찰과", OVERSIGHT)])
    assert "함께 하는 일, 고충민원: 고충민원 처리 = 고충민원 총괄" in peer.evidence_ko
    assert "함께 하는 일, 청렴: 공직자 재산등록 = 재산등록 심사" in peer.evidence_ko
    assert "영등포구 감사과만 하는 일, 인권: 인권교육 실시" in peer.evidence_ko
    assert "only 영등포구 감사과, human rights: 인권교육 실시" in [one.lower() for one in peer.evidence]
    assert len(peer.evidence) == len(peer.evidence_ko)


def test_programmes_tell_the_work_where_no_teams_are_listed() -> None:
    one = make_department(
        "영등포구", "감사과", programmes=["자체감사 실시", "공직기강 확립", "공직자 재산등록", "고충민원 처리"]
    )
    assert len(names(one, make_department("금천구", "감찰과", OVERSIGHT))) == 1


def test_scores_lie_between_nought_and_one_and_the_surest_comes_first() -> None:
    found = find_peers([make_row(row) for row in read_departments("held_out")])
    scores = [peer.score for peer in found]
    assert scores == sorted(scores, reverse=True)
    assert 0 < scores[-1] <= scores[0] <= 1
