"""What a department, a programme or a line of a budget does → one function, or none where that is not certain."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from auditreport import vocab
from auditreport.comparing.profiles import WITHIN, Profile, department_profile, lines_meanings
from auditreport.schemas.material import Line, Material

# Fewer duties, titles and names than these that tell a function are thin evidence.
_ENOUGH = 3
# What a function with its parts and companions must have of all to be the one of the department, …
_MOST = 0.5
# … how far it must be ahead of what it does not include, …
_AHEAD = 2.0
# … what it must have itself, with its parts alone, to be the one that its companions belong to, …
_OWN = 0.2
# … and what a part must have of it to be the one instead.
_MOST_OF_WHOLE = 0.65


def department_function(material: Material) -> str | None:
    """Id of what a department as a whole does; none where the evidence is thin or split."""
    return function_of(department_profile(material))


def function_of(profile: Profile) -> str | None:
    """Id of what a department of that profile does; none where the evidence is thin or split."""
    if len(profile.telling) < _ENOUGH:
        return None
    weights = profile.weights
    roots = [function.id for function in vocab.functions().values() if function.parent is None]
    wholes = {root: _whole(root, weights) for root in roots}
    best = max(roots, key=lambda root: (wholes[root], _of(vocab.parts_of(root), weights)))
    outside = max((_of(vocab.parts_of(root) - _included(best, weights), weights) for root in roots), default=0.0)
    if wholes[best] < _MOST or wholes[best] < _AHEAD * outside:
        return None
    return _narrowed(best, wholes[best], weights)


def programme_function(
    title: str, lines: Sequence[Line] = (), team: str | None = None, department: Profile | None = None
) -> str | None:
    """Id of what a programme is for; none where what tells it is thin or split.

    Its title tells it, unless most of its lines tell what has nothing to do with that. Where the title tells nothing,
    most of its lines do, then a hint in the title at what the department does, then the team.

    Args:
        title: the title as printed.
        lines: its lines, headings and cells.
        team: the team in charge.
        department: what the department does, if that is known.
    """
    told = _told(title)
    counts = lines_meanings(lines)
    of_lines = _clearly(counts)
    if len(told) == 1:
        [function] = told
        return function if of_lines is None or _related(function, of_lines) else None
    if told:
        return _common(told) or _clearly(Counter({function: counts[function] for function in told}))
    return of_lines or _hinted(title, department) or _only(_told(team or ""))


def budget_line_function(item: str, department: Profile | None = None) -> str | None:
    """Id of what a line of a budget is for: `overhead` for what belongs to no programme; none if open.

    The name of the department tells nothing about one of its lines: give its profile, so that it is left out.
    """
    names = {piece.text for piece in department.pieces if piece.source == "name"} if department is not None else set()
    item = WITHIN.join(label for label in item.split(WITHIN) if label not in names)
    named = [meaning.function for meaning in vocab.functions_in(item, budget=True) if meaning.telling]
    told = Counter([function for function in named if vocab.functions()[function].budget] or named)
    return _only(told) or _common(told) or (_hinted(item, department) if not told else None)


def _told(text: str) -> Counter[str]:
    return Counter(meaning.function for meaning in vocab.functions_in(text) if meaning.telling)


def _only(told: Counter[str]) -> str | None:
    return next(iter(told)) if len(told) == 1 else None


def _hinted(text: str, department: Profile | None) -> str | None:
    """The one function that a text hints at, if it is a part of what the department does."""
    if department is None:
        return None
    hinted = {meaning.function for meaning in vocab.functions_in(text) if not meaning.telling}
    done = {function for piece in department.telling for function in piece.functions}
    return next(iter(hinted)) if len(hinted) == 1 and hinted <= done else None


def _related(one: str, other: str) -> bool:
    """Whether one is a part of the other, both of one whole, or one often goes with the other."""
    functions = vocab.functions()
    roots = {_root(one), _root(other)}
    return len(roots) == 1 or any(roots & set(functions[root].companions) for root in roots)


def _root(function: str) -> str:
    parent = vocab.functions()[function].parent
    return function if parent is None else _root(parent)


def _included(function: str, weights: Mapping[str, float]) -> frozenset[str]:
    """A function with its parts, and its companions with theirs where it is itself a good part of the work."""
    parts = vocab.parts_of(function)
    if _of(parts, weights) < _OWN:
        return parts
    companions = vocab.functions()[function].companions
    return parts.union(*(vocab.parts_of(companion) for companion in companions))


def _whole(function: str, weights: Mapping[str, float]) -> float:
    return _of(_included(function, weights), weights)


def _of(functions: frozenset[str], weights: Mapping[str, float]) -> float:
    return sum(weight for function, weight in weights.items() if function in functions)


def _narrowed(function: str, whole: float, weights: Mapping[str, float]) -> str:
    """A part that is most of the whole instead of the whole."""
    parts = [other.id for other in vocab.functions().values() if other.parent == function]
    if parts:
        best = max(parts, key=lambda part: _of(vocab.parts_of(part), weights))
        of_best = _of(vocab.parts_of(best), weights)
        if of_best >= _MOST_OF_WHOLE * whole:
            return _narrowed(best, of_best, weights)
    return function


def _common(told: Counter[str]) -> str | None:
    """The one of several functions that all the others are parts of, or their parent if it is one."""
    for function in told:
        if told.keys() <= vocab.parts_of(function):
            return function
    parents = {vocab.functions()[function].parent for function in told}
    return next(iter(parents)) if len(parents) == 1 else None


def _clearly(counts: Counter[str]) -> str | None:
    """The function that three lines name, and twice as many as name any other."""
    most = counts.most_common(2)
    if not most or most[0][1] < _ENOUGH or (len(most) > 1 and most[0][1] < 2 * most[1][1]):
        return None
    return most[0][0]
