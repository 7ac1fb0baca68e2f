"""The words of generated tables: `words.toml`, read once."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any


@cache
def words() -> dict[str, Any]:
    """The tables of `words.toml` by name."""
    return tomllib.loads(Path(__file__).with_name("words.toml").read_text(encoding="utf-8"))
