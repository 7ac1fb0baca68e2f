"""`auditreport parse`: what reports say, as tables to read or as data."""

from __future__ import annotations

import sys
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from auditreport.cli.options import Debug, Lang, Output, Sources
from auditreport.cli.reading import Reading, reads
from auditreport.cli.session import Session
from auditreport.render.messages import N_

if TYPE_CHECKING:
    from auditreport.cli.targets import MakeWriter

HELP = N_("Show what reports say: who reports, staffing, budget, programmes with their results and needs.")
EXAMPLE = "auditreport parse report.txt"


class Format(StrEnum):
    """Forms of the output."""

    SUMMARY = "summary"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"


FormatOption = Annotated[
    Format,
    typer.Option(
        "-f",
        "--format",
        metavar="summary|json|jsonl|csv",
        help=N_(
            "Tables to read (summary), one JSON object for all (json), one for each document (jsonl),"
            " or the figures as a table (csv). Default: summary."
        ),
    ),
]
AllOption = Annotated[
    bool, typer.Option("--all", help=N_("Show long lists of the summary whole. Default: their beginnings."))
]


@reads
def parse(
    ctx: typer.Context,
    sources: Sources,
    reading: Reading,
    form: FormatOption = Format.SUMMARY,
    output: Output = None,
    show_all: AllOption = False,
    lang: Lang = None,
    debug: Debug = False,
) -> int:
    """Run the command; `lang` and `debug` are in the session already."""
    from auditreport.cli.run import run

    session: Session = ctx.obj
    writer = _writer(form, session, show_all, to_file=output is not None)
    return run(session, sources, output, writer, reading)


def _writer(form: Format, session: Session, show_all: bool, *, to_file: bool) -> MakeWriter:
    from auditreport.render.writers import CsvWriter, JsonLinesWriter, JsonWriter

    match form:
        case Format.SUMMARY:
            return _summary(session, show_all, to_file)
        case Format.JSON:
            return JsonWriter
        case Format.JSONL:
            return JsonLinesWriter
        case Format.CSV:
            return CsvWriter


def _summary(session: Session, show_all: bool, to_file: bool) -> MakeWriter:
    from auditreport.cli.console import make_console, width_of
    from auditreport.cli.output import is_terminal
    from auditreport.render.summary import Summary, SummaryWriter

    on_terminal = not to_file and is_terminal(sys.stdout)
    console = partial(make_console, width_of(is_terminal=on_terminal), is_terminal=on_terminal)
    return partial(SummaryWriter, Summary(console, session.talk.lang, show_all))
