"""Numbers that are no facts of the report, as operands."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from auditreport.checks.printed import is_printed, number_in
from tests.checks.making import subject

TEXT = "□ 추진실적\n○ 등록의무부서 12개 운영 :\n감사과 (7) 및 1,234 외\n"


def test_a_fact_is_taken_as_it_is() -> None:
    report = subject(TEXT)
    item = report.items[-1]
    at = item.text.index("12")
    assert number_in(report, item, at, at + 2, "명") is report.operands[0]
    assert not is_printed(report.operands[0])


def test_a_number_has_its_line_and_place_and_the_words_in_front_of_it() -> None:
    report = subject(TEXT)
    item = report.items[-1]
    at, start = item.text.index("1,234"), TEXT.index("1,234")
    operand = number_in(report, item, at, at + 5, "명")
    fact = operand.fact
    assert is_printed(operand)
    assert (operand.index, operand.at.block, operand.at.row) == (-start - 1, start, None)
    assert (fact.source.start, fact.source.end, fact.source.line, fact.source.page) == (start, start + 5, 3, None)
    assert (fact.value, fact.raw, fact.unit, fact.decimals, operand.half) == ("1234", "1,234", "명", 0, 0)
    assert (fact.item, fact.concept, fact.id, fact.kind) == (item.text[:at].strip(), "printed", "", "metric")
    assert (fact.status, fact.reading.method, fact.reading.confirmed) == ("inferred", "text", False)


def test_a_number_may_have_a_label_of_its_own_and_the_scale_of_its_whole() -> None:
    report = subject(TEXT)
    item = report.items[-1]
    at = item.text.index("7")
    operand = number_in(report, item, at, at + 1, "KRW", "감사과", Decimal(1000))
    assert (operand.fact.item, operand.fact.value, operand.fact.decimals) == ("감사과", "7000", -3)
    assert operand.interval == (6500, 7500)


def test_a_number_of_a_page_has_its_page_and_no_line() -> None:
    report = subject(TEXT)
    item = report.items[-1]
    anchor = item.block.anchor.model_copy(update={"page": 3, "line": None})
    paged = replace(item, block=item.block.model_copy(update={"anchor": anchor}))
    at = item.text.index("7")
    source = number_in(report, paged, at, at + 1, "명").fact.source
    assert (source.page, source.line) == (3, None)


def test_a_number_is_stated_by_who_reports() -> None:
    report = subject("# 2024년도 주요업무보고\n\n감사담당관\n\n" + TEXT)
    meta = report.report.meta.model_copy(update={"district": "노원구", "department": "감사담당관"})
    report = replace(report, report=report.report.model_copy(update={"meta": meta}))
    item = report.items[-1]
    at = item.text.index("7")
    entity = number_in(report, item, at, at + 1, "명").fact.entity
    assert (entity.district, entity.department) == ("노원구", "감사담당관")
