"""A path → a DuckDB connection to the store there, or one sentence on why there is none."""

from __future__ import annotations

import re
import stat
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from auditreport.errors import StoreError

if TYPE_CHECKING:
    import duckdb

_MAGIC_AT, _MAGIC = 8, b"DUCK"
# Nothing is fetched or loaded from elsewhere.
_CLOSED = {
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
    "allow_community_extensions": False,
}
# A batch takes less than a second to write; a run may take hours.
PATIENCE = 60.0
_PAUSE = 0.05
_WAIT = "wait for it to end, or wait longer with --wait"
NO_MEMORY = "the memory does not suffice"
# What DuckDB says, in words of its own that are no part of any interface: what it means, and what to do. In order.
_MEANINGS = (
    (
        r"could not set lock|conflicting lock|being used by another",
        "another process is using the store",
        _WAIT,
    ),
    (
        r"no space left|file too large|disk quota|out of (?:disk )?space|could not write all bytes",
        "the disk is full",
        "make room and run the command again; nothing that was written before is lost",
    ),
    (
        r"permission denied|read-only file system|operation not permitted|in read-only mode",
        "the store may not be written",
        "check its permissions, or name another one with --store",
    ),
    (r"no such file or directory|not a directory|does not exist", "there is no such folder", "make it first"),
    (r"newer version|serialization version|storage version", "the store is of a newer version", "update auditreport"),
    (
        r"not a valid duckdb|corrupt|checksum|could not read enough|serializ",
        "the store is damaged",
        "put it aside and run auditreport ingest again",
    ),
    (
        r"out of memory|(?:failed|could not) (?:to )?allocate",
        NO_MEMORY,
        "close other programs and run the command again",
    ),
)
_UNKNOWN = ("the store cannot be used", "put it aside and run auditreport ingest again")
_BUSY = _MEANINGS[0]


def is_store(path: Path) -> bool:
    """Whether a file is a DuckDB database, told by its first bytes; pipes and devices are left alone."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            return False
        with path.open("rb") as file:
            return file.read(_MAGIC_AT + len(_MAGIC))[_MAGIC_AT:] == _MAGIC
    except (OSError, ValueError):
        return False


def check_file(path: Path) -> None:
    """Refuse what is there and no store.

    Raises:
        StoreError: it is a folder, or a file of another kind.
    """
    if path.is_dir():
        raise StoreError(str(path), "this is a folder", "name a file for the store")
    if path.exists() and not is_store(path):
        raise StoreError(str(path), "this is no store", "name another file with --store")


@contextmanager
def meaning(path: Path) -> Iterator[None]:
    """Turn what DuckDB and the operating system refuse into a sentence.

    Raises:
        StoreError: they refused.
    """
    import duckdb

    try:
        yield
    except (duckdb.Error, OSError, MemoryError) as error:
        reason, next_step = _meaning(str(error))
        raise StoreError(str(path), reason, next_step) from error


def _meaning(words: str) -> tuple[str, str]:
    for pattern, reason, next_step in _MEANINGS:
        if re.search(pattern, words, re.IGNORECASE):
            return reason, next_step
    return _UNKNOWN


def connect(
    path: Path, *, to_write: bool, patience: float = PATIENCE, on_wait: Callable[[], None] = lambda: None
) -> duckdb.DuckDBPyConnection:
    """Open a store; where another process has it, wait.

    Args:
        path: the store.
        to_write: whether nobody else may read meanwhile. Otherwise it cannot be changed, and no other file be reached.
        patience: seconds to wait.
        on_wait: called once when waiting begins.

    Raises:
        StoreError: it is busy for longer, or cannot be opened.
    """
    import duckdb

    # What is written takes little work: the processors belong to those who read reports meanwhile.
    more = {"threads": 1} if to_write else {"enable_external_access": False, "lock_configuration": True}
    config: dict[str, Any] = {**_CLOSED, **more}
    with meaning(path):
        for attempt in range(attempts(patience)):
            try:
                return duckdb.connect(str(path), read_only=not to_write, config=config)
            except duckdb.IOException as error:
                if not re.search(_BUSY[0], str(error), re.IGNORECASE):
                    raise
                if attempt == 0:
                    on_wait()
                time.sleep(_PAUSE)
    raise busy(path)


def attempts(patience: float) -> int:
    """How often to try, with a pause after each: at least once."""
    return 1 + int(patience / _PAUSE)


def busy(path: Path) -> StoreError:
    """The sentence on a store that another process does not give back."""
    return StoreError(str(path), _BUSY[1], _WAIT)
