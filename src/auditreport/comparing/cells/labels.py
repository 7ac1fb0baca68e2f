"""The labels around a figure → whether an indicator's words name it, and how closely."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from enum import IntEnum
from functools import lru_cache

from auditreport import vocab
from auditreport.schemas import Fact
from auditreport.schemas.indicator import Finding
from auditreport.schemas.material import Setting
from auditreport.vocab.comparing import comparing

_BRACKETS = re.compile(r"[(<\[{（][^()<>\[\]{}（）]*[)>\]}）]")
_NOT_WORDS = re.compile(r"[^0-9a-z가-힣]+")
# Words from which on a label is a description, not a name.
_DESCRIPTION = 3


class Fit(IntEnum):
    """How a figure's labels fit an indicator."""

    NOT = 0
    PART = 1  # they name a part of it
    LOOSE = 2  # they name it among words of their own
    CLOSE = 3  # they name it and nothing else


def fit(fact: Fact, setting: Setting, finding: Finding) -> Fit:
    """How the labels of a figure in running text or in a table fit an indicator."""
    labels = own_labels(fact)
    around = () if fact.kind == "metric" else tuple(fold(text) for text in (setting.lead, setting.caption) if text)
    if _holds((*labels, *around), finding.without):
        return Fit.NOT
    found = _fit_all(fact, labels, around, finding)
    return min(found, Fit.PART) if _holds((*labels, *around), comparing().portions) else found


def _fit_all(fact: Fact, labels: Sequence[str], around: Sequence[str], finding: Finding) -> Fit:
    if fact.kind == "metric":
        return _fit_labels(labels, finding)
    found = _fit_labels(labels, finding)
    if found is not Fit.NOT:
        return found
    context = (*around, *((fold(fact.programme),) if fact.programme and labels else ()))
    if not _holds(context, finding.topic):
        return Fit.NOT
    return _fit_column(labels, finding)


def _fit_labels(labels: Sequence[str], finding: Finding) -> Fit:
    """The innermost label that holds the topic decides; those below it must add nothing."""
    at = next((i for i in reversed(range(len(labels))) if _holds(labels[i : i + 1], finding.topic)), None)
    if at is None or (finding.label and not _holds(labels[at:], finding.label)):
        return Fit.NOT
    if any(_rest(label, finding.label) for label in labels[at + 1 :]):
        return Fit.PART
    return Fit.LOOSE if _rest(labels[at], (*finding.topic, *finding.label)) else Fit.CLOSE


def _fit_column(labels: Sequence[str], finding: Finding) -> Fit:
    """The title above the table holds the topic: a row and a column of the whole, or of what the indicator measures."""
    if finding.label and not _holds(labels, finding.label):
        return Fit.NOT
    return Fit.PART if any(_rest(label, finding.label) for label in labels) else Fit.CLOSE


def describes(fact: Fact, finding: Finding) -> bool:
    """Whether the last label of a part only describes the topic: several words that end in the topic's own noun.

    기획순찰 > 취약분야 중심의 현장 순찰 speaks of all planned patrols, 고충민원 > 응답소 민원 of one channel.
    """
    words = (fact.item or "").split(" > ")[-1].split()
    return len(words) >= _DESCRIPTION and any(_word(topic).endswith(_word(words[-1])) for topic in finding.topic)


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """A label without brackets, years, white space and marks.

    >>> fold("2022년 자체감사 실시(종합)")
    '자체감사실시'
    """
    bare = _BRACKETS.sub(" ", vocab.join_spaced(text))
    return _word(vocab.pattern("indicator_year").sub(" ", bare))


def own_labels(fact: Fact) -> tuple[str, ...]:
    """The labels of a figure, folded, the outermost first: of its text or row and column, no years or totals."""
    parts = [*(fact.item or "").split(" > "), *fact.dims.get("column", "").split(" > ")]
    folded = [fold(part) for part in parts]
    department = fold(fact.entity.department or "")
    return tuple(
        label
        for label in folded
        if label and label not in comparing().whole and label != department and not label.isdigit()
    )


def _holds(labels: Iterable[str], words: Sequence[str]) -> bool:
    folded = [_word(word) for word in words]
    return any(word in label for label in labels for word in folded)


@lru_cache(maxsize=4096)
def _word(word: str) -> str:
    word = _NOT_WORDS.sub("", word.lower())
    for one, other in comparing().spelling.items():
        if word.endswith(one):
            word = word.removesuffix(one) + other
    return word


def _rest(label: str, words: Sequence[str]) -> str:
    """What a label says beside some words and the generic ones."""
    for word in sorted((_word(word) for word in words), key=len, reverse=True):
        label = label.replace(word, "")
    label = vocab.pattern("indicator_number").sub("", label)
    for word in comparing().generic:
        label = label.replace(word, "")
    return label
