"""The text of a user's TOML file → what it says, or one sentence on why it says nothing."""

from __future__ import annotations

import tomllib
from typing import Any


class TomlError(ValueError):
    """A text that is no TOML, or more of it than can be read."""


def read_toml(text: str) -> dict[str, Any]:
    """What a text says.

    Raises:
        TomlError: it is no TOML, or holds brackets within brackets or a number without end.
    """
    try:
        return tomllib.loads(text)
    except RecursionError as error:
        raise TomlError("it nests too deep") from error
    except ValueError as error:
        raise TomlError(str(error)) from error
