"""One run of the checks → JUnit XML: a suite for each input, a case for each rule that found equations in it."""

from __future__ import annotations

from collections import Counter
from xml.etree import ElementTree as ET

from auditreport.printable import printable
from auditreport.render.checked.places import address
from auditreport.render.checked.run import CheckRun, main_figure, sentence
from auditreport.render.checked.words import NOTHING_CHECKED, SEVERITY_WORDS
from auditreport.render.reasons import translated
from auditreport.schemas.discrepancy import CheckedInput, Discrepancy


def check_junit(run: CheckRun) -> str:
    """The run; what does not make it fail stands in the output of its case, and an input not checked is an error."""
    root = ET.Element("testsuites", name="auditreport")
    for found in run.inputs:
        root.append(_suite(found, run))
    for name in ("tests", "failures", "errors"):
        root.set(name, str(sum(int(suite.get(name, "0")) for suite in root)))
    ET.indent(root)
    return f"<?xml version='1.0' encoding='UTF-8'?>\n{ET.tostring(root, encoding='unicode')}\n"


def _suite(found: CheckedInput, run: CheckRun) -> ET.Element:
    suite = ET.Element("testsuite", name=printable(found.path))
    equations = Counter(equation.rule for equation in run.equations if equation.path == found.path)
    for code in sorted(equations):
        _case(suite, code, found, run)
    if found.status != "checked":
        _unchecked(suite, found, run)
    suite.set("tests", str(len(suite)))
    suite.set("failures", str(len(suite.findall("testcase/failure"))))
    suite.set("errors", str(len(suite.findall("testcase/error"))))
    suite.set("skipped", "0")
    return suite


def _case(suite: ET.Element, code: str, found: CheckedInput, run: CheckRun) -> None:
    name = printable(f"{code} {run.rule(code)}")
    case = ET.SubElement(suite, "testcase", classname=printable(found.path), name=name)
    own = [one for one in run.of(found) if one.rule == code]
    failing = [one for one in own if one.severity in run.fails]
    if failing:
        more = f" (+{len(failing) - 1})" if len(failing) > 1 else ""
        failure = ET.SubElement(
            case, "failure", type=failing[0].severity, message=printable(_said(failing[0], run)) + more
        )
        failure.text = "\n".join(_line(one, run) for one in failing)
    others = [one for one in own if one.severity not in run.fails]
    if others:
        ET.SubElement(case, "system-out").text = "\n".join(_line(one, run) for one in others)


def _unchecked(suite: ET.Element, found: CheckedInput, run: CheckRun) -> None:
    _ = run.translate
    text, kind = _(NOTHING_CHECKED), "nothing_checked"
    if found.failure is not None:
        reason, step = translated(found.failure.reason, _), translated(found.failure.next_step, _)
        text, kind = f"{reason}; {step}.", "unreadable"
    case = ET.SubElement(suite, "testcase", classname=printable(found.path), name=kind)
    ET.SubElement(case, "error", type=kind, message=printable(text))


def _said(one: Discrepancy, run: CheckRun) -> str:
    return f"{sentence(run, one)} {one.equation.formula}"


def _line(one: Discrepancy, run: CheckRun) -> str:
    """A discrepancy in a line: its place, its severity, what does not hold."""
    _ = run.translate
    place = address(one, main_figure(one), _)
    return printable(f"{place}: {_(SEVERITY_WORDS[one.severity])}: {_said(one, run)} [{one.fingerprint}]")
