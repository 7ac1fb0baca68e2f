"""The words of one header line → the titles in it: spaced letters and the words of one title put together."""

from __future__ import annotations

import re
from functools import lru_cache

from auditreport import vocab

# Behind a title: the letter that formulas name it by, (A) or (B/A).
_MARKER = re.compile(r"\([A-Z](?:\s?[/+\-–]\s?[A-Z])*\)$")
BRACKET = re.compile(r"^[(\[][^)\]]*[)\]]$")
# Where two titles were run together: behind a letter that formulas name, in front of a year (예산(A)’24년 예산(B)).
_RUN_TOGETHER = re.compile(r"(?<=\))(?<=\([A-Z]\)|[/+\-–][A-Z]\))(?=[^\s()])|(?<=\))(?=['’‘]?\d)")


def cells_of(words: list[str]) -> list[str]:
    """Titles in one header line.

    >>> cells_of("구 분 계 일 반 직 관리운영직".split())
    ['구분', '계', '일반직', '관리운영직']
    """
    out: list[str] = []
    run: list[str] = []
    for word in bracketed(words):
        if re.fullmatch(r"[가-힣](?:\([^)]*\))?", word):
            run.append(word)
            if len(word) > 1:
                out.extend(_segment(run))
                run = []
            continue
        out.extend(_segment(run))
        run = []
        out.extend(_RUN_TOGETHER.split(word))
    out.extend(_segment(run))
    return _attach(out)


def bracketed(words: list[str]) -> list[str]:
    """Words with those of a bracket together: 일반직(임기제 포함)."""
    out: list[str] = []
    for word in words:
        if out and out[-1].count("(") > out[-1].count(")") and ")" in word:
            out[-1] += f" {word}"
        else:
            out.append(word)
    return out


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
                and (piece in vocab.columns().known or piece in vocab.columns().sexes)
                and (best[end] is None or len(before) + 1 < len(best[end] or ()))
            ):
                best[end] = [*before, piece]
    last = next((word for word in vocab.columns().remarks if bare.endswith(word) and len(bare) > len(word) + 1), "")
    pieces = best[-1] or _with_unknown(bare.removesuffix(last))
    if best[-1] is None and last:
        pieces.append(last)
    pieces[-1] += tail
    return pieces


def _with_unknown(bare: str) -> list[str]:
    known = vocab.columns().known
    for cut in range(len(bare) - 1, 0, -1):
        if bare[:cut] in known and len(bare) - cut > 1:
            rest = bare[cut:]
            total = next(
                (
                    word
                    for word in vocab.columns().totals
                    if rest.startswith(word) and len(rest) > len(word) + (2 if len(word) == 1 else 1)
                ),
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
    before = ""
    for cell in cells:
        if BRACKET.match(cell) and before and not BRACKET.match(before):
            out[-1] += cell
        else:
            out.append(cell)
        before = cell
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
    """Words that are one title: joined by 및 or a stroke (수종 및 수량), or with a word that ends it (7급 이하)."""
    tails = vocab.words().title_tails
    links = (vocab.words().joining[0], "/")
    out: list[str] = []
    for i, cell in enumerate(cells):
        ends = cell in tails and out and out[-1] not in tails and not is_total(out[-1]) and not is_stub(out[-1])
        if out and (ends or cell in links or (i > 1 and cells[i - 1] in links)):
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


@lru_cache(maxsize=4096)
def is_stub(cell: str) -> bool:
    """Whether a title names the column of the row labels."""
    return vocab.squash(re.sub(r"\([^)]*\)", "", cell)) in vocab.columns().stubs


@lru_cache(maxsize=4096)
def is_total(cell: str) -> bool:
    """Whether a title or label is a total (계, 합계)."""
    return vocab.squash(re.sub(r"\([^)]*\)", "", cell)) in vocab.columns().totals


@lru_cache(maxsize=4096)
def is_text(cell: str) -> bool:
    """Whether the cells below a title are words, never figures (비고, 위치)."""
    return vocab.squash(re.sub(r"\([^)]*\)", "", cell)) in vocab.columns().text


@lru_cache(maxsize=4096)
def is_known(cell: str) -> bool:
    """Whether the vocabulary knows a title: a column, measure, unit, grade or year."""
    folded = vocab.squash(re.sub(r"\([^)]*\)", "", cell))
    columns = vocab.columns()
    return (
        folded in columns.known
        or folded in columns.sexes
        or columns.measure(cell) is not None
        or vocab.units().of_column(folded) is not None
        or bool(vocab.pattern("grade").match(folded))
        or bool(vocab.pattern("year_word").fullmatch(cell))
    )
