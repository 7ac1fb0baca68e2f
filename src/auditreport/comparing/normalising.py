"""Cells → the same per post, per resident, or in prices of one year, by figures that the user brings (환산)."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from typing import Literal, TypeVar

from auditreport.arithmetic import Interval
from auditreport.comparing.cells.derived import bounds_of
from auditreport.comparing.cells.numbers import plain, rounded
from auditreport.errors import AuditReportError
from auditreport.schemas.comparison import Caution, ComparedCell
from auditreport.schemas.indicator import Indicator, Wording
from auditreport.vocab.comparing import comparing

Per = Literal["staff", "resident"]
K = TypeVar("K")

_QUOTA = "staffing.quota"
_WON = "KRW"
# Power of ten of the largest number that is taken; characters shown of one that is not.
_LARGEST, _SHOWN = 15, 40
# Characters of the longest line that is taken: no line of figures comes near, and what Python's reader takes is a
# setting that any library may change.
_LONGEST = 10_000
# What an amount is divided by, as it stands in the unit.
_BY: dict[Per, str] = {"staff": "post", "resident": "resident"}


class TableError(AuditReportError):
    """A table of the user's that cannot be used; the reason is an English part of a sentence."""

    def __init__(self, reason: str) -> None:
        """Keep what is wrong with it."""
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Normalising:
    """How cells are made comparable.

    Attributes:
        per: what amounts and counts are divided by; none: nothing.
        population: residents by official code of the district, or its name, and year.
        real: the year in whose prices amounts are given; none: as printed.
        prices: price index by year.
    """

    per: Per | None = None
    population: Mapping[tuple[str, int], Decimal] = field(default_factory=dict)
    real: int | None = None
    prices: Mapping[int, Decimal] = field(default_factory=dict)


def read_population(text: str) -> dict[tuple[str, int], Decimal]:
    """The population file: CSV with the columns district (name or five-digit code), year, population.

    Raises:
        TableError: a column is missing, or a line holds no numbers or says what another said otherwise.
    """
    out: dict[tuple[str, int], Decimal] = {}
    for number, row in _rows(text, ("district", "year", "population")):
        key = (row["district"].strip().replace(" ", ""), int(_number(row["year"], number)))
        _put(out, key, _number(row["population"], number), number)
    return out


def read_prices(text: str) -> dict[int, Decimal]:
    """The price index: CSV with the columns year, index.

    Raises:
        TableError: as for the population file.
    """
    out: dict[int, Decimal] = {}
    for number, row in _rows(text, ("year", "index")):
        _put(out, int(_number(row["year"], number)), _number(row["index"], number), number)
    return out


def _rows(text: str, columns: Sequence[str]) -> Iterator[tuple[int, dict[str, str]]]:
    lines = [line for line in text.removeprefix("\ufeff").splitlines() if not line.startswith("#")]
    for number, line in enumerate(lines, 1):
        if len(line) > _LONGEST:
            raise TableError(f"row {number}: it has {len(line):,} characters; at most {_LONGEST:,} are read")
    reader = csv.DictReader(io.StringIO("\n".join(lines)))
    try:
        missing = [name for name in columns if name not in (reader.fieldnames or ())]
        if missing:
            raise TableError(f"the column {missing[0]} is missing; it needs {', '.join(columns)}")
        for row in reader:
            yield reader.line_num, {name: row[name] or "" for name in columns}
    except csv.Error as error:
        # The reader counts a row once it is whole.
        raise TableError(f"row {reader.line_num + 1}: {error}") from error


def _number(text: str, line: int) -> Decimal:
    try:
        value = Decimal(text.replace(",", "").strip())
    except InvalidOperation:
        value = Decimal("NaN")
    if not value.is_finite() or value <= 0 or abs(value.adjusted()) > _LARGEST:
        raise TableError(f"row {line}: {text[:_SHOWN]!r} is no number above zero")
    return value


def _put(table: dict[K, Decimal], key: K, value: Decimal, line: int) -> None:
    if table.setdefault(key, value) != value:
        raise TableError(f"row {line}: another row gives a different number for the same")


def normalise(
    cells: Sequence[ComparedCell],
    how: Normalising,
    indicators: Mapping[str, Indicator],
    wanted: Collection[str] = (),
) -> tuple[list[ComparedCell], list[Caution]]:
    """The cells in prices of one year and divided as asked; what cannot be is left out, with a caution.

    Args:
        cells: all cells, also those that are only divided by.
        how: what is asked for.
        indicators: what is compared, by id.
        wanted: ids of the cells to give back; all if empty.
    """
    cautions: dict[str, Caution] = {}
    out = [cell for cell in cells if not wanted or cell.indicator in wanted]
    if how.real is not None:
        real = how.real
        out = [new for cell in out if (new := _in_prices(cell, real, how.prices, cautions)) is not None]
    if how.per is not None:
        divisors = _Divisors(how.per, how.population, cells, indicators)
        out = [new for cell in out if (new := divisors.divide(cell, cautions)) is not None]
    return out, list(cautions.values())


def _in_prices(
    cell: ComparedCell, real: int, prices: Mapping[int, Decimal], cautions: dict[str, Caution]
) -> ComparedCell | None:
    if not cell.unit.startswith(_WON) or cell.year is None:
        return cell
    for year in (cell.year, real):
        if year not in prices:
            _warn(cautions, "no-index", cell, year=year)
            return None
    then, now = prices[cell.year], prices[real]
    note = comparing().say("notes", "real", base=real, then=plain(then), now=plain(now))
    return _scaled(cell, cell.unit, note, lambda value: value * now / then)


class _Divisors:
    """What the cells of a comparison are divided by."""

    def __init__(
        self,
        per: Per,
        population: Mapping[tuple[str, int], Decimal],
        cells: Iterable[ComparedCell],
        indicators: Mapping[str, Indicator],
    ) -> None:
        self._per = per
        self._population = population
        self._name = comparing().people[_BY[per]]
        self._unit = indicators[_QUOTA].unit if per == "staff" else self._name.ko
        self._quotas: dict[tuple[str, int | None], set[str]] = {}
        for cell in cells:
            if cell.indicator == _QUOTA:
                self._quotas.setdefault((cell.path, cell.year), set()).add(cell.value)

    def divide(self, cell: ComparedCell, cautions: dict[str, Caution]) -> ComparedCell | None:
        """The cell divided; as it is, if it is a share or divided already; none where nothing is known to divide by."""
        if cell.unit == "%" or "/" in cell.unit or (self._per == "staff" and cell.indicator.startswith("staffing.")):
            return cell
        by = self._by(cell)
        if by is None:
            gaps = {"district": cell.district, "department": cell.department, "year": cell.year}
            _warn(cautions, f"no-{self._per}", cell, **gaps)
            return None
        note = comparing().say("notes", "per", of=cell.value, by=self._name, count=plain(by))
        return _scaled(cell, f"{cell.unit}/{self._unit}", note, lambda value: value / by)

    def _by(self, cell: ComparedCell) -> Decimal | None:
        if cell.year is None:
            return None
        if self._per == "staff":
            quotas = self._quotas.get((cell.path, cell.year), set())
            only = Decimal(next(iter(quotas))) if len(quotas) == 1 else None
            return only or None
        names = (cell.district_code, (cell.district or "").replace(" ", ""))
        found = (self._population.get((name, cell.year)) for name in names if name)
        return next((count for count in found if count is not None), None)


def _scaled(cell: ComparedCell, unit: str, note: Wording, scale: Callable[[Decimal], Decimal]) -> ComparedCell:
    bounds = Interval(*(rounded(scale(edge), unit) for edge in bounds_of(cell)))
    return cell.model_copy(
        update={
            "value": plain(rounded(scale(Decimal(cell.value)), unit)),
            "unit": unit,
            "status": "computed",
            "decimals": None,
            "low": plain(bounds.low),
            "high": plain(bounds.high),
            "note": " ".join(text for text in (cell.note, note.en) if text),
            "note_ko": " ".join(text for text in (cell.note_ko, note.ko) if text),
        }
    )


def _warn(cautions: dict[str, Caution], code: str, cell: ComparedCell, **gaps: object) -> None:
    text = comparing().say("cautions", code, **gaps)
    known = cautions.get(text.en)
    paths = (*known.paths, cell.path) if known is not None else (cell.path,)
    cautions[text.en] = Caution(
        code=code, indicator=None, text=text.en, text_ko=text.ko, paths=tuple(dict.fromkeys(paths))
    )
