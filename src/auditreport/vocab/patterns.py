"""patterns.toml → compiled patterns."""

from __future__ import annotations

import re
from functools import cache

from auditreport.vocab.own import tables_of


@cache
def pattern(name: str) -> re.Pattern[str]:
    """The compiled pattern `name` of patterns.toml."""
    return re.compile(_expand(name))


def _expand(name: str) -> str:
    raw: str = tables_of("patterns")["patterns"][name]
    if "{" not in raw:
        return raw
    parts = re.split(r"(\{\{|\}\}|\{[a-z_]+\})", raw)
    out = []
    for part in parts:
        if part in ("{{", "}}"):
            out.append(part[0])
        elif re.fullmatch(r"\{[a-z_]+\}", part):
            out.append(f"(?:{_expand(part[1:-1])})")
        else:
            out.append(part)
    return "".join(out)
