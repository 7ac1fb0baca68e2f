"""`auditreport check`: where reports contradict themselves."""

from __future__ import annotations

import sys
from contextlib import ExitStack
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from auditreport.cli.completing import listed, rule_codes
from auditreport.cli.exits import ExitCode, worst
from auditreport.cli.options import Debug, Lang, SourcesOrStores
from auditreport.cli.reading import Reading, reads
from auditreport.cli.session import Session
from auditreport.render.messages import N_

if TYPE_CHECKING:
    from auditreport.cli.checking import Outcome
    from auditreport.cli.output import Output
    from auditreport.render.checked import CheckRun
    from auditreport.schemas.discrepancy import Severity

HELP = N_("Recompute what reports claim, and show where they contradict themselves.")
EXAMPLE = "auditreport check report.txt"


class Format(StrEnum):
    """Forms of the output."""

    TEXT = "text"
    JSON = "json"
    SARIF = "sarif"
    JUNIT = "junit"
    GITHUB = "github"
    MARKDOWN = "markdown"


class FailOn(StrEnum):
    """What makes a run fail."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"
    NEVER = "never"


FormatOption = Annotated[
    Format,
    typer.Option(
        "-f",
        "--format",
        metavar="text|json|sarif|junit|github|markdown",
        help=N_("Text to read, or a form for programs and CI. Default: text."),
    ),
]
FileOption = Annotated[
    str | None,
    typer.Option("-o", "--output", metavar="FILE", help=N_("Write to this file. Default: standard output.")),
]
AlsoOption = Annotated[
    list[str] | None,
    typer.Option(
        metavar="FORM=FILE", help=N_("Write a further form of the output, as in sarif=check.sarif. Default: none.")
    ),
]
EquationsOption = Annotated[
    bool,
    typer.Option(
        "--equations", help=N_("List all equations that were tested, in text and JSON. Default: those that fail.")
    ),
]
AllOption = Annotated[
    bool, typer.Option("--all", help=N_("Show notes and long lists of the text whole. Default: counts of notes."))
]
FailOnOption = Annotated[
    FailOn,
    typer.Option(
        "--fail-on",
        metavar="error|warning|info|never",
        help=N_("Exit with 1 from this severity on. Default: error."),
    ),
]
SelectOption = Annotated[
    list[str] | None,
    typer.Option(
        metavar="CODES",
        autocompletion=listed(rule_codes),
        help=N_("Apply these rules only: codes or their beginnings, as in AR1,AR203. Default: all."),
    ),
]
IgnoreOption = Annotated[
    list[str] | None,
    typer.Option(
        metavar="CODES",
        autocompletion=listed(rule_codes),
        help=N_("Leave these rules out, given in the same way. Default: none."),
    ),
]
BaselineOption = Annotated[
    str | None,
    typer.Option(metavar="FILE", help=N_("Hide the discrepancies that this file lists. Default: none are hidden.")),
]
WriteBaselineOption = Annotated[
    str | None,
    typer.Option(
        metavar="FILE",
        help=N_("Write the discrepancies into this file, to be hidden later. Default: nothing is written."),
    ),
]


@reads
def check(
    ctx: typer.Context,
    sources: SourcesOrStores,
    reading: Reading,
    form: FormatOption = Format.TEXT,
    output: FileOption = None,
    also: AlsoOption = None,
    equations: EquationsOption = False,
    show_all: AllOption = False,
    fail_on: FailOnOption = FailOn.ERROR,
    select: SelectOption = None,
    ignore: IgnoreOption = None,
    baseline: BaselineOption = None,
    write_baseline: WriteBaselineOption = None,
    lang: Lang = None,
    debug: Debug = False,
) -> int:
    """Run the command; `lang` and `debug` are in the session already."""
    from auditreport.cli.checking import check_places
    from auditreport.cli.choosing import chosen_codes, further_forms, known_discrepancies
    from auditreport.cli.output import is_terminal
    from auditreport.cli.run import read_stdin
    from auditreport.cli.targets import paths_of, writing
    from auditreport.pipeline import find_places

    session: Session = ctx.obj
    codes = chosen_codes(session, select or (), ignore or ())
    known = known_discrepancies(session, baseline)
    further = further_forms(session, also or (), [one.value for one in Format])
    if codes is None or further is None or (known is None and baseline is not None):
        return ExitCode.USAGE
    places = find_places(sources, read_stdin)
    with ExitStack() as files:

        def at(path: str | None) -> Output:
            return files.enter_context(writing(path, paths_of(places)))

        targets = [(form, at(output)), *((Format(name), at(path)) for name, path in further)]
        listing = at(write_baseline) if write_baseline is not None else None
        outcome = check_places(session, places, reading, codes, _fails(fail_on), known)
        for one, target in targets:
            on_terminal = target is targets[0][1] and output is None and is_terminal(sys.stdout)
            target.write(_text(one, outcome.run, equations=equations, show_all=show_all, on_terminal=on_terminal))
        if listing is not None:
            listing.write(_baseline(outcome))
    return worst(set(outcome.codes))


def _fails(fail_on: FailOn) -> frozenset[Severity]:
    from auditreport.render.checked.run import SEVERITIES

    if fail_on is FailOn.NEVER:
        return frozenset()
    return frozenset(SEVERITIES[: SEVERITIES.index(fail_on.value) + 1])


def _baseline(outcome: Outcome) -> str:
    """What was found now, new or known, and the entries of the old baseline for what was not checked."""
    from auditreport.checks import make_baseline
    from auditreport.render.checked.data import baseline_json

    run = outcome.run
    return baseline_json(make_baseline((*run.discrepancies, *run.known), outcome.kept))


def _text(form: Format, run: CheckRun, *, equations: bool, show_all: bool, on_terminal: bool) -> str:
    from dataclasses import replace

    run = replace(run, folder=Path.cwd().as_posix())
    match form:
        case Format.TEXT:
            from auditreport.cli.console import make_console, width_of
            from auditreport.render.checked.text import check_text

            return check_text(
                run,
                make_console(width_of(is_terminal=on_terminal), is_terminal=on_terminal),
                show_all=show_all,
                equations=equations,
            )
        case Format.JSON:
            from auditreport.render.checked.data import check_json

            return check_json(run, equations=equations)
        case Format.SARIF:
            from auditreport.render.checked.sarif import check_sarif

            return check_sarif(run)
        case Format.JUNIT:
            from auditreport.render.checked.junit import check_junit

            return check_junit(run)
        case Format.GITHUB:
            from auditreport.render.checked.github import check_github

            return check_github(run)
        case Format.MARKDOWN:
            from auditreport.render.checked.markdown import check_markdown

            return check_markdown(run)
