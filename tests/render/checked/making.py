"""Runs of the checks made by hand, for the tests of their outputs."""

from __future__ import annotations

from typing import Any

from auditreport.render.checked import CheckRun
from auditreport.render.messages import translator
from auditreport.schemas.discrepancy import (
    Bounds,
    CheckedInput,
    Discrepancy,
    Equation,
    Message,
    PlacedFigure,
    Rule,
    Severity,
    Suspect,
)
from auditreport.schemas.failure import Failure

PATH = "reports/a.txt"
FINGERPRINT = "6801deb93326a6a5"


def equation(rule: str = "AR203", formula: str = "426,900 − 345,789 ≠ 81,711", **other: Any) -> Equation:
    fields: dict[str, Any] = {
        "id": "e1",
        "rule": rule,
        "formula": formula,
        "facts": ("f1", "f2", "f3"),
        "class_": "inconsistent",
        "expected": Bounds(low="81111000", high="81111000"),
        "stated": "81711000",
        "path": PATH,
        "lines": (22,),
    }
    return Equation(**{**fields, **other})


def place(raw: str, at: int, fact: str, **other: Any) -> dict[str, Any]:
    fields = {"fact": fact, "raw": raw, "label": "자원봉사 지원", "concept": "budget.balance", "line": 22}
    return {**fields, "column": at, **other}


def discrepancy(severity: Severity = "error", **other: Any) -> Discrepancy:
    """81,711 should be 81,111; `place` for other places of its figures."""
    where = other.pop("place", {})
    own = equation(**other.pop("equation", {}))
    fields: dict[str, Any] = {
        "rule": own.rule,
        "severity": severity,
        "message": Message(ko=f"맞지 않습니다. {own.formula}", en=f"It does not hold. {own.formula}"),
        "path": own.path,
        "lines": own.lines,
        "facts": ("f3",),
        "difference": "600000",
        "unit": "KRW",
        "fingerprint": FINGERPRINT,
        "equation": own,
        "figures": tuple(
            PlacedFigure(**place(raw, at, fact, **where))
            for raw, at, fact in (("426,900", 18, "f1"), ("345,789", 41, "f2"), ("81,711", 52, "f3"))
        ),
        "suspects": (Suspect(**place("81,711", 52, "f3", **where), instead="81111000", instead_printed="81,111천원"),),
    }
    return Discrepancy(**{**fields, **other})


def checked(path: str = PATH, **other: Any) -> CheckedInput:
    fields: dict[str, Any] = {"sha256": "0" * 64, "status": "checked", "facts": 49, "equations": 26, "confirmed": 48}
    return CheckedInput(path=path, **{**fields, **other})


def unreadable(path: str = "none.txt") -> CheckedInput:
    failure = Failure(name=path, reason="there is no such file", next_step="check the path")
    return CheckedInput(path=path, status="unreadable", failure=failure)


def check_run(*found: Discrepancy, inputs: tuple[CheckedInput, ...] = (), lang: str = "en", **other: Any) -> CheckRun:
    """A run that applied AR201 and AR203 and found these; its folder is `/reports of/2024`."""
    rules = tuple(
        Rule(
            code=code, name=Message(ko=f"{code} 이름", en=f"name of {code}"), manual=Message(ko="설명", en="what it is")
        )
        for code in ("AR201", "AR203")
    )
    return CheckRun(
        inputs=inputs or (checked(),),
        equations=other.pop("equations", tuple(one.equation for one in found)),
        discrepancies=found,
        rules=rules,
        lang=lang,
        translate=translator(lang),
        folder="/home of/2024",
        **other,
    )
