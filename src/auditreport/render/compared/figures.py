"""A figure of a comparison (비교 수치) → its digits in a unit that reads well, and what has to be said beside it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from typing import NamedTuple

from auditreport.printable import printable
from auditreport.render.compared.grid import Row
from auditreport.render.compared.words import AS_OF, COARSE, IN_PROGRAMME, MARKS, marks_of
from auditreport.render.messages import N_
from auditreport.render.summary.figures import THOUSAND_WON, WON, grouped
from auditreport.schemas.comparison import ComparedCell
from auditreport.vocab import units
from auditreport.vocab.comparing import comparing

Translate = Callable[[str], str]
# From here on won are counted in thousands also where that rounds a computed figure.
_LARGE = 10_000
# Digits that a computed figure below this has behind its point.
_SMALL = 1_000


class Scale(NamedTuple):
    """A unit to show figures in: the power of ten that it stands for, and what it is called."""

    digits: int
    word: str


WONS = (
    Scale(8, N_("hundred million won")),
    Scale(6, N_("million won")),
    Scale(3, THOUSAND_WON),
    Scale(0, N_("won")),
)
AS_IS = Scale(0, "")
Scales = dict[tuple[str, str], Scale]


def make_scales(cells: Iterable[ComparedCell]) -> Scales:
    """For each indicator and unit the largest unit of money in which no printed figure loses a digit."""
    values: dict[tuple[str, str], list[ComparedCell]] = defaultdict(list)
    for cell in cells:
        values[cell.indicator, cell.unit].append(cell)
    return {key: _scale(found) if is_money(key[1]) else AS_IS for key, found in values.items()}


def is_money(unit: str) -> bool:
    """Whether it is won, or won for each of something."""
    return unit.partition("/")[0] == WON


def _scale(cells: list[ComparedCell]) -> Scale:
    values = [(Decimal(cell.value), cell.decimals is None) for cell in cells]
    if any(value for value, _ in values):
        for scale in WONS[:-1]:
            may_round = scale.word == THOUSAND_WON
            if all(
                value % 10**scale.digits == 0 or (may_round and is_computed and abs(value) >= _LARGE)
                for value, is_computed in values
            ):
                return scale
    return WONS[-1]


def digits(cell: ComparedCell, scale: Scale) -> str:
    """The figure in the unit of the scale, with separators; a computed one is rounded, never a printed one."""
    value = Decimal(cell.value).scaleb(-scale.digits)
    if cell.decimals is not None:
        text = grouped(value.normalize(), None if is_money(cell.unit) else max(cell.decimals, 0))
    elif abs(value) < _SMALL:
        text = grouped(round(value, 1 if abs(value) >= 1 else 3), None)
    else:
        text = f"{round(value):,}"
    return f"{text}%" if cell.unit == "%" else text


def is_rounded(cell: ComparedCell, scale: Scale) -> bool:
    """Whether digits of a computed figure are left out."""
    return Decimal(digits(cell, scale).rstrip("%").replace(",", "")).scaleb(scale.digits) != Decimal(cell.value)


def signs(cell: ComparedCell) -> str:
    """The marks behind a figure."""
    return "".join(MARKS[mark][0] for mark in marks_of(cell))


def unit_word(unit: str, scale: Scale, translate: Translate, lang: str) -> str:
    """What a row of figures is counted in."""
    of, slash, each = unit.partition("/")
    name = translate(scale.word) if of == WON else counter(of, lang)
    return f"{name}{slash}{counter(each, lang)}"


def counter(unit: str, lang: str) -> str:
    """A counter in a language; as printed where no English word is known."""
    if lang == "ko":
        return unit
    people = {name.ko: name.en for name in comparing().people.values()}
    return people.get(unit) or units().english.get(unit, unit)


def remarks(cell: ComparedCell, row: Row, scale: Scale, translate: Translate, lang: str) -> list[str]:
    """What a reader has to know of a figure and its row does not say, in sentences."""
    found = []
    if cell.as_of and row.day is None:
        found.append(translate(AS_OF).format(date=cell.as_of))
    if cell.programme and cell.programme != row.programme:
        found.append(translate(IN_PROGRAMME).format(programme=printable(cell.programme)))
    if cell.decimals is not None and -cell.decimals > scale.digits and is_money(cell.unit):
        word = next((translate(won.word) for won in WONS if won.digits == -cell.decimals), f"10^{-cell.decimals}")
        found.append(translate(COARSE).format(unit=word))
    note = cell.note_ko if lang == "ko" and cell.note_ko else cell.note
    if note:
        found.append(printable(note))
    return found


def value_text(
    value: str, indicator: str, unit: str, scales: Scales, translate: Translate, lang: str, *, sign: bool = False
) -> str:
    """A value with its unit; without a scale for it, in the largest unit of money in which no digit is lost."""
    number = Decimal(value)
    scale = scales.get((indicator, unit))
    if scale is None and is_money(unit):
        scale = next((won for won in WONS[2:] if number % 10**won.digits == 0), WONS[-1])
    scale = scale or AS_IS
    text = grouped(number.scaleb(-scale.digits), None)
    text = f"+{text}" if sign and number > 0 else text
    word = unit_word(unit, scale, translate, lang)
    if unit == "%":
        return f"{text}%p" if sign else f"{text}%"
    return f"{text}{word}" if lang == "ko" else f"{text} {word}"


def signed(value: str) -> str:
    """A rate with its sign, to a tenth."""
    shown = round(Decimal(value), 1) or Decimal(0)
    text = grouped(shown, None)
    return f"+{text}" if shown > 0 else text


def unit_of(indicator: str, facts: Sequence[str], cells: Iterable[ComparedCell]) -> str:
    """The unit of an indicator in the cell that rests on one of some facts; empty where there is none."""
    return next((cell.unit for cell in cells if cell.indicator == indicator and set(cell.facts) & set(facts)), "")
