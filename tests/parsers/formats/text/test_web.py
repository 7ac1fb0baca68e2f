"""A web page saved as text: the first article is read, all else is navigation."""

from __future__ import annotations

import pytest

from tests.reading import blocks, document, facts, unaccounted

PAGE = """2024.03.02 (토)
로그인 | 회원가입 | 구독신청
  • 맑음가람 17.4℃
  • 흐림나루 15.5℃
뉴스
가람구, 골목 정비 계획 보고회 열어
  • 등록 2024.03.01 10:12:33
[가람일보=이하늘 기자] 가람구는 지난달 29일 보고회를 열고 올해 골목 30개소를 고친다고 밝혔다.
올해 사업비는 모두 12억원으로 지난해보다 2억원이 늘어난 것이라고 구는 설명했다.
구는 안전요원 45명을 배치하고 다음 달부터 골목마다 점검을 이어 갈 계획이라고 전했다.
저작권자 © 가람일보 무단전재 및 재배포 금지
나루 도서관, 여름 독서교실 참가자를 모집
[가람일보=김바다 기자] 나루 도서관은 여름 독서교실 참가자 70명을 모집한다고 어제 알렸다.
참가비는 5,000원이며 모두 12회로 이어지는 교실이라고 도서관은 소개하고 있다고 했다.
많이 본 기사
1
"""


def test_navigation_weather_and_the_second_article_are_set_aside() -> None:
    found = blocks(PAGE)
    assert found[5] == ("heading", "가람구, 골목 정비 계획 보고회 열어")
    assert [kind for kind, _ in found[6:10]] == ["paragraph"] * 4
    assert {block for block in found if block[0] == "furniture"} == {("furniture", "site navigation")}
    assert [kind for kind, _ in found].count("furniture") == 5 + 6


def test_figures_come_from_the_first_article_alone() -> None:
    assert [(fact.part, fact.value, fact.unit) for fact in facts(PAGE)] == [
        ("article", "30", "개소"),
        ("article", "1200000000", "KRW"),
        ("article", "200000000", "KRW"),
        ("article", "45", "명"),
    ]


def test_every_line_of_a_page_lies_in_a_block() -> None:
    assert unaccounted(document(PAGE)) == []


@pytest.mark.parametrize(
    "text",
    [
        "등록 2024.03.01\n□ 조직 : 3팀\n○ 감사팀\n□ 인력\n○ 정원 20명\n□ 예산\n",
        "가람구는 올해 골목 30개소를 고친다고 밝혔다.\n구는 안전요원 45명을 배치할 계획이라고 전했다.\n",
    ],
)
def test_a_report_and_a_text_without_date_or_byline_are_no_article(text: str) -> None:
    assert ("furniture", "site navigation") not in blocks(text)
