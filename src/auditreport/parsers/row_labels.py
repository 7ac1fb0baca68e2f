"""Labels of the rows of a flattened table, and pieces of labels between them → the label path of each row."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from auditreport import vocab
from auditreport.parsers.recovery import Numeral

# Pieces that are all as short were rather torn within a word (소 요 / 시 간) than between words.
_WITHIN_WORD = 6
# Of the label of a group; more pieces between rows are cells of the rows.
_MOST_PIECES = 2

Loose = list[tuple[int, str]]


def label_paths(labels: list[str], loose: Loose, figures: Sequence[Sequence[Numeral]]) -> list[tuple[str, ...]]:
    """Label paths of the rows; a group's label that stands in the middle of its rows is given to all of them.

    Args:
        labels: what stands in front of the figures of each row.
        loose: pieces of labels on lines without figures, each with the number of rows above it.
        figures: of each row.
    """
    folded = _folded_rows(labels, loose, figures) or _wrapped(labels, loose)
    labels = [folded.get(i, "") or label or _around(i, loose) for i, label in enumerate(labels)]
    groups = _groups(labels, [] if folded else loose, [row[0].value for row in figures])
    paths = []
    for i, label in enumerate(labels):
        path = groups.get(i, ("", label))
        paths.append(tuple(title for part in path if (title := vocab.join_spaced(part))))
    return paths


def _folded_rows(labels: list[str], loose: Loose, figures: Sequence[Sequence[Numeral]]) -> dict[int, str]:
    """Rows whose cells hold several figures, one below the other (12개소 / 10.3ha / (54억원)), share one label.

    They show by their units, which come round in the same order.
    """
    signs = [_sign(row) for row in figures]
    for size in range(2, len(signs) // 2 + 1):
        round_ = signs[:size]
        whole = len(signs) % size == 0 and None not in round_ and len(set(round_)) == size
        if whole and all(sign == round_[i % size] for i, sign in enumerate(signs)):
            return {i: _label_of(i - i % size, size, labels, loose) for i in range(len(signs))}
    return {}


def _sign(row: Sequence[Numeral]) -> tuple[bool, str] | None:
    """The unit of all figures of a row, and whether they stand in brackets."""
    found = {(figure.raw.startswith("("), figure.unit) for figure in row if figure.raw not in vocab.marks().dash}
    [(bracketed, unit)] = found if len(found) == 1 else [(False, None)]
    return (bracketed, unit) if unit is not None else None


def _label_of(start: int, size: int, labels: list[str], loose: Loose) -> str:
    pieces: list[str] = []
    for i in range(start, start + size):
        pieces.extend(text for at, text in loose if at == i > start)
        pieces.append(labels[i])
    return _joined(pieces)


def _wrapped(labels: list[str], loose: Loose) -> dict[int, str]:
    """Labels of rows without one that wrap about their figures: as many lines above them as below."""
    out: dict[int, str] = {}
    taken = 0
    for i, label in enumerate(labels):
        above = [text for at, text in loose if at == i][taken:]
        below = [text for at, text in loose if at == i + 1][: len(above)]
        taken = 0
        if not label and above and len(below) == len(above):
            out[i] = _joined([*above, *below])
            taken = len(below)
    return out


def _joined(pieces: list[str]) -> str:
    pieces = [vocab.join_spaced(piece) for piece in pieces if piece]
    return ("" if all(len(piece) <= _WITHIN_WORD for piece in pieces) else " ").join(pieces)


def _around(i: int, loose: Loose) -> str:
    """The label of a row without one: what stands on the lines around it (소 요 / 91H … / 시 간)."""
    return "".join(text for at, text in loose if at in (i, i + 1) and len(text) <= 6)


def _years_group(labels: list[str], loose: Loose) -> dict[int, tuple[str, str]]:
    """A label in the middle of rows that each name a year (2023년, 2022년 …) belongs to all of them."""
    years = [vocab.pattern("year_word").fullmatch(label.replace(" ", "")) is not None for label in labels]
    runs: list[list[int]] = []
    for i, year in enumerate(years):
        if year and (not runs or runs[-1][-1] != i - 1):
            runs.append([])
        if year:
            runs[-1].append(i)
    out: dict[int, tuple[str, str]] = {}
    for run in runs:
        pieces = [text for at, text in loose if run[0] < at <= run[-1]]
        group = "".join(pieces)
        if 0 < len(pieces) <= _MOST_PIECES and len(run) > 1:
            out.update({i: (group, labels[i]) for i in run})
    return out


def _head(label: str) -> tuple[str, str]:
    """The first word of a label, letter-spaced syllables as one, and the rest."""
    match = re.match(r"((?:[가-힣] )+[가-힣])\s+(?=\S{2})(.+)$", label) or re.match(r"(\S+)\s+(.+)$", label)
    return (match.group(1).replace(" ", ""), match.group(2)) if match else (label, "")


def _group_end(start: int, limit: int, firsts: list[Decimal | None]) -> int:
    """Index behind the last row of a subtotal: where the rows below it add up to it, else the next subtotal."""
    total = firsts[start]
    left = total
    for i in range(start + 1, limit):
        value = firsts[i]
        if left is None or value is None:
            return limit
        left -= value
        if left == 0:
            return i + 1
    return limit


def _groups(labels: list[str], loose: Loose, firsts: list[Decimal | None]) -> dict[int, tuple[str, str]]:
    """Row index → (label of its group, label of its own), for rows that a subtotal opens as groups.

    The label of a group is printed in the middle of its rows, over one or two lines: on lines of its own where the
    number of rows is odd, in front of the two middle rows where it is even.
    """
    subtotals = vocab.columns().subtotals
    starts = [i for i, label in enumerate(labels) if vocab.squash(label) in subtotals]
    if not starts:
        return _years_group(labels, loose)
    out: dict[int, tuple[str, str]] = {}
    for start, limit in zip(starts, [*starts[1:], len(labels)], strict=True):
        stop = _group_end(start, limit, firsts)
        pieces = [(at, text) for at, text in loose if start < at <= stop]
        own = {i: labels[i] for i in range(start, stop)}
        if not pieces:
            middle = [start + (stop - start) // 2 - 1, start + (stop - start) // 2]
            for i in middle if (stop - start) % 2 == 0 else middle[1:]:
                head, rest = _head(labels[i])
                if rest and len(head) <= 4:
                    pieces.append((i, head))
                    own[i] = rest
        group = "".join(text for _, text in pieces)
        out.update({i: (group, label) for i, label in own.items()})
    return out
