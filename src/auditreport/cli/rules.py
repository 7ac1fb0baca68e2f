"""`auditreport rules`: the rules of the checks, and their manual."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from auditreport.cli.completing import listed, rule_codes
from auditreport.cli.exits import ExitCode
from auditreport.cli.help import Command, Group, width_of_page
from auditreport.cli.options import Debug, Lang
from auditreport.cli.session import Session
from auditreport.render.messages import N_

HELP = N_("Show the rules that check applies, and what each of them means.")
EXAMPLE = "auditreport rules show AR201"
LIST_HELP = N_("List the rules, each with what it checks.")
LIST_EXAMPLE = "auditreport rules list"
SHOW_HELP = N_("Show the manual of a rule, or of all rules whose codes begin so.")


class Format(StrEnum):
    """Forms of the output."""

    TEXT = "text"
    JSON = "json"


FormatOption = Annotated[
    Format, typer.Option("-f", "--format", metavar="text|json", help=N_("Text to read, or JSON. Default: text."))
]
CodeArgument = Annotated[
    str,
    typer.Argument(
        metavar="CODE",
        show_default=False,
        autocompletion=listed(rule_codes),
        help=N_("Code of a rule (AR201) or its beginning (AR2)."),
    ),
]

rules = typer.Typer(cls=Group, help=HELP, epilog=EXAMPLE, add_completion=False, rich_markup_mode=None)


@rules.callback(invoke_without_command=True)
def root(ctx: typer.Context, lang: Lang = None, debug: Debug = False) -> int:
    """Without a command, show the help; what stands before the command is in the session already."""
    if ctx.invoked_subcommand is None:
        print(ctx.get_help())
    return ExitCode.USAGE


@rules.command("list", cls=Command, help=LIST_HELP, epilog=LIST_EXAMPLE)
def list_rules(ctx: typer.Context, form: FormatOption = Format.TEXT, lang: Lang = None, debug: Debug = False) -> int:
    """Run the command; `lang` and `debug` are in the session already."""
    from auditreport.checks import manual
    from auditreport.cli.output import StandardOutput
    from auditreport.render.checked.rules import rules_json, rules_list

    session: Session = ctx.obj
    text = rules_json(manual()) if form is Format.JSON else rules_list(manual(), session.talk.lang)
    StandardOutput().write(text)
    return ExitCode.CLEAN


@rules.command("show", cls=Command, help=SHOW_HELP, epilog=EXAMPLE)
def show_rules(
    ctx: typer.Context,
    code: CodeArgument,
    form: FormatOption = Format.TEXT,
    lang: Lang = None,
    debug: Debug = False,
) -> int:
    """Run the command; `lang` and `debug` are in the session already."""
    from auditreport.checks import UnknownRule, codes_of, manual
    from auditreport.cli.choosing import say_unknown
    from auditreport.cli.output import StandardOutput
    from auditreport.render.checked.rules import rules_json, rules_pages

    session: Session = ctx.obj
    try:
        codes = codes_of(code)
    except UnknownRule as error:
        say_unknown(session, error)
        return ExitCode.USAGE
    chosen = [rule for rule in manual() if rule.code in codes]
    text = rules_json(chosen) if form is Format.JSON else rules_pages(chosen, session.talk.lang, width_of_page())
    StandardOutput().write(text)
    return ExitCode.CLEAN
