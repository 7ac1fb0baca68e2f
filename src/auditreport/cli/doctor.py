"""`auditreport doctor`: which readers are there, and what installs the others."""

from __future__ import annotations

import platform
from enum import StrEnum
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING, Annotated

import typer

from auditreport._version import __version__
from auditreport.cli.exits import ExitCode
from auditreport.cli.options import Debug, Lang
from auditreport.cli.session import Session
from auditreport.render.messages import N_

if TYPE_CHECKING:
    from auditreport.parsers.formats.installed import Reader

HELP = N_("Show which formats can be read here, with the versions of libraries, and what installs a missing one.")
EXAMPLE = "auditreport doctor"

# What is done with reports that were read, and the packages for it: their versions belong into reports of mistakes.
_OTHERS = {
    N_("a store of reports"): ("duckdb",),
    N_("tables to export"): ("pyarrow", "xlsxwriter"),
    N_("a comparison"): ("jinja2", "vl-convert-python", "numpy", "rapidfuzz", "lapx"),
}
_CLUSTER = N_("a Dask cluster")


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
    others = _others()
    versions = {"auditreport": __version__, "python": platform.python_version(), "system": platform.platform()}
    match form:
        case Format.TABLE:
            rows = [(name, "", version) for name, version in versions.items()]
            text = _table([*rows, ("", "", ""), *health_rows((*readers, *others), session.translate)])
        case Format.JSON:
            text = f"{health_json(versions, readers, others)}\n"
    StandardOutput().write(text)
    return ExitCode.CLEAN if all(one.is_whole or one.is_optional for one in readers) else ExitCode.UNREADABLE


def _others() -> tuple[Reader, ...]:
    """What comes after reading, told by the versions alone: nothing of it is imported."""
    from auditreport.parsers.formats.installed import Reader
    from auditreport.parsers.formats.ocr import Need

    def need(package: str, install: str) -> Need:
        try:
            return Need(package, version(package), install)
        except PackageNotFoundError:
            return Need(package, None, install)

    others = [
        Reader(name, tuple(need(package, f"pip install --force-reinstall {package}") for package in packages))
        for name, packages in _OTHERS.items()
    ]
    cluster = Reader(_CLUSTER, (need("distributed", "pip install 'auditreport[dask]'"),), is_optional=True)
    return (*others, cluster)


def _table(rows: list[tuple[str, str, str]]) -> str:
    from auditreport.cli.help import columns_of

    first, second = (max(columns_of(row[i]) for row in rows) for i in (0, 1))
    lines = []
    for one, other, rest in rows:
        padded = one + " " * (first - columns_of(one)), other + " " * (second - columns_of(other))
        lines.append(f"{padded[0]}  {padded[1]}  {rest}".rstrip() + "\n")
    return "".join(lines)
