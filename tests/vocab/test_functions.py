"""The taxonomy of functions: whole in itself, true to the titles of departments, and careful where words begin."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from auditreport import vocab
from auditreport.vocab.own import tables_of

# Titles of departments as districts, counties and cities bear them, with the functions that their words name.
TITLES = {
    "audit": "감사담당관 감사관 민원감사담당관",
    "audit legal": "감사법무담당관",
    "integrity audit": "청렴감사실",
    "planning": "기획예산과 기획조정실 정책기획과 미래전략과",
    "finance": "예산담당관 재정관리과",
    "accounting": "회계과 재무과 재산관리과 경리과",
    "tax": "세무1과 세정과 징수과",
    "legal": "법무과 규제개혁추진단",
    "general_affairs": "총무과 행정지원과",
    "personnel": "인사과 인사관리과",
    "training": "인재개발원",
    "autonomy": "자치행정과 주민자치과 자치분권과 시민소통관",
    "information": "정보통신과 스마트도시과 디지털정책과",
    "public_relations": "홍보담당관 공보관 미디어담당관 대변인",
    "international": "국제협력과",
    "civil_registration": "민원여권과 종합민원과 민원봉사과",
    "land": "토지정보과 부동산정보과 지적과",
    "human_rights": "인권담당관",
    "welfare": "복지정책과 사회복지과 생활보장과 통합돌봄과",
    "elderly": "노인복지과 어르신복지과",
    "disability": "장애인복지과",
    "children": "아동보육과 아동청소년과",
    "women_family": "여성가족과 가정복지과",
    "youth": "청년정책과",
    "health": "보건행정과 건강증진과 감염병관리과 의약과",
    "food_hygiene": "위생과 식품위생과",
    "culture": "문화예술과 문화관광과 문화체육과 국가유산과",
    "tourism": "관광과",
    "sports": "체육진흥과",
    "education": "교육지원과 평생교육과",
    "libraries": "도서관정책과",
    "economy": "지역경제과 민생경제과 기업지원과",
    "employment": "일자리정책과",
    "finance_industry startups": "금융창업정책관",
    "industry": "반도체정책과 4차산업융합과 인공지능산업실",
    "agriculture": "농업정책과 농업기술센터",
    "livestock": "축산과 동물보호과",
    "fisheries": "해양수산과",
    "parks": "공원녹지과 푸른도시국",
    "forestry": "산림과 산림휴양과",
    "environment": "환경정책과 기후대기과",
    "waste": "자원순환과 청소행정과",
    "water": "상하수도사업소 수도행정과",
    "sewage": "하수시설과",
    "transport": "교통정책과 교통혁신국",
    "public_transport": "대중교통과",
    "parking": "주차관리과",
    "vehicles": "차량등록사업소",
    "logistics": "물류화물과",
    "construction": "건설과",
    "roads": "도로과 도로구조물과",
    "rivers": "생태하천과 치수과",
    "housing": "주택정책과 공동주택과 주거정비과",
    "building": "건축과 공공건축과",
    "urban_planning": "도시계획과 도시재생과",
    "urban_design": "도시디자인과",
    "safety": "재난안전과 안전총괄과 민방위과",
    "fire_service": "소방서",
    "enforcement": "특별사법경찰과",
    "council_affairs": "의회사무국 의정담당관",
    "population": "인구정책과",
    "balanced_development": "균형발전과",
    "statistics": "통계담당관",
}


PAGE = Path(__file__).resolve().parents[2] / "docs" / "functions.md"
BEGIN = "<!-- What follows is written by make goldens from functions.toml. -->\n"


def told(text: str) -> list[str]:
    return list(dict.fromkeys(meaning.function for meaning in vocab.functions_in(text)))


def test_every_id_is_there_once() -> None:
    ids = [row["id"] for row in tables_of("functions")["function"]]
    assert [name for name, count in Counter(ids).items() if count > 1] == []


def test_parents_and_companions_exist_and_no_function_is_its_own_ancestor() -> None:
    functions = vocab.functions()
    for function in functions.values():
        assert {function.parent, *function.companions} - {None} <= functions.keys()
        seen = {function.id}
        while (parent := function.parent) is not None:
            assert parent not in seen
            seen.add(parent)
            function = functions[parent]


def test_every_word_means_one_function_or_none() -> None:
    words = [word for function in vocab.functions().values() for word in (*function.words, *function.hints)]
    words += tables_of("functions")["masks"]["words"]
    assert [word for word, count in Counter(map(vocab.squash, words)).items() if count > 1] == []


def test_words_have_two_letters_or_more_and_every_function_has_some() -> None:
    for function in vocab.functions().values():
        assert function.words
        assert min(map(len, (*function.words, *function.hints))) >= 2


def test_names_and_definitions_are_there_in_both_languages() -> None:
    for function in vocab.functions().values():
        assert function.ko
        assert function.en
        assert set(function.definition) == {"ko", "en"}
        assert all(text.endswith(".") for text in function.definition.values())


@pytest.mark.parametrize(("functions", "titles"), TITLES.items())
def test_titles_of_departments_name_their_functions(functions: str, titles: str) -> None:
    assert {title: " ".join(told(title)) for title in titles.split()} == dict.fromkeys(titles.split(), functions)


def test_telling_word_silences_hints() -> None:
    assert told("인권 교육 실시") == ["human_rights"]
    assert told("학생 교육") == ["education"]


def test_longer_word_counts_for_the_shorter_one_in_it() -> None:
    assert told("계약심사") == ["contract_review"]
    assert told("계약 체결") == ["accounting"]
    assert told("청소년 활동") == ["children"]


def test_word_that_only_stands_across_two_words_is_not_found() -> None:
    assert told("구정 보고") == []
    assert told("공직 기강 확립") == ["audit"]


@pytest.mark.parametrize(
    "text", ["저감사업 추진", "증감사유", "감사의 마음", "건물 신축사업", "국토교통부 협의", "업무역량 향상"]
)
def test_words_that_hold_another_mean_nothing(text: str) -> None:
    assert told(text) == []


def test_lines_of_a_budget_alone_know_overhead() -> None:
    assert told("기본경비") == []
    assert [meaning.function for meaning in vocab.functions_in("기본경비", budget=True)] == ["overhead"]


def test_parts_of_a_function_reach_down_and_not_up() -> None:
    assert vocab.parts_of("audit") == {"audit", "integrity", "contract_review"}
    assert vocab.parts_of("integrity") == {"integrity"}


def written() -> Iterator[str]:
    """The part of the manual's page that the file of words decides."""
    links = {name: f"[{name}](#{name})" for name in vocab.functions()}
    yield "| id | function | 기능 | part of | often with |\n|---|---|---|---|---|\n"
    for one in vocab.functions().values():
        parent = links[one.parent] if one.parent else ""
        beside = ", ".join(links[name] for name in one.companions)
        yield f"| {links[one.id]} | {one.en} | {one.ko} | {parent} | {beside} |\n"
    for one in vocab.functions().values():
        yield f"\n### {one.id}\n\n**{one.en}** · {one.definition['en']}\n\n**{one.ko}** · {one.definition['ko']}\n"
        yield f"\nWords: {', '.join(one.words)}.\n"
        if one.hints:
            yield f"\nHints: {', '.join(one.hints)}.\n"


def test_page_of_the_manual_is_what_the_file_of_words_says(check_golden: Callable[[Path, str], None]) -> None:
    begun, _, _ = PAGE.read_text(encoding="utf-8").partition(BEGIN)
    check_golden(PAGE, "".join((begun, BEGIN, "\n", *written())))
