"""Arguments and options that several commands take, each with its text."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from auditreport.render.messages import N_


class Language(StrEnum):
    """Languages to talk in."""

    KOREAN = "ko"
    ENGLISH = "en"


Sources = Annotated[
    list[str],
    typer.Argument(
        metavar="SRC...",
        show_default=False,
        help=N_("Files, folders (all reports below them, hidden files left out) or - for standard input."),
    ),
]
SourcesOrStores = Annotated[
    list[str],
    typer.Argument(
        metavar="SRC...",
        show_default=False,
        help=N_(
            "Files, folders (all reports below them, hidden files left out), stores that ingest has made,"
            " or - for standard input."
        ),
    ),
]
Output = Annotated[
    str | None,
    typer.Option(
        "-o",
        "--output",
        metavar="PATH",
        help=N_("Write to this file, or into this folder one file for each input. Default: standard output."),
    ),
]
Lang = Annotated[
    Language | None,
    typer.Option("--lang", metavar="ko|en", help=N_("Language of messages and tables. Default: that of the locale.")),
]
Debug = Annotated[
    bool,
    typer.Option("--debug", help=N_("Show the traceback when auditreport itself fails. Default: a sentence only.")),
]
StoreOption = Annotated[
    str,
    typer.Option("--store", metavar="FILE", help=N_("The store of reports. Default: reports.duckdb.")),
]
WaitOption = Annotated[
    int,
    typer.Option(
        min=0, max=1_000_000, metavar="N", help=N_("Wait for others who use the store, in seconds. Default: 60.")
    ),
]
