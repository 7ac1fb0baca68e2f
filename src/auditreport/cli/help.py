"""A command (명령) → its help page in the reader's language: a sentence, an example, arguments, options."""

from __future__ import annotations

import shutil
import unicodedata
from collections.abc import Callable, Sequence
from typing import Any

import typer
from typer import Context
from typer.core import TyperArgument, TyperCommand, TyperGroup

from auditreport.cli.reading import READING
from auditreport.cli.usage import COMMAND
from auditreport.render.messages import N_

# The options that the library brings along, in our words.
_HELP = {
    "help": N_("Show this page."),
    "install_completion": N_("Set up the shell in use to complete words; it does so from its next start on."),
    "show_completion": N_("Show what sets up the shell in use to complete words, to be put where you want it."),
}
_WIDEST = 100
_NARROWEST = 40
# Columns that shells give to what stands beside a word.
_LINE = 60


class Command(TyperCommand):
    """A command whose help speaks the reader's language."""

    def get_help(self, ctx: Any) -> str:
        """The help page."""
        return help_page(self, ctx)

    def shell_complete(self, ctx: Any, incomplete: str) -> list[Any]:
        """The options that a word may become."""
        return _explained(self, ctx, super().shell_complete(ctx, incomplete))


class Group(TyperGroup):
    """The commands together."""

    def get_help(self, ctx: Any) -> str:
        """The help page."""
        return help_page(self, ctx)

    def shell_complete(self, ctx: Any, incomplete: str) -> list[Any]:
        """The commands and options that a word may become."""
        return _explained(self, ctx, super().shell_complete(ctx, incomplete))

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """The command that the first word names; a word that names none is a mistake of its own kind."""
        if args[0] not in self.commands and not args[0].startswith("-") and not ctx.resilient_parsing:
            raise typer.BadParameter(args[0], ctx=ctx, param_hint=COMMAND)
        return super().resolve_command(ctx, args)


def help_page(command: TyperCommand | TyperGroup, ctx: Context) -> str:
    """The page of a command; every text of it was marked where the command is declared."""
    _: Callable[[str], str] = ctx.find_root().obj.translate
    width = width_of_page()
    params = command.get_params(ctx)
    arguments = [(_metavar(p), _said(p.help, _)) for p in params if isinstance(p, TyperArgument)]
    others = [p for p in params if not isinstance(p, TyperArgument)]
    options, reading = ([(_names(p), _said(_help_of(p), _)) for p in some] for some in _parted(others))
    words = [ctx.command_path, _("[options]"), *(row[0] for row in arguments)]
    sections = [(_("Arguments"), arguments), (_("Options"), options), (_("How files are read"), reading)]
    if isinstance(command, TyperGroup):
        words += [COMMAND, "…"]
        names = command.list_commands(ctx)
        sections.insert(0, (_("Commands"), [(name, _said(command.commands[name].help, _)) for name in names]))
    usage = _("Usage")
    lines = [f"{usage}: {' '.join(words)}", "", *wrap(_said(command.help, _), width)]
    if command.epilog:
        lines += ["", _("Example"), f"  {command.epilog}"]
    for title, rows in sections:
        if rows:
            lines += ["", title, *columns(rows, width)]
    return "\n".join(lines)


def _explained(command: TyperCommand | TyperGroup, ctx: Context, words: list[Any]) -> list[Any]:
    """Words that a shell may complete, each with the beginning of its help in the reader's language.

    A help that took two lines would be taken for two words.
    """
    translate: Callable[[str], str] = ctx.find_root().obj.translate
    helps = {name: _help_of(param) for param in command.get_params(ctx) for name in param.opts}
    if isinstance(command, TyperGroup):
        helps |= {name: one.help for name, one in command.commands.items()}
    for word in words:
        first, *more = wrap(_said(helps.get(word.value), translate), _LINE) or [""]
        word.help = f"{first} …" if more else first
    return words


def width_of_page() -> int:
    """Columns that a page of text may take: those of the terminal, but no more than read well."""
    return max(_NARROWEST, min(shutil.get_terminal_size((80, 24)).columns, _WIDEST) - 1)


def _parted(options: Sequence[Any]) -> tuple[list[Any], list[Any]]:
    """A command's own options, and those that all commands that read have, which few readers look for."""
    return [p for p in options if p.name not in READING], [p for p in options if p.name in READING]


def _said(message: str | None, translate: Callable[[str], str]) -> str:
    return translate(message) if message else ""


def _help_of(option: Any) -> str | None:
    own: str | None = option.help
    return _HELP.get(option.name, own)


def _metavar(param: Any) -> str:
    return str(param.metavar or param.name.upper())


def _names(param: Any) -> str:
    names = ", ".join(sorted(param.opts, key=len))
    return names if param.is_flag or param.name == "help" else f"{names} {_metavar(param)}"


def columns(rows: Sequence[tuple[str, str]], width: int) -> list[str]:
    """Two columns, the second wrapped; a first cell that is too wide stands on a line of its own."""
    first = min(max((columns_of(left) for left, right in rows), default=0), width // 3)
    out = []
    for left, right in rows:
        wrapped = wrap(right, width - first - 4) or [""]
        if columns_of(left) > first:
            out.append(f"  {left}")
            left = ""
        out.append(f"  {left}{' ' * (first - columns_of(left))}  {wrapped[0]}".rstrip())
        out += [f"{' ' * (first + 4)}{line}" for line in wrapped[1:]]
    return out


def wrap(text: str, width: int) -> list[str]:
    """The text in lines of at most `width` columns, broken between words."""
    lines: list[str] = []
    for word in text.split():
        if lines and columns_of(lines[-1]) + 1 + columns_of(word) <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def columns_of(text: str) -> int:
    """How many columns a terminal gives the text: Korean characters take two.

    >>> columns_of("a가")
    3
    """
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)
