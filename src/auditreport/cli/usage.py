"""A mistake on the command line → one sentence that names it and the next step."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import typer

# The base class of all such mistakes, which typer does not name.
UsageError: type[Exception] = typer.BadParameter.__mro__[1]
COMMAND = "COMMAND"


def usage_sentence(error: Any, translate: Callable[[str], str]) -> tuple[str, dict[str, str]]:
    """The sentence in the reader's language, and the words that fill its gaps."""
    _ = translate
    param = getattr(error, "param", None)
    metavar = str(getattr(param, "metavar", None) or "")
    words = {"help": f"{error.ctx.command_path if error.ctx is not None else 'auditreport'} --help"}
    match type(error).__name__:
        case "MissingParameter":
            return _("{name} is missing; {help} shows what belongs there."), {**words, "name": metavar}
        case "NoSuchOption":
            words["name"] = error.option_name
            if error.possibilities:
                words["others"] = ", ".join(sorted(error.possibilities))
                return _("There is no option {name}; did you mean {others}?"), words
            return _("There is no option {name}; {help} lists them."), words
        case "BadOptionUsage":
            return _("The option {name} wants another value; {help} tells which."), {
                **words,
                "name": error.option_name,
            }
        case "BadParameter" if param is not None and "|" not in metavar:
            words["name"] = str(param.opts[-1])
            return _("The option {name} wants another value; {help} tells which."), words
        case "BadParameter" if error.param_hint == COMMAND:
            return _("There is no command {name}; {help} lists them."), {**words, "name": error.message}
        case "BadParameter":
            words |= {"name": str(getattr(param, "opts", ["?"])[-1]), "choices": metavar.replace("|", ", ")}
            return _("{name} takes one of {choices}; {help} tells more."), words
        case _ if "extra argument" in error.message:
            words["name"] = error.message.rpartition("(")[2].rstrip(")")
            return _("Nothing is known to do with {name}; {help} shows what can be given."), words
        case _:
            return _("{message} See {help}."), {**words, "message": error.message}
