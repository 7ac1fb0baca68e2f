"""Issues, facts and blocks → what is open, and the account of figures and lines (계산서)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from auditreport.render.summary.figures import is_adrift, is_misread
from auditreport.render.summary.page import Page
from auditreport.render.summary.words import BLOCKS, ISSUES, KINDS
from auditreport.schemas import Document, Fact, Issue

_PLACES = 12


def show_issues(page: Page, issues: Sequence[Issue]) -> None:
    """Print the kinds of issues, warnings first, each with the lines where it stands."""
    _ = page.translate
    groups: dict[tuple[str, str], list[Issue]] = {}
    for issue in sorted(issues, key=lambda issue: issue.severity != "warning"):
        groups.setdefault((issue.severity, issue.code), []).append(issue)
    if not groups:
        return
    page.rule(_("Issues"))
    rows = []
    for (severity, code), group in groups.items():
        message = _(ISSUES[code]) if code in ISSUES else group[0].message
        mark = "!" if severity == "warning" else "·"
        rows.append([mark, message, _where(page, group)])
    page.table([("", "left"), ("", "value"), ("", "value")], rows)


def _where(page: Page, issues: Sequence[Issue]) -> str:
    """The lines, or pages of an input without lines, on which issues stand."""
    _ = page.translate
    anchors = [issue.anchor for issue in issues if issue.anchor is not None]
    lines = [str(line) for line in dict.fromkeys(anchor.line for anchor in anchors) if line]
    pages = [str(number) for number in dict.fromkeys(anchor.page for anchor in anchors) if number]
    shown, more = page.cut(lines or pages, _PLACES)
    words = ", ".join(shown) + (f" +{more}" if more else "")
    if not words:
        return ""
    return _("line {lines}").format(lines=words) if lines else _("p. {page}").format(page=words)


def show_counts(page: Page, document: Document, facts: Sequence[Fact]) -> None:
    """Print how many figures of each kind there are, and in which blocks the lines ended."""
    _ = page.translate
    kinds: Counter[str] = Counter(fact.kind for fact in facts)
    ambiguous, misread = sum(map(is_adrift, facts)), sum(map(is_misread, facts))
    proven: Counter[str] = Counter(fact.kind for fact in facts if fact.reading.confirmed)
    figures = _by_kind(page, kinds)
    total = _("Figures: {count}").format(count=len(facts))
    doubts = [
        _("with several possible places: {count}").format(count=ambiguous) if ambiguous else "",
        _("read in several ways: {count}").format(count=misread) if misread else "",
    ]
    lines, unclaimed = lines_by_kind(document)
    blocks = ", ".join(f"{_(word)} {lines[kind]}" for kind, word in BLOCKS.items() if lines[kind])
    account = _("Lines accounted for: {count} of {total}").format(
        count=sum(lines.values()), total=sum(lines.values()) + unclaimed
    )
    page.rule(_("Account"))
    page.line(f"{total}{f' ({figures})' if figures else ''}{''.join(f' · {doubt}' for doubt in doubts if doubt)}")
    if proven:
        confirmed = _("Confirmed by an equation: {count}").format(count=sum(proven.values()))
        page.line(f"{confirmed} ({_by_kind(page, proven)})")
    page.line(f"{account}{f' ({blocks})' if blocks else ''}")


def _by_kind(page: Page, counts: Counter[str]) -> str:
    """How many figures of each kind, in the order in which a report states them."""
    return ", ".join(f"{page.translate(word)} {counts[kind]}" for kind, word in KINDS.items() if counts[kind])


def lines_by_kind(document: Document) -> tuple[Counter[str], int]:
    """How many non-blank lines begin in a block of each kind, and how many begin in none."""
    counts: Counter[str] = Counter()
    unclaimed = 0
    blocks = iter(sorted(document.blocks, key=lambda block: block.anchor.start))
    block = next(blocks, None)
    at = 0
    for line in document.text.split("\n"):
        first = at + len(line) - len(line.lstrip())
        at += len(line) + 1
        if not line.strip():
            continue
        while block is not None and block.anchor.end <= first:
            block = next(blocks, None)
        if block is not None and block.anchor.start < at:
            counts[block.kind] += 1
        else:
            unclaimed += 1
    return counts, unclaimed
