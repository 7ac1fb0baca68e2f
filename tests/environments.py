"""Variables for processes that tests start; those by which coverage finds processes begin with `COVERAGE_`."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

_MEASURED = "COVERAGE_"


def only(*names: str) -> dict[str, str]:
    """The named variables of this process, and what is needed for the process to be measured if this one is."""
    return {name: value for name, value in os.environ.items() if name in names or name.startswith(_MEASURED)}


def unmeasured() -> dict[str, str]:
    """All variables of this process but those that would have the process measured, which loads and writes more."""
    return {name: value for name, value in os.environ.items() if not name.startswith(_MEASURED)}


@contextmanager
def cramped(size: int) -> Iterator[None]:
    """Let no file grow beyond so many bytes, as a full disk does. Python would store what it compiles cut off."""
    import resource

    limits, compiled = resource.getrlimit(resource.RLIMIT_FSIZE), sys.dont_write_bytecode
    sys.dont_write_bytecode = True
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, limits[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        sys.dont_write_bytecode = compiled
