"""Words on the command line → one command, run; whatever happens ends in an exit code."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from typing import Annotated

import typer

from auditreport._version import __version__
from auditreport.cli import check, claims, compare, doctor, explain, export, facts, ingest, parse, rules, schema, sql
from auditreport.cli.exits import ExitCode
from auditreport.cli.help import Command, Group
from auditreport.cli.language import language_of
from auditreport.cli.options import Debug, Lang
from auditreport.cli.output import ClosedPipeError, OutputError
from auditreport.cli.session import Session
from auditreport.cli.talk import Talk
from auditreport.cli.usage import UsageError, usage_sentence
from auditreport.errors import UnusableScheduler, WrongVocabulary
from auditreport.render.messages import N_

NAME = "auditreport"
HELP = N_("Read Korean local-government work reports and print what they state, every figure with its place.")

COMMANDS = (
    (parse.parse, parse.HELP, parse.EXAMPLE),
    (facts.facts, facts.HELP, facts.EXAMPLE),
    (export.export, export.HELP, export.EXAMPLE),
    (check.check, check.HELP, check.EXAMPLE),
    (compare.compare, compare.HELP, compare.EXAMPLE),
    (claims.claims, claims.HELP, claims.EXAMPLE),
    (explain.explain, explain.HELP, explain.EXAMPLE),
    (ingest.ingest, ingest.HELP, ingest.EXAMPLE),
    (sql.sql, sql.HELP, sql.EXAMPLE),
    (schema.schema, schema.HELP, schema.EXAMPLE),
    (doctor.doctor, doctor.HELP, doctor.EXAMPLE),
)

app = typer.Typer(
    cls=Group,
    help=HELP,
    epilog=parse.EXAMPLE,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
for _function, _help, _example in COMMANDS:
    app.command(cls=Command, help=_help, epilog=_example)(_function)
app.add_typer(rules.rules, name="rules")


def _show_version(ctx: typer.Context, wanted: bool) -> None:
    # While a shell completes the words, nothing is shown.
    if wanted and not ctx.resilient_parsing:
        print(f"{NAME} {__version__}")
        raise typer.Exit


VersionOption = Annotated[
    bool, typer.Option("--version", callback=_show_version, is_eager=True, help=N_("Show the version."))
]


@app.callback()
def root(version: VersionOption = False, lang: Lang = None, debug: Debug = False) -> None:
    """Take what stands before the command; all of it is in the session already."""


def main(words: Sequence[str] | None = None) -> int:
    """Run the command that the words name, and return its exit code; without words, those of the process."""
    words = sys.argv[1:] if words is None else list(words)
    _start_quickly()
    talk = Talk(language_of(words, os.environ))
    debug = "--debug" in words or os.environ.get("AUDITREPORT_DEBUG", "0") not in ("", "0")
    try:
        return _run(words, Session(talk, debug))
    except ClosedPipeError:
        # Nothing may be flushed into the closed pipe on leaving.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return ExitCode.CLOSED_PIPE
    except Exception as error:  # noqa: BLE001 - the last line of defence: a sentence instead of a traceback
        from traceback import format_exception

        talk.broken(NAME, type(error).__name__, "".join(format_exception(error)) if debug else "")
        return ExitCode.INTERNAL


def _start_quickly() -> None:
    """Leave out what a short run does not need: plug-ins for pydantic, and most searches for garbage.

    Nearly all that a run makes is kept to its end, so that looking through it again and again finds nothing; what many
    files leave behind is still collected, only later. Plug-ins could not change what is read, but are searched for in
    all installed packages.
    """
    gc.set_threshold(100_000, 20, 20)
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")


def _run(words: list[str], session: Session) -> int:
    command = typer.main.get_command(app)
    try:
        # Without any word there is nothing to do, but to show what could be done.
        code = command.main(args=words or ["--help"], prog_name=NAME, standalone_mode=False, obj=session)
        return int(code or ExitCode.CLEAN) if words else ExitCode.USAGE
    except OutputError as error:
        session.talk.refused(error.name, error.reason)
        return ExitCode.USAGE
    except (UnusableScheduler, WrongVocabulary) as error:
        session.talk.wrong(error)
        return ExitCode.USAGE
    except UsageError as error:
        sentence, gaps = usage_sentence(error, session.translate)
        session.talk.say(sentence, **gaps)
        return ExitCode.USAGE
    except (KeyboardInterrupt, typer.Abort) as error:
        if isinstance(error.__cause__, EOFError):
            # It is taken for the end of what is typed, but nothing is asked for here: some file was too short.
            raise error.__cause__ from None
        return ExitCode.INTERRUPTED
