"""`auditreport explain`: why a figure of a report says what it says."""

from __future__ import annotations

import sys
from collections.abc import Callable
from enum import StrEnum
from typing import Annotated

import typer

from auditreport.cli.exits import ExitCode
from auditreport.cli.options import Debug, Lang
from auditreport.cli.reading import Reading, reads
from auditreport.cli.session import Session
from auditreport.render.messages import N_

HELP = N_("Explain figures of a report: where they stand, what proves them, which columns are possible.")
EXAMPLE = "auditreport explain report.txt 69"


class Format(StrEnum):
    """Forms of the output."""

    TEXT = "text"
    JSON = "json"


SourceArgument = Annotated[
    str, typer.Argument(metavar="SRC", show_default=False, help=N_("The report, or - for standard input."))
]
TargetArgument = Annotated[
    str,
    typer.Argument(
        metavar="TARGET",
        show_default=False,
        help=N_("A line (68), a page (p3), or the id of a fact or its beginning, as `facts` prints it."),
    ),
]
FormatOption = Annotated[
    Format, typer.Option("-f", "--format", metavar="text|json", help=N_("Text to read, or JSON. Default: text."))
]


@reads
def explain(
    ctx: typer.Context,
    source: SourceArgument,
    target: TargetArgument,
    reading: Reading,
    form: FormatOption = Format.TEXT,
    lang: Lang = None,
    debug: Debug = False,
) -> int:
    """Run the command; `lang` and `debug` are in the session already."""
    from auditreport.cli.output import StandardOutput
    from auditreport.errors import UnreadableInput
    from auditreport.pipeline import explain as explain_facts
    from auditreport.pipeline import find_places, read_bytes, select
    from auditreport.render.explained import explained_json, explained_text
    from auditreport.schemas.failure import Failure

    session: Session = ctx.obj
    _ = session.translate
    places = find_places([source], lambda: b"" if sys.stdin is None else sys.stdin.buffer.read())
    if any(place.is_folder for place in places):
        session.talk.say(_("{name}: this is a folder; name one report in it."), name=source)
        return ExitCode.USAGE
    [found] = places[0].inputs
    try:
        read = read_bytes(found.load(), found.label, reading.limits)
    except UnreadableInput as error:
        session.talk.unreadable(Failure(name=found.name, reason=error.reason, next_step=error.next_step))
        return ExitCode.UNREADABLE
    chosen = select(read.facts, target)
    if not chosen:
        lines = sorted({fact.source.line for fact in read.facts if fact.source.line is not None})
        session.talk.say(_nothing(_, lines), name=source, target=target, lines=_near(lines, target))
        return ExitCode.USAGE
    explanations = explain_facts(read, chosen)
    match form:
        case Format.TEXT:
            text = explained_text(found.name, explanations, _, session.talk.lang)
        case Format.JSON:
            text = explained_json(found.name, explanations)
    StandardOutput().write(text)
    return ExitCode.CLEAN


def _nothing(translate: Callable[[str], str], lines: list[int]) -> str:
    _ = translate
    if lines:
        return _("{name}: no figure was read at {target}; figures stand on lines {lines}.")
    return _("{name}: no figure was read at {target}; `auditreport facts` lists what was read, with its ids.")


def _near(lines: list[int], target: str) -> str:
    """The lines with figures that are nearest to the one asked for."""
    at = int(target) if target.isdigit() else 0
    return ", ".join(str(line) for line in sorted(sorted(lines, key=lambda line: abs(line - at))[:8]))
