"""AR105, AR106: the organisation (조직) in words, counts and boxes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate

from auditreport import vocab
from auditreport.arithmetic import Equation, Operand, total
from auditreport.checks.claims import Claim, counted, of_equation
from auditreport.checks.printed import number_in
from auditreport.checks.running import Item
from auditreport.checks.subject import Subject
from auditreport.schemas import Heading, Table

_KIND = "organisation"
_MOST = 60
_LEAST = 2
_LETTER = re.compile(r"[가-힣]")


def named_units(subject: Subject) -> Iterator[Claim]:
    """조직에 적힌 부서·팀의 수와 이름 / Divisions and teams counted and named.

    ko: `(7)개팀`, `3과 7팀`처럼 적힌 수를 조직도나 담당업무 표에 이름이 적힌 부서·팀의 수와 비교합니다. 조직도의
    이름이 모두 읽히지 않을 수 있으므로 다르더라도 참고로만 알립니다.

    en: A count such as `(7)개팀` or `3과 7팀` is compared with the divisions and teams that the chart or the table
    of duties names. Not every name of a chart can be read, so that a difference is worth a look only.
    """
    stated = [operand for operand in subject.operands if operand.fact.kind == _KIND and operand.at.row is None]
    listed = [team.name for team in subject.report.teams]
    is_table = len(listed) >= _LEAST and all(team.duties for team in subject.report.teams)
    for item in subject.items:
        own = [operand for operand in item.operands if operand in stated]
        chart = _chart(item) if own else []
        # Where every name of a table is one of what is counted, the table is complete.
        is_listed = is_table and all(name.endswith(tuple(_units(own))) for name in listed)
        for operand in own:
            boxes = _boxes(chart, operand.fact.unit)
            teams = [name for name in listed if name.endswith(operand.fact.unit)]
            claims = [counted("AR105", operand, names) for names in (teams, boxes) if names]
            held = [claim for claim in claims if claim.closes]
            if held:
                yield held[0]
            elif teams and is_listed:
                yield claims[0].excused("subset")
            elif len(boxes) >= _LEAST and _is_all(chart, operand.fact.unit):
                yield claims[-1].excused("subset")
    yield from _from_duties(subject, stated)


def _units(stated: Sequence[Operand]) -> list[str]:
    return [operand.fact.unit for operand in stated]


def _chart(item: Item) -> list[Item]:
    """The lines behind a count up to the next heading, table or figure."""
    out: list[Item] = []
    other = item.following
    while other is not None and len(out) < _MOST:
        if isinstance(other.block, Heading | Table) or other.operands:
            break
        out.append(other)
        other = other.following
    return out


def _boxes(chart: Sequence[Item], unit: str) -> list[str]:
    """The words of a chart that end as the counted units do: 감 사 팀, 인재양성기획팀 (7)."""
    ending = _ending(unit)
    return [vocab.squash(match.group()) for item in chart for match in ending.finditer(item.text)]


def _is_all(chart: Sequence[Item], unit: str) -> bool:
    """Whether one line of a chart names all such units and nothing else; further lines may be of other offices."""
    ending = _ending(unit)
    named = [item.text for item in chart if ending.search(item.text)]
    return len(named) == 1 and not _LETTER.search(ending.sub("", named[0]))


def _ending(unit: str) -> re.Pattern[str]:
    return re.compile(rf"(?:[가-힣]{{2,}}|(?:(?<![가-힣])[가-힣]\s)+?){re.escape(unit)}(?=[\s(]|$)")


def _from_duties(subject: Subject, stated: Sequence[Operand]) -> Iterator[Claim]:
    """The rows of the tables of duties."""
    duties = vocab.claims().duties
    names: list[str] = []
    for item in subject.items:
        if isinstance(item.block, Table) and len(item.block.header) == 1:
            titles = [vocab.squash(cell.text.value) for cell in item.block.header[0].cells]
            if len(titles) == 2 and titles[1] in duties:
                names.extend(row.cells[0].text.value for row in item.block.rows if row.cells[0].text.value.strip())
    for operand in stated:
        claim = counted("AR105", operand, [" ".join(name.split()) for name in names])
        if names and claim.closes:
            yield claim.met()


def chart_headcounts(subject: Subject) -> Iterator[Claim]:
    """조직도에 적힌 인원의 합 / Headcounts in the chart.

    ko: 조직도의 부서마다 인원이 적혀 있으면 그 부서에 속한 팀들의 인원을 더한 값이어야 합니다. 팀들이 순서대로
    부서에 나누어지는 경우만 확인합니다.

    en: Where the boxes of a chart carry headcounts, that of a division is the sum of those of its teams. Only
    charts whose teams fall to the divisions in order are looked at.
    """
    for item in subject.items:
        stated = [operand for operand in item.operands if operand.fact.kind == _KIND]
        if len(stated) < 2:
            continue
        divisions, teams = int(stated[-2].value), int(stated[-1].value)
        boxes = [number for other in _chart(item) for number in _headcounts(subject, other, divisions + teams)]
        if len(boxes) != divisions + teams or divisions < 2:
            continue
        yield from _split(boxes[:divisions], boxes[divisions:])


def _headcounts(subject: Subject, item: Item, most: int) -> list[Operand]:
    words = vocab.claims()
    found = list(words.patterns["headcount"].finditer(item.text))
    if len(found) > most:
        return []
    return [number_in(subject, item, *match.span("count"), words.staff) for match in found]


def _split(wholes: Sequence[Operand], parts: Sequence[Operand]) -> Iterator[Claim]:
    """The sums of parts in order, if they are the wholes."""
    sums = list(accumulate(part.value for part in parts))
    ends = [sums.index(end) + 1 if end in sums else 0 for end in accumulate(whole.value for whole in wholes)]
    if not all(ends) or ends[-1] != len(parts):
        return
    for whole, start, end in zip(wholes, [0, *ends], ends, strict=False):
        own = tuple(parts[start:end])
        if len(own) > 1 and total(part.interval for part in own).holds(whole.value):
            yield of_equation(Equation("sum", (*own, whole), (), True), "AR106", "likely").met()
