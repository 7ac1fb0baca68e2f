"""The words of one header line → the titles in it: spaced letters and the words of one title put together."""

from __future__ import annotations

import re

from auditreport import vocab

# Behind a title: the letter that formulas name it by, (A) or (B/A).
_MARKER = re.compile(r"\([A-Z](?:\s?[/+\-–]\s?[A-Z])*\)$")
BRACKET = re.compile(r"^[(\[][^)\]]*[)\]]$")


def cells_of(words: list[str]) -> list[str]:
    """Titles in one header line.

    >>> cells_of("구 분 계 일 반 직 관리운영직".split())
    ['구분', '계', '일반직', '관리운영직']
    """
    out: list[str] = []
    run: list[str] = []
    for word in words:
        if re.fullmatch(r"[가-힣](?:\([^)]*\))?", word):
            run.append(word)
            if len(word) > 1:
                out.extend(_segment(run))
                run = []
            continue
        out.extend(_segment(run))
        run = []
        glued = re.fullmatch(r"(\([^)]*\))(\d.*)", word)
        if glued:
            out.extend(glued.groups())
        else:
            out.append(word)
    out.extend(_segment(run))
    return _attach(out)


def _segment(run: list[str]) -> list[str]:
    """Cut a run of single syllables into known titles, the fewest; unknown as a whole it stays one title."""
    if not run:
        return []
    if len(run) == 1:
        return list(run)
    bare = "".join(word[0] for word in run)
    tail = run[-1][1:]
    best: list[list[str] | None] = [[]] + [None] * len(bare)
    for end in range(1, len(bare) + 1):
        for start in range(end):
            before, piece = best[start], bare[start:end]
            if (
                before is not None
                and piece in vocab.columns().known
                and (best[end] is None or len(before) + 1 < len(best[end] or ()))
            ):
                best[end] = [*before, piece]
    pieces = best[-1] or _with_unknown(bare)
    pieces[-1] += tail
    return pieces


def _with_unknown(bare: str) -> list[str]:
    known = vocab.columns().known
    for cut in range(len(bare) - 1, 0, -1):
        if bare[:cut] in known:
            rest = bare[cut:]
            total = next(
                (word for word in vocab.columns().totals if rest.startswith(word) and len(rest) > len(word) + 2),
                None,
            )
            return [bare[:cut], total, rest[len(total) :]] if total else [bare[:cut], rest]
    for cut in range(1, len(bare)):
        if bare[cut:] in known and len(bare) - cut > 1:
            return [bare[:cut], bare[cut:]]
    return [bare]


def _attach(cells: list[str]) -> list[str]:
    """Bracketed units to the title before them, and the words of a title that ends in (A), (B) together."""
    out: list[str] = []
    for cell in cells:
        if out and BRACKET.match(cell) and not BRACKET.match(out[-1]):
            out[-1] += cell
        else:
            out.append(cell)
    out = _pairs(_joined(out))
    if not any(_MARKER.search(cell) for cell in out):
        return out
    joined: list[str] = []
    pending: list[str] = []
    for cell in out:
        folded = vocab.squash(cell)
        if folded in vocab.columns().stubs or folded in vocab.columns().totals:
            joined.extend([*pending, cell])
            pending = []
        elif _MARKER.search(cell):
            joined.append(" ".join([*pending, cell]))
            pending = []
        else:
            pending.append(cell)
    return joined + pending


def _joined(cells: list[str]) -> list[str]:
    """Words that are one title: joined by 및 (수종 및 수량), or a grade with its bound (7급 이하)."""
    joining, bounds = vocab.words().joining, vocab.words().qualifiers_after
    out: list[str] = []
    for i, cell in enumerate(cells):
        if (out and cell in bounds and vocab.pattern("grade").match(out[-1])) or (
            out and (cell in joining[:1] or (i > 1 and cells[i - 1] in joining[:1]))
        ):
            out[-1] += f" {cell}"
        else:
            out.append(cell)
    return out


def _pairs(cells: list[str]) -> list[str]:
    """Two words that are one known title (전년도 예산액) as one."""
    out: list[str] = []
    for cell in cells:
        if (
            out
            and vocab.squash(out[-1] + cell) in vocab.columns().known
            and vocab.squash(out[-1]) not in vocab.columns().totals
        ):
            out[-1] += f" {cell}"
        else:
            out.append(cell)
    return out


def is_stub(cell: str) -> bool:
    """Whether a title names the column of the row labels."""
    return vocab.squash(re.sub(r"\([^)]*\)", "", cell)) in vocab.columns().stubs


def is_total(cell: str) -> bool:
    """Whether a title or label is a total (계, 합계)."""
    return vocab.squash(re.sub(r"\([^)]*\)", "", cell)) in vocab.columns().totals


def is_known(cell: str) -> bool:
    """Whether the vocabulary knows a title: a column, measure, unit, grade or year."""
    folded = vocab.squash(re.sub(r"\([^)]*\)", "", cell))
    columns = vocab.columns()
    return (
        folded in columns.known
        or columns.measure(cell) is not None
        or vocab.units().of_column(folded) is not None
        or bool(vocab.pattern("grade").match(folded))
        or bool(vocab.pattern("year_word").fullmatch(cell))
    )
