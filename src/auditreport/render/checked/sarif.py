"""One run of the checks → SARIF 2.1.0, as code scanning and editors take it.

Version 2.1.0 with errata 01 of the OASIS standard. Columns count UTF-16 code units. A paged input has no lines: its
place is a page, which stands in the logical location and in `properties`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from auditreport._version import __version__
from auditreport.printable import json_safe, printable
from auditreport.render.checked.places import in_words, named, uri
from auditreport.render.checked.run import CheckRun, main_figure, sentence
from auditreport.render.checked.words import NOTHING_CHECKED
from auditreport.render.reasons import translated
from auditreport.schemas.discrepancy import CheckedInput, Discrepancy, PlacedFigure, Rule, Severity

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
FINGERPRINT = "auditreport/v1"
_LEVELS: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "note"}
_ROOT = "%SRCROOT%"

Object = dict[str, Any]


def check_sarif(run: CheckRun) -> str:
    """The run; discrepancies that a baseline lists are there as `unchanged` and suppressed, the others as `new`."""
    return json_safe(json.dumps(_log(run), ensure_ascii=False, indent=2)) + "\n"


def _log(run: CheckRun) -> Object:
    driver = {
        "name": "auditreport",
        "semanticVersion": __version__,
        "language": run.lang,
        "rules": [_rule(rule, run) for rule in run.rules],
    }
    whole: Object = {
        "tool": {"driver": driver},
        "language": run.lang,
        "columnKind": "utf16CodeUnits",
        "invocations": [_invocation(run)],
        "artifacts": [_artifact(found, run) for found in run.inputs],
        "results": [_result(one, run, is_known=False) for one in run.discrepancies]
        + [_result(one, run, is_known=True) for one in run.known],
    }
    if run.baseline is not None:
        whole["properties"] = {"baseline": run.baseline.model_dump()}
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [whole]}


def _rule(rule: Rule, run: CheckRun) -> Object:
    name, text = run.say(rule.name), run.say(rule.manual)
    return {
        "id": rule.code,
        "shortDescription": {"text": name},
        "fullDescription": {"text": text},
        "help": {"text": text, "markdown": f"**{rule.code} {name}**\n\n{text}"},
    }


# -- inputs -----------------------------------------------------------------------------------------------------------


def _invocation(run: CheckRun) -> Object:
    """Whether all inputs were read, and what was not."""
    notices = list(_notices(run))
    failed = any(found.failure is not None for found in run.inputs)
    return {"executionSuccessful": not failed, "toolExecutionNotifications": notices}


def _notices(run: CheckRun) -> Iterator[Object]:
    _ = run.translate
    for found in run.inputs:
        where = [{"physicalLocation": {"artifactLocation": _location(found.path, run)}}]
        if found.failure is not None:
            reason, step = translated(found.failure.reason, _), translated(found.failure.next_step, _)
            yield {"level": "error", "message": {"text": printable(f"{reason}; {step}.")}, "locations": where}
        elif found.status == "nothing_checked":
            yield {"level": "warning", "message": {"text": _(NOTHING_CHECKED)}, "locations": where}


def _artifact(found: CheckedInput, run: CheckRun) -> Object:
    whole: Object = {"location": _location(found.path, run), "roles": ["analysisTarget"]}
    if found.sha256 is not None:
        whole["hashes"] = {"sha-256": found.sha256}
    facts = {"status": found.status, "facts": found.facts, "equations": found.equations, "confirmed": found.confirmed}
    return {**whole, "properties": facts}


def _location(path: str, run: CheckRun) -> Object:
    address = uri(run, path)
    return {"uri": address} if address.startswith("file:") else {"uri": address, "uriBaseId": _ROOT}


# -- discrepancies ----------------------------------------------------------------------------------------------------


def _result(one: Discrepancy, run: CheckRun, *, is_known: bool) -> Object:
    main = main_figure(one)
    others = [figure for figure in one.figures if main is None or figure.fact != main.fact]
    whole: Object = {
        "ruleId": one.rule,
        "level": _LEVELS[one.severity],
        "message": {"text": _literal(f"{sentence(run, one)} {one.equation.formula}")},
        "locations": [_place(main, one, run)],
        "relatedLocations": [
            {"id": i, **_place(figure, one, run), "message": {"text": _said(figure, one, run)}}
            for i, figure in enumerate(others)
        ],
        "partialFingerprints": {FINGERPRINT: one.fingerprint},
        "properties": _properties(one, run),
    }
    codes = [rule.code for rule in run.rules]
    if one.rule in codes:
        whole["ruleIndex"] = codes.index(one.rule)
    if run.baseline is not None:
        whole["baselineState"] = "unchanged" if is_known else "new"
    if is_known:
        whole["suppressions"] = [{"kind": "external", "status": "accepted"}]
    return whole


def _said(figure: PlacedFigure, one: Discrepancy, run: CheckRun) -> str:
    return _literal(f"{figure.raw} {named(figure, one, run.translate)}")


def _literal(text: str) -> str:
    """Words as they stand: braces would be gaps to fill, and a bracket before a parenthesis a link (3.11.5, 3.11.6)."""
    return printable(text).replace("{", "{{").replace("}", "}}").replace("](", "] (")


def _place(figure: PlacedFigure | None, one: Discrepancy, run: CheckRun) -> Object:
    """A place in a file: line and columns, or the page, or the place in a structured file."""
    physical: Object = {"artifactLocation": _location(one.path, run)}
    if figure is None:
        return {"physicalLocation": physical}
    if figure.line is not None:
        physical["region"] = _region(figure)
    words = ", ".join(word for word in (in_words(figure, run.translate), named(figure, one, run.translate)) if word)
    whole: Object = {"physicalLocation": physical, "logicalLocations": [{"fullyQualifiedName": printable(words)}]}
    if figure.page is not None:
        whole["properties"] = {"page": figure.page}
    return whole


def _region(figure: PlacedFigure) -> Object:
    region: Object = {"startLine": figure.line}
    if figure.column is not None:
        width = len(figure.raw.encode("utf-16-le", "surrogatepass")) // 2
        region |= {"startColumn": figure.column, "endColumn": figure.column + width}
    return region


def _properties(one: Discrepancy, run: CheckRun) -> Object:
    suspects = [
        {
            "fact": suspect.fact,
            "raw": suspect.raw,
            "label": named(suspect, one, run.translate),
            "instead": suspect.instead_printed,
        }
        for suspect in one.suspects
    ]
    whole: Object = {
        "severity": one.severity,
        "formula": one.equation.formula,
        "difference": one.difference,
        "unit": one.unit,
        "suspects": suspects,
        "excuses": [run.say(excuse) for excuse in one.excuses],
        "related": [equation.formula for equation in one.related],
    }
    if one.pages:
        whole["pages"] = list(one.pages)
    return whole
