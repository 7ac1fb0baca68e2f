"""A table → documents that mark its cells: a web page, and a text with tabs."""

from __future__ import annotations

from itertools import groupby

from bench.generated.example import Example, Path


def as_html(example: Example, title: str) -> str:
    """A web page with the table, its titles and labels merged as in word processors."""
    deep = max(len(path) for path in example.columns)
    wide = max(len(path) for path in example.rows)
    head = [_stub(example.stub, wide, deep)]
    for _, at in groupby(range(len(example.columns)), key=lambda i: _head(example.columns, i)):
        columns = list(at)
        path = example.columns[columns[0]]
        rows = deep if len(path) == 1 else 1
        head.append(f'<th colspan="{len(columns)}" rowspan="{rows}">{path[0]}</th>')
    lines = [f"<tr>{''.join(head)}</tr>"]
    if deep > 1:
        lines.append(f"<tr>{''.join(f'<th>{path[1]}</th>' for path in example.columns if len(path) > 1)}</tr>")
    for r, printed in enumerate(example.printed):
        cells = "".join(f"<td>{text}</td>" for text in printed)
        lines.append(f"<tr>{_labels(example.rows, r, wide)}{cells}</tr>")
    table = "\n".join(lines)
    return (
        f'<!DOCTYPE html>\n<html lang="ko"><head><meta charset="utf-8"><title>{title}</title></head><body>\n'
        f"<h1>{title}</h1>\n<table>\n{table}\n</table>\n</body></html>\n"
    )


def as_tabs(example: Example) -> str:
    """The rows of the table with tabs between cells; a merged title stands in the first of its cells."""
    deep = max(len(path) for path in example.columns)
    wide = max(len(path) for path in example.rows)
    stub = [*example.stub, *[""] * (wide - len(example.stub))]
    rows = [[*stub, *(_first(example.columns, i, 0) for i in range(len(example.columns)))]]
    if deep > 1:
        rows.append([*[""] * wide, *(path[1] if len(path) > 1 else "" for path in example.columns)])
    for path, printed in zip(example.rows, example.printed, strict=True):
        rows.append([*path, *[""] * (wide - len(path)), *printed])
    return "\n".join("\t".join(row) for row in rows)


def _stub(stub: Path, wide: int, deep: int) -> str:
    spans = [1] * (len(stub) - 1) + [wide - len(stub) + 1]
    return "".join(f'<th colspan="{n}" rowspan="{deep}">{t}</th>' for t, n in zip(stub, spans, strict=True))


def _head(columns: tuple[Path, ...], at: int) -> str | int:
    return columns[at][0] if len(columns[at]) > 1 else at


def _first(columns: tuple[Path, ...], at: int, level: int) -> str:
    """The title of a level, empty where the column to the left continues it."""
    same = at > 0 and len(columns[at]) > 1 and _head(columns, at) == _head(columns, at - 1)
    return "" if same else columns[at][level]


def _labels(rows: tuple[Path, ...], at: int, wide: int) -> str:
    path = rows[at]
    if len(path) == 1:
        return f'<th colspan="{wide}">{path[0]}</th>'
    begins = at == 0 or rows[at - 1][0] != path[0]
    size = sum(other[0] == path[0] for other in rows)
    return (f'<th rowspan="{size}">{path[0]}</th>' if begins else "") + f"<th>{path[1]}</th>"
