"""`auditreport doctor`: which readers are there, and what installs the others."""

from __future__ import annotations

import platform
from enum import StrEnum
from typing import Annotated

import typer

from auditreport._version import __version__
from auditreport.cli.exits import ExitCode
from auditreport.cli.options import Debug, Lang
from auditreport.cli.session import Session
from auditreport.render.messages import N_

HELP = N_("Show which formats can be read here, with the versions of libraries, and what installs a missing one.")
EXAMPLE = "auditreport doctor"


class Format(StrEnum):
    """Forms of the output."""

    TABLE = "table"
    JSON = "json"


FormatOption = Annotated[
    Format,
    typer.Option("-f", "--format", metavar="table|json", help=N_("A table to read, or JSON. Default: table.")),
]


def doctor(ctx: typer.Context, form: FormatOption = Format.TABLE, lang: Lang = None, debug: Debug = False) -> int:
    """Run the command; `lang` and `debug` are in the session already."""
    from auditreport.cli.output import StandardOutput
    from auditreport.parsers.formats.installed import find_readers
    from auditreport.render.health import health_json, health_rows

    session: Session = ctx.obj
    readers = find_readers()
    versions = {"auditreport": __version__, "python": platform.python_version(), "system": platform.platform()}
    match form:
        case Format.TABLE:
            rows = [(name, "", version) for name, version in versions.items()]
            text = _table([*rows, ("", "", ""), *health_rows(readers, session.translate)])
        case Format.JSON:
            text = f"{health_json(versions, readers)}\n"
    StandardOutput().write(text)
    return ExitCode.CLEAN if all(reader.is_whole or reader.is_optional for reader in readers) else ExitCode.UNREADABLE


def _table(rows: list[tuple[str, str, str]]) -> str:
    from auditreport.cli.help import columns_of

    first, second = (max(columns_of(row[i]) for row in rows) for i in (0, 1))
    lines = []
    for one, other, rest in rows:
        padded = one + " " * (first - columns_of(one)), other + " " * (second - columns_of(other))
        lines.append(f"{padded[0]}  {padded[1]}  {rest}".rstrip() + "\n")
    return "".join(lines)
