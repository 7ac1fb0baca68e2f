"""`Document` → `Report`: outline, meta data, and the figures of every scope in the order of the document."""

from __future__ import annotations

import re

from auditreport import vocab
from auditreport.parsers.grids import Grid
from auditreport.parsers.outline import Outline, Scope, read_outline
from auditreport.parsers.places import Places
from auditreport.parsers.positions import in_grid, in_text
from auditreport.parsers.records import listing, money, organisation, staffing
from auditreport.parsers.records.context import Context, caption_of, is_department
from auditreport.parsers.records.dates import as_of
from auditreport.parsers.records.meta import read_meta
from auditreport.parsers.records.metrics import Metrics
from auditreport.parsers.recovery import Placing, judge
from auditreport.parsers.scans import Scans
from auditreport.parsers.tables import read_grid
from auditreport.parsers.torn import torn_numerals
from auditreport.schemas import (
    Anchor,
    Bullet,
    Document,
    Figure,
    Issue,
    Meta,
    Paragraph,
    Programme,
    Report,
    Section,
    Table,
    Team,
    Text,
    Unparsed,
)

_COLON = re.compile(r"\s*[:：]\s*")


def read_report(document: Document) -> Report:
    """Understand a document."""
    outline = read_outline(document)
    meta = read_meta(document, outline)
    places, scans = Places(document), Scans(document)
    issues = list(outline.issues)
    programmes: list[Programme] = []
    teams: list[Team] = []
    context: Context | None = None
    known: int | None = None
    for scope in outline.scopes:
        side = context.side if context is not None and scope.role == "budget" and scope.part == "overview" else None
        date = context.as_of if context is not None and scope.role in ("organisation", "staffing") else None
        context = Context(scope, places, _year(scope, meta), meta.report_year, issues, meta.department, side, date)
        context.teams = known
        _remember_date(context)
        _read_scope(context, outline)
        if scope.role == "organisation" and scope.part == "overview":
            teams.extend(team for team in organisation.read_teams(context) if team.name not in {t.name for t in teams})
        known = _team_count(context, teams) or known
        _append(programmes, scope, context, scans)
    issues.extend(torn_numerals(document, places))
    _unparsed(document, issues)
    return Report(
        meta=meta,
        contents=tuple(outline.contents),
        teams=tuple(teams),
        programmes=tuple(programmes),
        issues=tuple(issues),
    )


def _team_count(context: Context, teams: list[Team]) -> int | None:
    """How many teams a scope states; where it only lists them, how many are listed."""
    for figure in context.figures:
        if figure.concept == "organisation.teams":
            return int(figure.quantity.number)
    return len(teams) or None


def _year(scope: Scope, meta: Meta) -> int | None:
    if scope.year is not None:
        return scope.year
    if scope.part in ("plan", "new_plan"):
        return meta.plan_year or meta.report_year
    return meta.report_year


def _append(programmes: list[Programme], scope: Scope, context: Context, scans: Scans) -> None:
    """Put a scope's section under its programme, opening the programme if it is another than the last."""
    anchor = _anchor(scope)
    bullets = sum(1 for block in scope.blocks if isinstance(block, Bullet) and block.mark)
    section = Section(
        heading=scope.heading, role=scope.role, anchor=anchor, figures=scans.mark(context.figures), bullets=bullets
    )
    last = programmes[-1] if programmes else None
    same = last is not None and (last.part, last.title, last.number, last.subprogramme) == (
        scope.part,
        scope.programme,
        scope.number,
        scope.subprogramme,
    )
    if same and last is not None:
        programmes[-1] = last.model_copy(update={"sections": (*last.sections, section)})
        return
    programmes.append(
        Programme(
            part=scope.part,  # type: ignore[arg-type]
            number=scope.number,
            title=scope.programme,
            subprogramme=scope.subprogramme,
            teams=scope.teams,
            page=scope.page,
            deduced=scope.deduced,
            year=context.year,
            anchor=anchor,
            sections=(section,),
        )
    )


def _anchor(scope: Scope) -> Anchor:
    blocks = [scope.start] if scope.start is not None else []
    anchors = [block.anchor for block in (*blocks, *scope.blocks)]
    if not anchors:
        return Anchor(start=0, end=0)
    return Anchor(start=anchors[0].start, end=max(a.end for a in anchors), line=anchors[0].line)


def _unparsed(document: Document, issues: list[Issue]) -> None:
    issues.extend(
        Issue(code="unparsed", severity="warning", message="Nothing claimed these lines.", anchor=block.anchor)
        for block in document.blocks
        if isinstance(block, Unparsed)
    )


# -- one scope ------------------------------------------------------------------------------------------------------


def _read_scope(context: Context, outline: Outline) -> None:
    scope = context.scope
    overview = scope.part == "overview"
    metrics = Metrics(context)
    if overview and scope.role == "organisation":
        context.figures.extend(organisation.read_counts(context))
    if scope.inline is not None:
        context.figures.extend(
            in_text(_inline(context, metrics, scope.inline), scope.inline.span(0, len(scope.inline))[0])
        )
    for i, block in enumerate(scope.blocks):
        if isinstance(block, Table):
            context.figures.extend(_table(context, i, block))
        elif isinstance(block, Bullet):
            context.figures.extend(in_text(_bullet(context, metrics, block, overview), block.anchor.start))
        elif isinstance(block, Paragraph):
            context.figures.extend(in_text(_paragraph(context, metrics, block, outline.article), block.anchor.start))


def _inline(context: Context, metrics: Metrics, text: Text) -> list[Figure]:
    """What a section's heading line states behind its title."""
    scope = context.scope
    if _is_caption(text):
        return []
    if scope.role == "needs" and scope.part != "overview":
        return money.read_need_line(context, text, scope.heading)
    if scope.part == "overview":
        if scope.role in ("staffing", "organisation"):
            return staffing.read_line(context, text)
        if scope.role == "budget":
            return money.read_budget_line(context, text)
    if scope.role == "budget":
        return money.read_need_line(context, text, scope.heading) if scope.part in ("plan", "new_plan") else []
    return metrics.text(text)


def _is_caption(text: Text) -> bool:
    value = text.value
    return bool(vocab.pattern("caption_line").match(value)) or (
        value[:1] in "(<[〈" and bool(vocab.pattern("unit_caption").search(value))
    )


def _bullet(context: Context, metrics: Metrics, block: Bullet, overview: bool) -> list[Figure]:
    if overview:
        found = _overview_line(context, block.text)
        if found is not None:
            return found
        if context.scope.role == "organisation":
            return []
    elif (not block.mark or block.depth <= 1) and ":" in block.text.value and context.scope.part != "results":
        label = _COLON.split(vocab.join_spaced(block.text.value), maxsplit=1)[0]
        if vocab.headings().section(label) == "needs":
            rest = block.text.slice(block.text.value.index(":") + 1, len(block.text.value))
            found = money.read_need_line(context, rest.strip(), None)
            if found:
                metrics.bullet(block)
                return found
    return metrics.bullet(block)


def _overview_line(context: Context, text: Text) -> list[Figure] | None:
    """Staffing, budget and teams that a line of the overview states; `None` if it states neither."""
    value = text.value
    if context.scope.role is None and vocab.pattern("team_line").match(value):
        return organisation.count_line(context, text)
    stated = vocab.pattern("staffing_line").search(value) or vocab.pattern("staffing_named").search(value)
    if stated and context.scope.role in (
        "staffing",
        "organisation",
        None,
    ):
        found = staffing.read_line(context, text)
        if found:
            return found
    if context.scope.role == "budget":
        _remember_side(context, value)
        found = money.read_budget_line(context, text)
        if found:
            return found
    return None


def _remember_date(context: Context) -> None:
    """Keep the reference date that the organisation and its staff stand under: a line of its own below the heading."""
    if context.scope.part != "overview" or context.scope.role not in ("organisation", "staffing"):
        return
    for block in context.scope.blocks[:3]:
        if isinstance(block, (Paragraph, Bullet)) and vocab.pattern("basis_line").match(block.text.value):
            context.as_of = as_of(block.text.value, context.report_year)[0] or context.as_of


def _remember_side(context: Context, value: str) -> None:
    side = vocab.columns().side.get(vocab.squash(vocab.join_spaced(value).split()[0])) if value.split() else None
    if side is not None and len(value) <= 40:
        context.side = side


def _paragraph(context: Context, metrics: Metrics, block: Paragraph, article: bool) -> list[Figure]:
    scope = context.scope
    if article:
        return _sentences(metrics, block.text)
    if _is_caption(block.text) or vocab.pattern("basis_line").match(block.text.value):
        return []
    if scope.part == "overview":
        found = _overview_line(context, block.text)
        if found is not None:
            return found
        if scope.role == "organisation":
            return []
    if scope.role in ("results", "outline", "plan", "facilities", None) and not _is_goal(block.text.value):
        return metrics.text(block.text)
    return []


def _is_goal(value: str) -> bool:
    return len(value) > 60 and value.endswith(vocab.words().sentence)


def _sentences(metrics: Metrics, text: Text) -> list[Figure]:
    out: list[Figure] = []
    if vocab.pattern("press_date").search(text.value):
        return out
    at = 0
    for match in re.finditer(r"(?<=[가-힣][.!?])\s+|$", text.value):
        if match.start() > at:
            out.extend(metrics.text(text.slice(at, match.start()), prose=True))
        at = match.end()
    return out


# -- tables ---------------------------------------------------------------------------------------------------------


def _table(context: Context, index: int, table: Table) -> list[Figure]:
    caption = caption_of(context, index, table)
    out: list[Figure] = []
    for part, grid in enumerate(read_grid(table, context.teams)):
        if grid.lost is not None:
            _lost(context, table, grid)
        if len(grid.placings) == 1:
            _damaged(context, table, grid.placings[0])
        near = _near(context, index, table)
        if context.scope.part == "overview" and staffing.is_staffing(grid, near):
            found = staffing.read_staffing(context, grid, caption, near)
        elif money.is_needs(context, grid):
            found = money.read_needs(context, grid, caption)
        elif money.is_budget(context, grid, caption):
            found = money.read_budget(context, grid, caption)
        elif not _is_duties(context, grid):
            found = listing.read_listing(context, grid, caption)
        else:
            found = []
        out.extend(in_grid(found, grid, table.anchor.start, part))
    return out


def _near(context: Context, index: int, table: Table) -> str:
    """Captions and lines around a table that tell what its cells pair."""
    texts = [table.caption.value if table.caption is not None else ""]
    blocks = context.scope.blocks
    if index and isinstance(blocks[index - 1], (Paragraph, Bullet)):
        texts.append(blocks[index - 1].text.value)  # type: ignore[union-attr]
    texts.extend(cell.text.value for row in table.header for cell in row.cells)
    return " ".join(texts)


def _is_duties(context: Context, grid: Grid) -> bool:
    """Whether a table lists teams and their duties, which state nothing."""
    titles = [title for column in grid.columns for title in column.path]
    return context.scope.part == "overview" and (
        context.scope.role in ("organisation", "duties")
        and (
            sum(is_department(title) for title in titles) >= 2
            or context.scope.role == "duties"
            or len(grid.columns) == 2
        )
    )


def _damaged(context: Context, table: Table, placing: Placing) -> None:
    """Say so where a relation that a flattened table announces fails in single lines, or in rows of lost cells."""
    verdict = judge(placing)
    held = {instance.relation for instance in verdict.closed}
    if not verdict.broken and not any(held.intersection(found.broken) for found in placing.found):
        return
    message = "Relations that this table announces do not all close: a figure may be misread, or the report may err."
    context.issues.append(Issue(code="sums-open", severity="info", message=message, anchor=table.anchor))


def _lost(context: Context, table: Table, grid: Grid) -> None:
    if grid.lost == "header":
        message = "The columns of this table cannot be told from its header; its figures come out without a place."
    else:
        message = "Empty cells of this table were lost; figures with several possible columns come out as ambiguous."
    context.issues.append(Issue(code=f"{grid.lost}-lost", severity="warning", message=message, anchor=table.anchor))
