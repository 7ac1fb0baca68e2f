"""`auditreport export`: what reports say, as tables for spreadsheets, databases and other programs."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from auditreport.cli.completing import listed, table_names
from auditreport.cli.exits import ExitCode
from auditreport.cli.options import Debug, Lang, SourcesOrStores
from auditreport.cli.reading import Reading, reads
from auditreport.cli.session import Session
from auditreport.render.messages import N_

HELP = N_("Write what reports say as tables, for spreadsheets, databases and other programs.")
EXAMPLE = "auditreport export reports/ -o reports.xlsx"


class Format(StrEnum):
    """Forms of the tables."""

    CSV = "csv"
    XLSX = "xlsx"
    PARQUET = "parquet"
    JSONL = "jsonl"
    SQLITE = "sqlite"
    DATAPACKAGE = "datapackage"


FormatOption = Annotated[
    Format | None,
    typer.Option(
        "-f",
        "--format",
        metavar="csv|xlsx|parquet|jsonl|sqlite|datapackage",
        help=N_("Form of the tables. Default: what the ending of PATH tells, or csv."),
    ),
]
PathOption = Annotated[
    str | None,
    typer.Option(
        "-o",
        "--output",
        metavar="PATH",
        help=N_(
            "Write to this file, or into this folder a file for each table; s3://… and the like where a package for"
            " them is installed. Default: standard output."
        ),
    ),
]
TableOption = Annotated[
    list[str] | None,
    typer.Option(
        "--table",
        metavar="NAME",
        autocompletion=listed(table_names),
        help=N_(
            "Write this table only, such as facts or discrepancies; may be given again."
            " Default: facts where a file holds one table, else all."
        ),
    ),
]
BomOption = Annotated[
    bool,
    typer.Option(
        "--bom", help=N_("Begin CSV files with a byte order mark, by which Excel knows UTF-8. Default: without.")
    ),
]


@reads
def export(
    ctx: typer.Context,
    sources: SourcesOrStores,
    reading: Reading,
    form: FormatOption = None,
    output: PathOption = None,
    table: TableOption = None,
    bom: BomOption = False,
    lang: Lang = None,
    debug: Debug = False,
) -> int:
    """Run the command; `lang` and `debug` are in the session already."""
    from auditreport.cli.exporting import chosen, export_places

    session: Session = ctx.obj
    wanted = chosen(session, form.value if form is not None else None, output, table or (), mark=bom)
    return ExitCode.USAGE if wanted is None else export_places(session, sources, reading, wanted)
