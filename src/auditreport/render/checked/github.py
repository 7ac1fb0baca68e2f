"""One run of the checks → workflow commands that GitHub shows as annotations beside the lines of a file."""

from __future__ import annotations

from collections.abc import Iterator

from auditreport.printable import printable
from auditreport.render.checked.places import in_words, relative_path
from auditreport.render.checked.run import CheckRun, main_figure, sentence
from auditreport.render.checked.words import NOTHING_CHECKED
from auditreport.render.reasons import translated
from auditreport.schemas.discrepancy import Discrepancy, Severity

_COMMANDS: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "notice"}


def check_github(run: CheckRun) -> str:
    """A line for each discrepancy, and for each input that was not checked."""
    return "".join(f"{line}\n" for line in _lines(run))


def _lines(run: CheckRun) -> Iterator[str]:
    _ = run.translate
    for found in run.inputs:
        path = {"file": relative_path(found.path, run.folder)}
        if found.failure is not None:
            reason, step = translated(found.failure.reason, _), translated(found.failure.next_step, _)
            yield _command("error", path, f"{reason}; {step}.")
        elif found.status == "nothing_checked":
            yield _command("warning", path, _(NOTHING_CHECKED))
    for one in run.discrepancies:
        yield _annotation(one, run)


def _annotation(one: Discrepancy, run: CheckRun) -> str:
    figure = main_figure(one)
    where: dict[str, object] = {"file": relative_path(one.path, run.folder)}
    message = f"{sentence(run, one)} {one.equation.formula}"
    if figure is not None and figure.line is not None:
        where["line"] = figure.line
        if figure.column is not None:
            where |= {"col": figure.column, "endColumn": figure.column + len(figure.raw)}
    elif figure is not None:
        # An input without lines: its place is part of the words.
        message = f"{in_words(figure, run.translate)}: {message}"
    title = " ".join(word for word in (one.rule, run.rule(one.rule)) if word)
    return _command(_COMMANDS[one.severity], {**where, "title": title}, message)


def _command(name: str, properties: dict[str, object] | dict[str, str], message: str) -> str:
    """A workflow command; what would end a property or the line is escaped, and controls are shown."""
    given = ",".join(f"{key}={_property(str(value))}" for key, value in properties.items())
    return f"::{name} {given}::{_data(message)}"


def _data(text: str) -> str:
    return printable(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
