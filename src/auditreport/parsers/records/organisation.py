"""Organisation (조직): stated counts of teams and offices, teams and their duties."""

from __future__ import annotations

import re
from decimal import Decimal

from auditreport import vocab
from auditreport.parsers.records.context import Context
from auditreport.schemas import Bullet, Figure, Paragraph, Period, Table, Team, Text


def read_counts(context: Context) -> list[Figure]:
    """Counts that the organisation states: (7)개팀, 1실 3팀, 4과 2사업소 20팀."""
    texts = [context.scope.inline] if context.scope.inline is not None else []
    texts.extend(block.text for block in context.scope.blocks[:3] if isinstance(block, (Paragraph, Bullet)))
    for text in texts:
        found = _counts(context, text)
        if found:
            return found
    return []


def _counts(context: Context, text: Text) -> list[Figure]:
    out = []
    for match in vocab.pattern("team_count").finditer(text.value):
        unit = match["unit"].removeprefix(vocab.units().thing).strip()
        concept = "organisation.teams" if unit == vocab.departments().teams[0] else "organisation.offices"
        start, end = match.span("count")
        out.append(
            Figure(
                kind="organisation",
                concept=concept,
                quantity=context.places.value(text, start, end, Decimal(match["count"]), unit, 0),
                period=Period(year=context.year),
            )
        )
    return out


def read_teams(context: Context) -> list[Team]:
    """Teams with their duties: from a table, or from names in one line and duties in the lines below."""
    for block in context.scope.blocks:
        if isinstance(block, Table):
            return _from_table(block)
    names: list[str] = []
    for block in context.scope.blocks:
        if isinstance(block, (Paragraph, Bullet)):
            found = _names(block.text.value)
            if len(found) >= 2 or (found and isinstance(block, Bullet)):
                names.extend(name for name in found if name not in names)
    return [Team(name=name) for name in names]


def _names(value: str) -> list[str]:
    """Team names in a line, letter-spaced ones joined (감 사 팀 조 사 팀 민원관리팀)."""
    ending = vocab.departments().teams[0]
    name = re.compile(rf"(?:[가-힣] ){{1,9}}?{ending}(?=\s|$)|(?<![\d가-힣·])[가-힣·]{{1,12}}{ending}(?=\s|$|[,·])")
    spaced, rest = name.findall(value), name.sub("", value)
    return [name.replace(" ", "") for name in spaced] if len(rest.strip(" ,·")) <= 4 else []


def _from_table(table: Table) -> list[Team]:
    header = [cell.text.value for cell in table.header[0].cells] if table.header else []
    names = [vocab.join_spaced(title) for title in header]
    ending = vocab.departments().teams
    if sum(name.endswith(ending) for name in names) >= 2:
        out = []
        for i, name in enumerate(names):
            if name:
                duties = tuple(
                    line.lstrip("-○· ")
                    for row in table.rows
                    if i < len(row.cells)
                    for line in row.cells[i].text.value.split("\n")
                    if line
                )
                out.append(Team(name=name, duties=duties))
        return out
    out = []
    for row in table.rows:
        cells = [cell.text.value for cell in row.cells if cell.text.value]
        if len(cells) >= 2:
            duties = tuple(vocab.pattern("cell_item").sub("", line, count=1) for line in cells[1].split("\n"))
            out.append(Team(name=vocab.join_spaced(cells[0]), duties=duties))
    return out


def count_line(context: Context, text: Text) -> list[Figure]:
    """The count of teams that a line opens with: 4개 팀(기획팀, 감사팀 …)."""
    return _counts(context, text)[:1]
