"""`auditreport claims`: what reports say of the figures of an article."""

from __future__ import annotations

import sys
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from auditreport.cli.exits import ExitCode, worst
from auditreport.cli.options import Debug, Lang
from auditreport.cli.reading import Reading, reads
from auditreport.cli.session import Session
from auditreport.render.messages import N_

if TYPE_CHECKING:
    from auditreport.schemas.claims import ClaimsOutput

HELP = N_("Test each figure of a press article against reports; where they do not tell, say so.")
EXAMPLE = "auditreport claims article.txt --against reports/"


class Format(StrEnum):
    """Forms of the output."""

    TABLE = "table"
    JSON = "json"


ArticleArgument = Annotated[
    list[str],
    typer.Argument(
        metavar="ARTICLE [REPORT...]",
        show_default=False,
        help=N_("The article, a file or - for standard input; what stands behind it are reports."),
    ),
]
AgainstOption = Annotated[
    list[str] | None,
    typer.Option(
        metavar="SRC",
        help=N_("Test against this report, or all reports below this folder; may be given again. Default: none."),
    ),
]
FormatOption = Annotated[
    Format,
    typer.Option("-f", "--format", metavar="table|json", help=N_("Text to read, or JSON. Default: table.")),
]
FileOption = Annotated[
    str | None,
    typer.Option("-o", "--output", metavar="FILE", help=N_("Write to this file. Default: standard output.")),
]


@reads
def claims(
    ctx: typer.Context,
    article: ArticleArgument,
    reading: Reading,
    against: AgainstOption = None,
    form: FormatOption = Format.TABLE,
    output: FileOption = None,
    lang: Lang = None,
    debug: Debug = False,
) -> int:
    """Run the command; `lang` and `debug` are in the session already."""
    from auditreport.cli.run import read_stdin
    from auditreport.cli.targets import paths_of, writing
    from auditreport.cli.testing import test_places
    from auditreport.pipeline import find_places

    session: Session = ctx.obj
    _ = session.translate
    first, *rest = find_places([*article, *(against or ())], read_stdin)
    if not rest:
        session.talk.say(_("There is nothing to test the article against; name reports with --against."))
        return ExitCode.USAGE
    if first.is_folder:
        session.talk.say(_("{name}: this is a folder; name one article."), name=first.name)
        return ExitCode.USAGE
    with writing(output, paths_of([first, *rest])) as target:
        found, codes = test_places(session, first, rest, reading)
        target.write(_text(form, found, session, on_file=output is not None))
    return worst(codes)


def _text(form: Format, found: ClaimsOutput, session: Session, *, on_file: bool) -> str:
    if form is Format.JSON:
        from auditreport.render.claims.data import claims_json

        return claims_json(found)
    from auditreport.cli.console import make_console, width_of
    from auditreport.cli.output import is_terminal
    from auditreport.render.claims.text import claims_text

    on_terminal = not on_file and is_terminal(sys.stdout)
    console = make_console(width_of(is_terminal=on_terminal), is_terminal=on_terminal)
    return claims_text(found, console, session.talk.lang, session.translate)
