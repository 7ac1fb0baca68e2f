"""organisation.toml → how the posts of a department are spread over grades as a rule."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from auditreport.vocab.own import tables_of


class StaffingRule(NamedTuple):
    """A rule of organisation.toml: how the posts of a department are spread over grades as a rule.

    `least` may be the word `teams`: the number of teams that the report states.
    """

    code: str
    grades: frozenset[str]
    row: str | None
    job_class: str | None
    least: int | str | None
    most: int | None
    filled: bool
    text: dict[str, str]


@cache
def staffing_rules() -> tuple[StaffingRule, ...]:
    """The rules of organisation.toml, the strongest first."""
    return tuple(
        StaffingRule(
            code=rule["code"],
            grades=frozenset(rule["grades"]),
            row=rule.get("row"),
            job_class=rule.get("job_class"),
            least=rule.get("least"),
            most=rule.get("most"),
            filled=rule.get("filled", False),
            text={"ko": rule["ko"], "en": rule["en"]},
        )
        for rule in tables_of("organisation")["rule"]
    )
