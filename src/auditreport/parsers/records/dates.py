"""Printed dates and years → ISO dates and numbers."""

from __future__ import annotations

import calendar
import re

from auditreport import vocab


def full_year(text: str) -> int:
    """A printed year as four digits: ’24 is 2024.

    >>> full_year("’24")
    2024
    """
    digits = re.sub(r"\D", "", text)
    return int(digits) if len(digits) == 4 else 2000 + int(digits)


def iso(year: str | int, month: str | int, day: str | int) -> str | None:
    """A date as YYYY-MM-DD, or `None` if there is no such day."""
    y, m, d = int(year), int(month), int(day)
    if not 1 <= m <= 12 or not 1 <= d <= calendar.monthrange(y, m)[1]:
        return None
    return f"{y:04d}-{m:02d}-{d:02d}"


def as_of(text: str, year: int | None) -> tuple[str | None, str | None]:
    """Reference date (기준일) that a title or caption prints, and the word that follows it.

    Args:
        text: such as `10.31.기준`, `12.31까지`, `’25. 2. 1. 기준`, `'23. 1월말`.
        year: year of the report, for dates without one.
    """
    match = vocab.pattern("as_of").search(text)
    if match is None:
        reverse = re.search(vocab.pattern("date_behind").pattern, text)
        if reverse is None:
            return None, None
        match = reverse
    groups = match.groupdict()
    found = full_year(groups["year"]) if groups.get("year") else year
    if found is None:
        return None, groups.get("basis")
    month = int(groups["month"])
    if groups.get("day"):
        return iso(found, month, groups["day"]), groups.get("basis")
    if (groups.get("last") or groups.get("basis") == vocab.columns().month_end) and 1 <= month <= 12:
        return iso(found, month, calendar.monthrange(found, month)[1]), groups.get("basis")
    return None, groups.get("basis")


def basis_year(text: str) -> int | None:
    """The year of a reference date, also of one without a day: (기준 : ’24. 12.)."""
    match = vocab.pattern("basis_of").search(text)
    return full_year(match["after"] or match["before"]) if match else None


def names_span(text: str) -> bool:
    """Whether a title names several years or an open end (2026~2027, ’26년 이후), so that its figures have no year.

    >>> names_span("2단계(’27년~’31년)"), names_span("2026년 이후"), names_span("2025. 1.~12.")
    (True, True, False)
    """
    match = vocab.pattern("year_span").search(text)
    if match is None:
        return False
    if match["to"] is None:
        # A month or a day behind the sign ends a time within the year.
        return match["same"] is None
    return full_year(match["from"]) != full_year(match["to"])


def label_years(text: str) -> tuple[int, ...]:
    """The years of a bracket at the end of a line's label, the same one once: 수료자(’23) : 52명.

    >>> label_years("수료자(’23) : 52명"), label_years("방문객(’22 → ’23) : 700명 → 800명")
    ((2023,), (2022, 2023))
    """
    match = vocab.pattern("label_years").match(text)
    if match is None:
        return ()
    return tuple(dict.fromkeys(full_year(found) for found in re.findall(r"20\d{2}|(?<=['’‘`])\d{2}", match["years"])))


def title_year(text: str, otherwise: int | None) -> int | None:
    """The year of the figures under a title: the one it names, none for several, else that of what is around it."""
    if names_span(text):
        return None
    is_compared = vocab.pattern("compared_year").search(text) is not None
    return otherwise if is_compared else year_in(text) or otherwise


def year_in(text: str) -> int | None:
    """The year that a title names (2023년, ’25년 예산(A), 2024), or `None`; the last of several is not it."""
    if names_span(text):
        return None
    match = vocab.pattern("any_year").search(text) or vocab.pattern("bare_year").match(text.strip())
    if match is None:
        return None
    groups = match.groupdict()
    return full_year(groups.get("long") or groups.get("short") or "")
