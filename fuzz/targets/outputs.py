"""A report through every form of output, its first line also as the name of its file."""

from __future__ import annotations

import io
import json
import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from auditreport.cli import main
from fuzz import harmless
from fuzz.promise import holds
from fuzz.seeds import SMALL
from fuzz.target import Target

FORMS: tuple[tuple[tuple[str, ...], Callable[[str], None]], ...] = (
    (("facts",), harmless.terminal),
    (("parse", "--all"), harmless.terminal),
    (("parse", "-f", "json"), harmless.terminal),
    (("parse", "-f", "csv"), harmless.spreadsheet),
    (("check", "--all", "--equations"), harmless.terminal),
    (("check", "-f", "sarif"), harmless.terminal),
    (("check", "-f", "junit"), harmless.junit),
    (("check", "-f", "github"), harmless.workflow),
    (("check", "-f", "markdown"), harmless.terminal),
    (("compare",), harmless.terminal),
    (("compare", "-f", "csv"), harmless.spreadsheet),
    (("compare", "-f", "html"), harmless.page),
    (("export", "-f", "csv", "--table", "facts"), harmless.spreadsheet),
    (("export", "-f", "jsonl", "--table", "facts"), harmless.terminal),
    (("explain",), harmless.terminal),
)
_PLACES = (b"7", b"10", b"15", b"20")
# The longest name that file systems hold.
_NAME = 200


def run(data: bytes) -> None:
    """The first byte chooses the form; nothing in what is written can be obeyed, and the program does not fail."""
    if not data:
        return
    words, is_harmless = FORMS[data[0] % len(FORMS)]
    report = data[1:]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, _name(report))
        path.write_bytes(report)
        more = (_PLACES[data[0] % len(_PLACES)].decode(),) if words == ("explain",) else ()
        with _caught() as (out, err):
            code = main([*words, str(path), *more])
        holds(code != 5, f"the program does not fail: {err.getvalue()!r}")
        harmless.terminal(err.getvalue().decode())
        if code in (0, 1):
            is_harmless(out.getvalue().decode())
            if words[-1] in ("json", "sarif"):
                json.loads(out.getvalue())


def _name(report: bytes) -> str:
    line = report.partition(b"\n")[0][:_NAME].replace(b"/", b"").replace(b"\0", b"")
    return os.fsdecode(b"r" + line + b"\n::error::x.txt")


@contextmanager
def _caught() -> Iterator[tuple[io.BytesIO, io.BytesIO]]:
    """What is printed meanwhile."""
    before = sys.stdout, sys.stderr
    out, err = io.BytesIO(), io.BytesIO()
    sys.stdout, sys.stderr = (io.TextIOWrapper(one, encoding="utf-8", write_through=True) for one in (out, err))
    try:
        yield out, err
    finally:
        sys.stdout.detach(), sys.stderr.detach()
        sys.stdout, sys.stderr = before


TARGET = Target(run=run, seeds=lambda: [bytes([number]) + SMALL.encode() for number in range(len(FORMS))])
