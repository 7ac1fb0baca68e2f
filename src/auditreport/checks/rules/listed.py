"""AR305: counts (12개, 6회, 2건) and the things that are listed beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from auditreport import vocab
from auditreport.arithmetic import Operand
from auditreport.checks.claims import Claim, counted
from auditreport.checks.running import Item
from auditreport.checks.solving import slips
from auditreport.checks.subject import Subject
from auditreport.schemas import Table

_CODE = "AR305"
# A list of one says nothing; so many things are not written out, also where a digit of their count is wrong.
_LEAST, _TOO_MANY = 2, 100
_NO_COUNTS = frozenset(("KRW", "%", ""))
_OPEN, _CLOSE = "([{（〔「『【<〈", ")]}）〕」』】>〉"
_DOTS = re.compile(r"[·․‧∙ㆍ・･]")
_NAME = re.compile(r"[가-힣A-Za-z]")
_ELLIPSIS = re.compile(r"…|\.\.\.|⋯")
_CLAUSE = re.compile(r"[,;:/()]")
_LONG_NAME = 45


class Names(NamedTuple):
    """What a list names; `most`: how many it names if middle dots and 및 part names too."""

    names: list[str]
    most: int


def named_things(subject: Subject) -> Iterator[Claim]:
    """적힌 개수와 열거된 항목의 수 / Counts and what is listed.

    ko: `등록의무부서(12개) : 감사담당관, 재무과, …`처럼 개수 뒤나 앞, 바로 아래 줄에 이름이 열거되면 그 수가 같아야
    합니다. `등`, `외`, `…`가 있거나 목록의 끝이 분명하지 않으면 비교하지 않습니다. 한 이름이 여럿을 뜻할 수 있어,
    다르면 참고로만 알립니다.

    en: Where names are listed behind a count, as in `등록의무부서(12개) : 감사담당관, 재무과, …`, or in front of
    it, or in the lines below, there are as many. Nothing is compared where 등, 외 or … leaves the list open or its
    end is not sure. One name may stand for several things, so that a difference is worth a look only.
    """
    for item in subject.items:
        for i, operand in enumerate(item.operands):
            if not _is_count(operand):
                continue
            claim = _claim(item, i, operand)
            if claim is not None:
                yield claim


def _is_count(operand: Operand) -> bool:
    fact = operand.fact
    return (
        fact.kind == "metric"
        and operand.at.row is None
        and fact.unit not in _NO_COUNTS
        and fact.unit not in vocab.claims().measures
        and fact.decimals == 0
        and "of" not in fact.dims
        and fact.dims.get("qualifier") not in vocab.claims().frequencies
        and _LEAST <= operand.value < _TOO_MANY
    )


def _claim(item: Item, i: int, operand: Operand) -> Claim | None:
    """The first way of listing that fits; where none does, that which would have to."""
    start, end = item.spans[i]
    sure = _behind(item, end) or _of_the_kind(item, end)
    marked = _marked(item, start)
    ways = (
        sure,
        _dotted(item, start, end),
        marked,
        _in_front(item, i, start),
        *_below(item, end, operand.fact.unit),
        *_lines(item, i, end),
    )
    for names in ways:
        if names is not None and operand.value in (len(names.names), names.most):
            claim = counted(_CODE, operand, names.names, most=names.most)
            return claim if names in (sure, marked) else claim.met()
    is_list = sure is not None and len(sure.names) >= _LEAST and not _are_parts(sure.names, operand.fact.unit)
    if sure is not None and is_list and not len(sure.names) <= operand.value <= sure.most:
        return counted(_CODE, operand, sure.names, most=sure.most).excused("subset")
    is_plain = marked is not None and not any(char.isdigit() for name in marked.names for char in name)
    if marked is not None and is_plain and Decimal(len(marked.names)) in slips(operand):
        return counted(_CODE, operand, marked.names).excused("subset")
    return None


def _are_parts(names: Sequence[str], unit: str) -> bool:
    """Whether names bear counts of the same thing, which are to add up instead: 공사장(4개소), 하천(2개소)."""
    count = re.compile(rf"\(\s?[\d,]+\s?\S?{re.escape(unit)}\s?\)")
    return any(map(count.search, names))


def _behind(item: Item, end: int) -> Names | None:
    """12개) : A, B, C to the end of the item."""
    text = item.text[end:]
    opening = re.match(rf"[^\s:：,]{{0,6}}\s?{vocab.claims().patterns['opens'].pattern}\s", text)
    return read_names(text[opening.end() :]) if opening else None


def _in_front(item: Item, i: int, start: int) -> Names | None:
    """[과정] A, B ▸2과정: from the end of the name of the list, no other figure between."""
    words = vocab.claims().patterns
    text = item.text[:start].rstrip()
    if i or not words["counts"].fullmatch(text[-1:]):
        return None
    return read_names(words["name_of_list"].sub("", text[:-1]))


def _dotted(item: Item, start: int, end: int) -> Names | None:
    """교육·복지·사람중심 3개 분야: one word of names between dots, and the kind of thing behind the count."""
    words = item.text[:start].split()
    names = _DOTS.split(words[-1]) if words else []
    if len(names) < _LEAST or not all(map(_is_name, names)) or not _kind_of_thing(item, end):
        return None
    return Names(names, len(names))


def _kind_of_thing(item: Item, end: int) -> str:
    """The noun behind a count of things: 3개 분야."""
    found = vocab.claims().patterns["thing"].match(item.text, end)
    return found["thing"] if found else ""


def _marked(item: Item, start: int) -> Names | None:
    """▲A ▲B ▲C를 3대 과제로: the items that one mark tells in the text in front of the count."""
    marks = vocab.claims().patterns["marks"].findall(item.text[:start])
    if len(marks) < _LEAST or len(set(marks)) > 1:
        return None
    names = [name.strip() for name in item.text[:start].split(marks[0])[1:]]
    return Names(names, len(names))


def _lines(item: Item, i: int, end: int) -> Iterator[Names]:
    """The lines of the source behind the line of the counts: 4개 정책목표, 14개 분야 / A, B / C, D."""
    if i or not item.breaks or not _kind_of_thing(item, end):
        return
    last = item.spans[-1][1]
    first = next((at for at in item.breaks if at > last), None)
    if first is None or item.spans[-1][0] > first or _is_open(item.text[first:]):
        return
    names = [name for line in item.lines(first) for name in split_names(line)]
    if all(map(_is_name, names)):
        yield Names(names, len(names))


def _of_the_kind(item: Item, end: int) -> Names | None:
    """The items below, where most end as the thing that is counted: 3개 센터."""
    labels = [_label(child) for child in _children(item)]
    noun = _kind_of_thing(item, end)
    if not noun or len(labels) < _LEAST or _is_open(_CLAUSE.split(item.text[end:], maxsplit=1)[0]):
        return None
    alike = sum(label.endswith(noun) for label in labels)
    return Names(labels, len(labels)) if 2 * alike >= len(labels) else None


def _below(item: Item, end: int, unit: str) -> Iterator[Names]:
    """The items of the lists below, where each line below is one and the count ends its line: 7건."""
    lists = [read_names(_list_of(child)) for child in _children(item)]
    names = [name for found in lists if found is not None for name in found.names]
    if len(lists) >= _LEAST and not item.text[end:].removeprefix(unit).strip(" )") and None not in lists:
        yield Names(names, len(names))


def _children(item: Item) -> list[Item]:
    return [child for child in item.below if not isinstance(child.block, Table)]


def _list_of(item: Item) -> str:
    """What stands behind the colon of an item; empty where there is none."""
    parts = vocab.claims().patterns["opens"].split(item.text, maxsplit=1)
    return parts[1] if len(parts) > 1 else ""


def _label(item: Item) -> str:
    inside = re.match(r"\(([^()]+)\)", item.text)
    return inside.group(1) if inside else re.split(r"\s?[:：(]", item.text)[0].strip()


def read_names(text: str) -> Names | None:
    """The names of a list that is the whole of `text`, parted by commas; `None` where it is open or no list."""
    if _is_open(text):
        return None
    names = split_names(text)
    if not names or not all(map(_is_name, names)) or len(vocab.claims().patterns["bare_count"].findall(text)) > 1:
        return None
    two = vocab.claims().patterns["two"]
    more = sum(len(_DOTS.findall(bare(name))) + len(two.findall(bare(name))) for name in names)
    return Names(names, len(names) + more)


def _is_name(name: str) -> bool:
    """Whether a part of a list is a name: letters, no clause, no figure but in brackets."""
    return bool(_NAME.search(name)) and len(name) <= _LONG_NAME and not re.search(r":|\d", bare(name))


def _is_open(text: str) -> bool:
    words = re.split(r"[\s,·(){}\[\]]+", text)
    return bool(_ELLIPSIS.search(text)) or not vocab.claims().open.isdisjoint(words)


def split_names(text: str) -> list[str]:
    """The parts of a text between the commas that stand in no brackets."""
    out, depth, part = [], 0, ""
    for char in text:
        depth += (char in _OPEN) - (char in _CLOSE and depth > 0)
        if char == "," and not depth:
            out.append(part)
            part = ""
        else:
            part += char
    return [name.strip() for name in (*out, part) if name.strip()]


def bare(name: str) -> str:
    """A name without what stands in brackets."""
    return re.sub(r"\([^()]*\)", "", name)
