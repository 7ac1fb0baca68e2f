"""What is installed (설치 상태) → lines for people, or JSON."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from typing import Protocol

from auditreport.render.messages import N_

NAMES = (N_("a text file"), N_("a scanned page"))


class Need(Protocol):
    """A library, its version or place, and the command that installs it."""

    @property
    def name(self) -> str: ...  # noqa: D102
    @property
    def found(self) -> str | None: ...  # noqa: D102
    @property
    def install(self) -> str: ...  # noqa: D102


class Reader(Protocol):
    """What is read, and what that needs."""

    @property
    def name(self) -> str: ...  # noqa: D102
    @property
    def needs(self) -> Sequence[Need]: ...  # noqa: D102
    @property
    def is_optional(self) -> bool: ...  # noqa: D102
    @property
    def is_whole(self) -> bool: ...  # noqa: D102


def health_rows(readers: Sequence[Reader], translate: Callable[[str], str]) -> Iterator[tuple[str, str, str]]:
    """Rows of three cells: what is read, what that needs, and its version or what installs it."""
    _ = translate
    for reader in readers:
        name = _(reader.name)
        if not reader.needs:
            yield name, "", _("needs nothing")
        for need in reader.needs:
            missing = _("missing; install it with: {command}").format(command=need.install)
            yield name, need.name, missing if need.found is None else need.found
            name = ""


def health_json(versions: dict[str, str], readers: Sequence[Reader], others: Sequence[Reader]) -> str:
    """The same as one JSON object; `others` are what is done with reports that were read."""
    return json.dumps(
        {
            "version": 1,
            **versions,
            "readers": [_entry(reader) for reader in readers],
            "others": [_entry(other) for other in others],
        },
        ensure_ascii=False,
    )


def _entry(reader: Reader) -> dict[str, object]:
    return {
        "name": reader.name,
        "optional": reader.is_optional,
        "usable": reader.is_whole,
        "needs": [
            {"name": need.name, "found": need.found, "install": None if need.found else need.install}
            for need in reader.needs
        ],
    }
