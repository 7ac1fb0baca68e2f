"""The targets by name; each module has one `TARGET`."""

from __future__ import annotations

from importlib import import_module

from fuzz.target import Target

NAMES = (
    "text",
    "pdf",
    "hwp5",
    "hwpx",
    "hwpml",
    "html",
    "values",
    "outline",
    "solver",
    "store",
    "query",
    "settings",
    "claims",
    "outputs",
)


def load(name: str) -> Target:
    """The target of a name."""
    target: Target = import_module(f"fuzz.targets.{name}").TARGET
    return target
