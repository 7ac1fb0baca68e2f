"""The process that searches: one target, guided by coverage, until its time is over or something kills it."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

import atheris

from fuzz import found
from fuzz.mutation.change import mutator
from fuzz.target import Target
from fuzz.targets import load

# Seconds for making what broke small; runs after which their number is told.
_MINIMISE = 20.0
_TOLD = 50


def main(name: str, folder: str, seconds: str) -> None:
    """Search one target.

    Args:
        name: the target.
        folder: where the corpus is and what broke goes.
        seconds: when to end.
    """
    with atheris.instrument_imports(include=["auditreport", *_watched(name)], enable_loader_override=False):
        target = load(name)
    place = Path(folder)
    corpus = place / "corpus"
    corpus.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(target.seeds()):
        (corpus / f"seed-{number}").write_bytes(seed)
    until = time.monotonic() + float(seconds)
    one = _Run(target, place, until)
    words = [
        f"-max_total_time={max(int(float(seconds)), 1)}",
        "-max_len=65536",
        "-timeout=60",
        "-rss_limit_mb=3000",
        "-verbosity=0",
        f"-artifact_prefix={place}{os.sep}",
    ]
    atheris.Setup([sys.argv[0], *words, str(corpus)], one, custom_mutator=mutator(target.change, _guided))
    atheris.Fuzz()


def _guided(data: bytes, most: int) -> bytes:
    """A change with the guidance of the search; its library puts the function in place when it begins."""
    return bytes(atheris.Mutate(data, most))


class _Run:
    """Runs the target; keeps the bytes of each place that breaks, the first time, made small."""

    def __init__(self, target: Target, place: Path, until: float) -> None:
        self._target, self._place, self._until = target, place, until
        self._seen: set[str] = set()
        self._runs = 0

    def __call__(self, data: bytes) -> None:
        self._runs += 1
        if self._runs % _TOLD == 0:
            (self._place / "runs.json").write_text(str(self._runs), encoding="utf-8")
        where = found.broken_by(self._target.run, data)
        if where is not None and where not in self._seen:
            self._seen.add(where)
            left = min(_MINIMISE, max(self._until - time.monotonic(), 1.0))
            found.keep(self._place / "broken", where, found.smallest(self._target.run, data, where, left))


def _watched(name: str) -> list[str]:
    """What the module of a target names as watched, told without importing it unwatched."""
    return {"pdf": ["pdfplumber", "pdfminer"], "hwp5": ["hwp5", "olefile"]}.get(name, [])


if __name__ == "__main__":
    main(*sys.argv[1:])
