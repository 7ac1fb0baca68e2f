"""This machine → what its reading of files depends on, to tell apart machines that might read a file differently."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from auditreport._version import __version__
from auditreport.parsers.formats.installed import LIBRARIES
from auditreport.parsers.formats.ocr import Need, available

MISSING = "missing"
Versions = Mapping[str, str]


@cache
def versions() -> Versions:
    """The version of each package, `MISSING` for one that is not there; nothing is imported for it."""
    packages = {package for needed in LIBRARIES.values() for package in needed}
    return {
        "auditreport": __version__,
        "Python": ".".join(map(str, sys.version_info[:2])),
        **{package: _version(package) for package in sorted(packages)},
        **{need.name: _found(need) for need in available()},
    }


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return MISSING


def _found(need: Need) -> str:
    """The version of a package; of a file of data its size, as it lies in other places on other machines."""
    if need.found is None:
        return MISSING
    data = Path(need.found, need.name)
    return f"{data.stat().st_size} bytes" if data.is_file() else need.found
