"""`auditreport sql`: a question in SQL to a store."""

from __future__ import annotations

from enum import StrEnum
from functools import partial
from typing import Annotated

import typer

from auditreport.cli.exits import ExitCode
from auditreport.cli.options import Debug, Lang, StoreOption, WaitOption
from auditreport.cli.session import Session
from auditreport.render.messages import N_

HELP = N_("Ask a store in SQL; nothing can be changed that way.")
EXAMPLE = 'auditreport sql "SELECT district, department, facts FROM latest_report"'


class Format(StrEnum):
    """Forms of the answer."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"


QueryArgument = Annotated[
    str,
    typer.Argument(
        metavar="QUERY",
        show_default=False,
        help=N_(
            'One statement in the SQL of DuckDB; "SHOW TABLES" lists the tables, "DESCRIBE facts" the columns of one.'
        ),
    ),
]
FormatOption = Annotated[
    Format,
    typer.Option("-f", "--format", metavar="table|csv|json", help=N_("A table to read, CSV or JSON. Default: table.")),
]
FileOption = Annotated[
    str | None,
    typer.Option("-o", "--output", metavar="FILE", help=N_("Write to this file. Default: standard output.")),
]


def sql(
    ctx: typer.Context,
    query: QueryArgument,
    store: StoreOption = "reports.duckdb",
    form: FormatOption = Format.TABLE,
    output: FileOption = None,
    wait: WaitOption = 60,
    lang: Lang = None,
    debug: Debug = False,
) -> int:
    """Run the command; `lang` and `debug` are in the session already."""
    import os
    from pathlib import Path

    from auditreport.cli.targets import writing
    from auditreport.errors import StoreError
    from auditreport.render import queried
    from auditreport.store.querying import query as ask
    from auditreport.store.reading import reading

    session: Session = ctx.obj
    lines = {Format.TABLE: queried.table, Format.CSV: queried.csv_lines, Format.JSON: queried.json_lines}[form]
    path = Path(store)
    try:
        with reading(path, float(wait), partial(session.talk.waiting, store)) as opened:
            answer = ask(opened, query)
            with writing(output, {os.path.realpath(path)}) as target:
                for line in lines(answer.columns, answer.rows):
                    target.write(line)
    except StoreError as error:
        session.talk.store(error)
        return ExitCode.USAGE
    return ExitCode.CLEAN
