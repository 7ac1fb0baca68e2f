"""Contents lists (목차, 보고순서, 사업 목록) → their entries, and which blocks they take up."""

from __future__ import annotations

import re
from dataclasses import dataclass

from auditreport import vocab
from auditreport.schemas import Block, Bullet, ContentsEntry, Furniture, Heading, Paragraph, Table

_NUMBER = re.compile(
    r"^[\s\-–·•]*(?P<number>[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ]|[IVX]{1,4}(?=\s*\.)|[a-h](?=\s*\.\s)|\d{1,2}(?:-\d{1,2})?(?=\s*[.)]|\s)|[①-⑳❶-❿➊-➓])?\s*[.)]?\s*(?P<title>.*)$"
)


@dataclass(slots=True)
class Contents:
    """Entries in order, and the indexes of the blocks that belong to contents lists."""

    entries: list[tuple[int, ContentsEntry]]
    blocks: set[int]


def find_contents(blocks: tuple[Block, ...]) -> Contents:
    """Find all contents lists of a document; each entry comes with the index of its block."""
    found = Contents([], set())
    inside = False
    blank = 0
    for i, block in enumerate(blocks):
        if isinstance(block, Furniture):
            continue
        if isinstance(block, Table):
            if _lists_pages(block):
                found.blocks.add(i)
                _table_entries(block, i, found)
                inside = not block.rows or len(block.rows) == 1
            else:
                inside = False
            continue
        if isinstance(block, (Heading, Paragraph, Bullet)):
            value = block.text.value
            if _opens(value):
                inside, blank = True, 0
                found.blocks.add(i)
                continue
            entry = _entry(value, inside, block)
            if entry is not None:
                found.entries.append((i, entry))
                found.blocks.add(i)
                blank = 0
                continue
            if inside and blank < 1 and isinstance(block, Heading) and re.fullmatch(r"[〈<《\[].*[〉>》\]]", value):
                found.blocks.add(i)
                blank += 1
                continue
            inside = False
    return found


def _opens(value: str) -> bool:
    """Whether a block is the title of a contents list, or the titles of its columns."""
    folded = vocab.squash(value).strip("|·()[]")
    headings = vocab.headings()
    if folded in headings.contents:
        return True
    words = vocab.squash(vocab.join_spaced(value))
    return (
        len(words) <= 14
        and any(words.endswith(column) for column in headings.contents_columns if len(column) == 1)
        and (any(words.startswith(stub) for stub in vocab.columns().index if len(stub) > 1))
    )


def _entry(value: str, inside: bool, block: Heading | Paragraph | Bullet) -> ContentsEntry | None:
    match = None
    if value[-1:].isdigit():
        match = vocab.pattern("contents_page").match(value)
        if match is None and inside:
            match = vocab.pattern("contents_bare").match(value)
        if match is None and "\t" in value:
            cells = [cell.strip() for cell in value.split("\t") if cell.strip()]
            if len(cells) >= 2 and cells[-1].isdigit():
                return _made(cells[0], int(cells[-1]), block)
    if match is None:
        return None
    title = match["title"].rstrip(" ·․‥….•/")
    number = block.number if isinstance(block, Heading) else (block.mark if isinstance(block, Bullet) else None)
    return _made(title, int(match["page"]) if match["page"] else None, block, number)


def _made(title: str, page: int | None, block: Block, number: str | None = None) -> ContentsEntry:
    match = _NUMBER.match(title)
    if match and match["number"] and number in (None, "", "-"):
        number, title = match["number"], match["title"]
    roman = bool(number and (number in vocab.marks().roman or re.fullmatch(r"[IVX]{1,4}|[a-h]", number)))
    return ContentsEntry(
        title=vocab.join_spaced(title),
        number=number or None,
        page=page,
        level=1 if roman else 2,
        anchor=block.anchor,
    )


def _lists_pages(table: Table) -> bool:
    rows = table.header or table.rows[:1]
    titles = {vocab.squash(cell.text.value) for row in rows for cell in row.cells}
    return bool(titles & vocab.headings().contents_columns) and len(titles) <= 6


def _table_entries(table: Table, index: int, found: Contents) -> None:
    titles = [vocab.squash(cell.text.value) for cell in table.header[0].cells] if table.header else []
    page = next((i for i, title in enumerate(titles) if title in vocab.headings().contents_columns), None)
    number = next((i for i, title in enumerate(titles) if title in vocab.columns().index), None)
    if page is None:
        return
    for row in table.rows:
        values = [cell.text.value for cell in row.cells]
        words = [i for i in range(len(values)) if i not in (page, number) and values[i]]
        if not words:
            continue
        at = max(words, key=lambda i: len(values[i]))
        found.entries.append(
            (
                index,
                ContentsEntry(
                    title=vocab.join_spaced(values[at]),
                    number=values[number] if number is not None else None,
                    page=int(values[page]) if page < len(values) and values[page].isdigit() else None,
                    level=2,
                    anchor=table.anchor,
                ),
            )
        )
