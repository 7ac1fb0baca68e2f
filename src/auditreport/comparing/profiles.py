"""A report → what its department does, as weights over functions, and on what evidence."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from auditreport import vocab
from auditreport.schemas.material import Line, Material
from auditreport.vocab import Meaning

Source = Literal["duty", "programme", "team", "budget", "name"]

# Duties tell most and a name least: 민원여권과 and 민원감사담당관 share half a name and no work.
_WEIGHTS: dict[Source, int] = {"duty": 3, "programme": 2, "team": 1, "budget": 1, "name": 1}
# Sources of fewer pieces than this weigh less, in proportion.
_ENOUGH = 3
# Sections of the overview that tell the organisation.
_CHARTS = frozenset(("organisation", "duties"))
# What parts the labels of an item, the outermost first.
WITHIN = " > "
_PIECES = re.compile(r"[\n|•∙○●▪■□◦‣▸▹▷►▶;§]|(?:^|\s)[-–*](?=\s)", re.MULTILINE)


class Piece(NamedTuple):
    """A duty, title or name as printed, and the functions that it names."""

    source: Source
    text: str
    meanings: tuple[Meaning, ...]

    @property
    def functions(self) -> dict[str, float]:
        """Its weight over its functions, by the words that name each: one, or half where all of them are hints."""
        counts = Counter(meaning.function for meaning in self.meanings)
        each = (1.0 if self.telling else 0.5) / max(1, len(self.meanings))
        return {function: count * each for function, count in counts.items()}

    @property
    def telling(self) -> bool:
        """Whether a word of it tells the function by itself."""
        return any(meaning.telling for meaning in self.meanings)


class Profile(NamedTuple):
    """What a department does (업무 구성).

    Attributes:
        weights: the share of each function, the greatest first; they sum to one, or there are none.
        pieces: what they rest on, in the order of the report, those that name no function too.
    """

    weights: dict[str, float]
    pieces: tuple[Piece, ...]

    @property
    def telling(self) -> tuple[Piece, ...]:
        """The pieces that tell a function, but for the department's own name."""
        return tuple(piece for piece in self.pieces if piece.telling and piece.source != "name")


def department_profile(material: Material) -> Profile:
    """The functions of the department that reports, weighted by its duties, programmes, teams, budget and name."""
    return profile_of(_unique(_pieces(material)))


def profile_of(pieces: Iterable[Piece]) -> Profile:
    """The profile that pieces of one or several reports of a department make."""
    kept = tuple(pieces)
    total: defaultdict[str, float] = defaultdict(float)
    for source, weight in _WEIGHTS.items():
        named = [piece for piece in kept if piece.source == source and piece.meanings]
        part = weight * min(1.0, len(named) / _ENOUGH)
        for piece in named:
            for function, share in piece.functions.items():
                total[function] += part * share / len(named)
    whole = sum(total.values())
    ordered = sorted(total.items(), key=lambda entry: (-entry[1], entry[0]))
    return Profile({function: weight / whole for function, weight in ordered}, kept)


def lines_meanings(lines: Iterable[Line]) -> Counter[str]:
    """In how many different lines telling words name each function."""
    counts: Counter[str] = Counter()
    for text in dict.fromkeys(line.text for line in lines):
        counts.update({meaning.function for meaning in vocab.functions_in(text) if meaning.telling})
    return counts


def _pieces(material: Material) -> Iterator[Piece]:
    for team in material.teams:
        yield _piece("team", team.name)
        for duty in team.duties:
            yield _piece("duty", duty)
    names = {vocab.squash(team.name) for team in material.teams} | {vocab.squash(material.meta.department or "")}
    for text in _chart(material):
        if not any(name and (vocab.squash(text) == name or name in vocab.squash(text)) for name in names):
            yield _piece("duty", text)
    yield from _programmes(material)
    for fact in material.facts:
        if fact.kind == "budget" and fact.item:
            piece = _piece("budget", fact.item.split(WITHIN)[-1].replace(material.meta.department or WITHIN, ""))
            if piece.telling:
                yield piece
    if material.meta.department:
        yield _piece("name", material.meta.department)


def _chart(material: Material) -> Iterator[str]:
    """What the overview prints below its organisation chart, and in cells that hold lists."""
    for outline in material.outlines:
        for line in outline.lines if outline.part == "overview" else ():
            if line.role in _CHARTS or (line.role is None and "\n" in line.text):
                for text in _PIECES.split(vocab.join_spaced(line.text) if "\n" not in line.text else line.text):
                    if text.strip():
                        yield text.strip()


def _programmes(material: Material) -> Iterator[Piece]:
    for outline in material.outlines:
        if outline.title is not None and outline.part not in ("overview", "article"):
            piece = _piece("programme", outline.subprogramme or outline.title)
            if not piece.telling:
                piece = piece._replace(meanings=_of_lines(outline.lines) or piece.meanings)
            yield piece


def _of_lines(lines: Iterable[Line]) -> tuple[Meaning, ...]:
    """The one function that the lines of a programme tell whose title tells none."""
    [*most] = lines_meanings(lines).most_common(2)
    if not most or most[0][1] < _ENOUGH or (len(most) > 1 and most[1][1] * 2 > most[0][1]):
        return ()
    return (Meaning("", most[0][0], True),)


def _piece(source: Source, text: str) -> Piece:
    return Piece(source, text, vocab.functions_in(text))


def _unique(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """What a report repeats, as in its results and its plan, counts once."""
    seen: set[tuple[Source, str]] = set()
    for piece in pieces:
        key = (piece.source, vocab.squash(piece.text))
        if key not in seen:
            seen.add(key)
            yield piece
