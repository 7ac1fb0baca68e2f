"""Reports of several districts → which departments of them do the same work, by what they do and not by their names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from auditreport import vocab
from auditreport.comparing.places import district_candidates
from auditreport.comparing.profiles import Piece, Profile, department_profile, profile_of
from auditreport.schemas.comparison import DepartmentAt, Peer
from auditreport.schemas.indicator import Wording
from auditreport.schemas.material import Material
from auditreport.vocab.comparing import comparing

# Below any of these two departments are no peers, however alike the rest is. How much of the work is the same, …
_SAME_WORK = 0.5
# … how many telling words the duties of both have (two do where nearly all of the work is the same), …
_SHARED_WORDS = 3
_SHARED_WORDS_AT_LEAST = 2
_NEARLY_ALL = 0.7
# … how large a share that is of what the one with fewer words has, …
_SHARE_OF_WORDS = 0.25
# … and how much of the duties and titles of each tells a function at all.
_UNDERSTOOD = 0.4
# What a function must have of the work of one to be named as what the other does not do.
_WORTH_NAMING = 0.05
_NAMED = 6
_LONGEST = 60


def find_peers(materials: Sequence[Material]) -> tuple[Peer, ...]:
    """Departments of different districts that do the same work (동종 부서), the surest first.

    Several reports of one department count as one. Where it is open whether two districts are the same (중구), as where
    duties and titles tell too little, no pair is given.
    """
    found = [
        peer
        for one, other in combinations(_departments(materials), 2)
        if not one.codes & other.codes and (peer := _peer(one, other)) is not None
    ]
    return tuple(sorted(found, key=lambda peer: (-peer.score, str(peer.a), str(peer.b))))


class _Department(NamedTuple):
    """A department with what its reports tell of its work; `codes` are those of all that its district may be."""

    at: DepartmentAt
    codes: frozenset[str]
    years: tuple[int, ...]
    profile: Profile
    words: dict[str, str]

    @property
    def understood(self) -> float:
        """The share of its duties and titles that tell a function."""
        asked = [piece for piece in self.profile.pieces if piece.source in ("duty", "programme")]
        return sum(piece.telling for piece in asked) / len(asked) if asked else 1.0


def _departments(materials: Iterable[Material]) -> Iterator[_Department]:
    reports: dict[tuple[frozenset[str], str], list[Material]] = {}
    for material in {material.sha256: material for material in materials}.values():
        codes = frozenset(_government(material))
        if codes and material.meta.department:
            reports.setdefault((codes, vocab.squash(material.meta.department)), []).append(material)
    for (codes, _), own in reports.items():
        yield _department(codes, own)


def _government(material: Material) -> Iterator[str]:
    """Codes of all that the district may be, of those that followed them, and of the city of a ward."""
    for entity in district_candidates(material):
        yield entity.code
        yield from entity.successors
        if entity.level == "ward" and entity.parent is not None:
            yield entity.parent


def _department(codes: frozenset[str], own: Sequence[Material]) -> _Department:
    pieces = {
        (piece.source, vocab.squash(piece.text)): piece
        for material in own
        for piece in department_profile(material).pieces
        if piece.source != "name"
    }
    kept = tuple(piece if piece.telling else piece._replace(meanings=()) for piece in pieces.values())
    years = {year for material in own if (year := material.meta.report_year) is not None}
    return _Department(
        at=DepartmentAt(district=own[-1].meta.district, department=own[-1].meta.department),
        codes=codes,
        years=tuple(sorted(years)),
        profile=profile_of(kept),
        words={meaning.word: meaning.function for piece in kept for meaning in piece.meanings if meaning.word},
    )


def _peer(one: _Department, other: _Department) -> Peer | None:
    if min(one.understood, other.understood) < _UNDERSTOOD:
        return None
    shared = one.words.keys() & other.words.keys()
    same = sum(min(weight, other.profile.weights.get(f, 0.0)) for f, weight in one.profile.weights.items())
    if len(shared) < (_SHARED_WORDS_AT_LEAST if same >= _NEARLY_ALL else _SHARED_WORDS):
        return None
    share = len(shared) / min(len(one.words), len(other.words))
    if same < _SAME_WORK or share < _SHARE_OF_WORDS:
        return None
    evidence = tuple(_evidence(one, other))
    return Peer(
        a=one.at,
        b=other.at,
        score=round((same + share) / 2, 3),
        evidence=tuple(text.en for text in evidence),
        evidence_ko=tuple(text.ko for text in evidence),
    )


def _evidence(one: _Department, other: _Department) -> Iterator[Wording]:
    say = comparing().say
    ours, theirs = one.profile.weights, other.profile.weights
    both = sorted(ours.keys() & theirs.keys(), key=lambda function: (-min(ours[function], theirs[function]), function))
    for function in both[:_NAMED]:
        ours_of, theirs_of = _example(one, other, function), _example(other, one, function)
        yield say("evidence", "both", function=_name(function), one=ours_of, other=theirs_of)
    for department, weights, others in ((one, ours, theirs), (other, theirs, ours)):
        for function, weight in weights.items():
            if function not in others and weight >= _WORTH_NAMING:
                duty = _example(department, department, function)
                yield say("evidence", "only", department=_who(department), function=_name(function), duty=duty)
    for department in (one, other):
        if department.years:
            years = ", ".join(map(str, department.years))
            yield say("evidence", "years", department=_who(department), years=years)


def _example(of: _Department, beside: _Department, function: str) -> str:
    """The duty or title that tells a function best: by words that the other has too, a duty before a title."""

    def rank(piece: Piece) -> tuple[bool, bool, int]:
        words = {meaning.word for meaning in piece.meanings if meaning.function == function}
        return (not words & beside.words.keys(), piece.source != "duty", len(piece.text))

    telling = [piece for piece in of.profile.pieces if function in piece.functions]
    text = " ".join(min(telling, key=rank).text.split())
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def _name(function: str) -> Wording:
    known = vocab.functions()[function]
    return Wording(ko=known.ko, en=known.en)


def _who(department: _Department) -> str:
    return " ".join(filter(None, (department.at.district, department.at.department)))
