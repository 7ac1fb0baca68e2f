"""`auditreport schema`: the published JSON Schemas."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from auditreport.cli.completing import listed, schema_names
from auditreport.cli.exits import ExitCode
from auditreport.cli.options import Debug, Lang
from auditreport.cli.session import Session
from auditreport.render.messages import N_

HELP = N_("Print the JSON Schema of a published type, or list the types.")
EXAMPLE = "auditreport schema fact"

NameArgument = Annotated[
    str | None,
    typer.Argument(
        metavar="[NAME]",
        show_default=False,
        autocompletion=listed(schema_names),
        help=N_("Name of the type. Default: all names are listed."),
    ),
]
WriteOption = Annotated[
    str | None,
    typer.Option("--write", metavar="DIR", help=N_("Write all schemas into this folder. Default: nothing is written.")),
]


def schema(
    ctx: typer.Context,
    name: NameArgument = None,
    write: WriteOption = None,
    lang: Lang = None,
    debug: Debug = False,
) -> int:
    """Run the command; `lang` and `debug` are in the session already."""
    from auditreport.cli.help import columns_of
    from auditreport.cli.output import FileOutput, StandardOutput, refusing
    from auditreport.render.published import PUBLISHED, SUFFIX, schema_summary, schema_text

    session: Session = ctx.obj
    if name is not None and name not in PUBLISHED:
        _ = session.translate
        session.talk.say(
            _("{name}: there is no such schema; choose one of {names}."),
            name=name,
            names=", ".join(PUBLISHED),
        )
        return ExitCode.USAGE
    names = [name] if name is not None else list(PUBLISHED)
    if write is not None:
        folder = Path(write)
        with refusing(write):
            folder.mkdir(parents=True, exist_ok=True)
        for one in names:
            file = FileOutput(folder / f"{one}{SUFFIX}")
            file.write(schema_text(one))
            file.close(keep=True)
        return ExitCode.CLEAN
    if name is not None:
        StandardOutput().write(schema_text(name))
    else:
        width = max(columns_of(one) for one in names)
        StandardOutput().write("".join(f"{one:<{width}}  {schema_summary(one)}\n" for one in names))
    return ExitCode.CLEAN
