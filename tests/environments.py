"""Variables for processes that tests start; those by which coverage finds processes begin with `COVERAGE_`."""

from __future__ import annotations

import os

_MEASURED = "COVERAGE_"


def only(*names: str) -> dict[str, str]:
    """The named variables of this process, and what is needed for the process to be measured if this one is."""
    return {name: value for name, value in os.environ.items() if name in names or name.startswith(_MEASURED)}


def unmeasured() -> dict[str, str]:
    """All variables of this process but those that would have the process measured, which loads and writes more."""
    return {name: value for name, value in os.environ.items() if not name.startswith(_MEASURED)}
