"""AR310: the contents list (목차) and what it lists."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from auditreport import vocab
from auditreport.arithmetic import Operand
from auditreport.checks.claims import Claim, at_most, counted, equal
from auditreport.checks.printed import number_at
from auditreport.checks.subject import Subject
from auditreport.schemas import ContentsEntry, Furniture, Programme

_LEVEL = 2


def contents(subject: Subject) -> Iterator[Claim]:
    """목차와 본문 / The contents list and the report.

    ko: 목차에 적힌 사업의 수는 본문에 있는 사업의 수와 같고, 쪽 번호는 커지는 순서여야 하며 인쇄된 쪽 번호와 맞아야
    합니다. 본문의 제목이 모두 읽히지 않을 수 있으므로, 맞는 경우에만 확인된 것으로 봅니다.

    en: A contents list names as many programmes as follow, on pages that ascend and bear the numbers that it
    prints. Not every heading can be read, so that only what agrees is told.
    """
    groups: dict[tuple[str, ...], list[tuple[ContentsEntry, Programme]]] = {}
    for entry in subject.report.contents:
        found = _programme(subject, entry)
        if entry.level == _LEVEL and found is not None:
            groups.setdefault((found.part,), []).append((entry, found))
    for (part,), pairs in groups.items():
        titles = {vocab.squash(one.title) for one in subject.report.programmes if one.part == part and one.title}
        stated = _number(subject, pairs[0][0], len({entry.title for entry, _ in pairs}))
        claim = counted("AR310", stated, sorted(titles))
        if claim.closes:
            yield claim.met()
    yield from _pages(subject)
    yield from _printed_pages(subject)


def _programme(subject: Subject, entry: ContentsEntry) -> Programme | None:
    title = vocab.squash(entry.title)
    named = (one for one in subject.report.programmes if one.title and vocab.squash(one.title).startswith(title))
    return next((one for one in named if one.anchor.start > entry.anchor.start), None)


def _number(subject: Subject, entry: ContentsEntry, value: int) -> Operand:
    return number_at(subject, entry.anchor, Decimal(value), str(value), "", entry.title)


def _pages(subject: Subject) -> Iterator[Claim]:
    paged = [(entry, _number(subject, entry, entry.page)) for entry in subject.report.contents if entry.page]
    for (_, one), (_, other) in pairwise(paged):
        claim = at_most("AR310", one, other)
        if claim.closes and one.value != other.value:
            yield claim
    by_page: dict[Decimal, tuple[ContentsEntry, Operand]] = {}
    for entry, number in paged:
        first = by_page.setdefault(number.value, (entry, number))
        if first[0].level < entry.level:
            yield equal("AR310", first[1], number).met()


def _printed_pages(subject: Subject) -> Iterator[Claim]:
    """The page number printed in front of a heading, or on its page, and that of the contents list."""
    blocks = subject.document.blocks
    for block, other in pairwise(blocks):
        digits = subject.document.text[block.anchor.start : block.anchor.end].strip(" -–—\n")
        if not isinstance(block, Furniture) or not digits.isascii() or not digits.isdigit():
            continue
        for entry in subject.report.contents:
            found = _programme(subject, entry)
            if found is None or entry.page != int(digits):
                continue
            page = blocks[subject.block_at(found.anchor.start)].anchor.page
            if other.anchor.start == found.anchor.start or (page is not None and page == block.anchor.page):
                number = number_at(subject, block.anchor, Decimal(digits), digits, "", entry.title)
                yield equal("AR310", _number(subject, entry, entry.page), number).met()
