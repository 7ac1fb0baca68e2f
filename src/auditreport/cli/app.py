"""Words on the command line → one command, run; whatever happens ends in an exit code."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)


@app.callback()
def root() -> None:
    """Read Korean local-government work reports."""


@app.command()
def facts(sources: Annotated[list[Path], typer.Argument(metavar="SRC...")]) -> None:
    """Print every figure."""
    from auditreport.errors import UnreadableInput
    from auditreport.pipeline import read_path

    code = 0
    for path in sources:
        try:
            read = read_path(path)
        except UnreadableInput as error:
            print(error, file=sys.stderr)
            code = 3
            continue
        rows = "".join(f"{fact.model_dump_json()}\n" for fact in read.facts)
        sys.stdout.buffer.write(rows.encode("utf-8"))
        sys.stdout.buffer.flush()
    raise typer.Exit(code)


def main() -> None:
    """Run the command that the words of the command line name."""
    app(prog_name="auditreport")
