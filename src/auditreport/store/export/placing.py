"""A place that the user named → a place beside it to write to, which takes its name once all is written.

Whoever is killed in between leaves what was there whole, and its own half beside it, which the next export removes.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from errno import EISDIR, ENOTEMPTY
from pathlib import Path

_HALF = ".part"
# Linux: relative to the working folder; exchange the two names.
_AT_FDCWD, _RENAME_EXCHANGE = -100, 2
# macOS: the same.
_RENAME_SWAP = 2


@contextmanager
def replacing_file(path: Path) -> Iterator[Path]:
    """Give a path to write a file to; it takes the place of the old one, with its permissions, if all goes well.

    The path lies in a folder of its own, which is removed with whatever else was written there.

    Raises:
        OSError: the place cannot be written to, or is a folder.
    """
    real = Path(os.path.realpath(path))
    if real.is_dir():
        raise IsADirectoryError(EISDIR, "Is a directory", str(path))
    with _half(real) as half:
        new = half / real.name
        yield new
        if real.exists():
            new.chmod(real.stat().st_mode & 0o777)
        new.replace(real)


@contextmanager
def replacing_folder(path: Path, is_ours: Callable[[str], bool]) -> Iterator[Path]:
    """Give an empty folder to write to; it takes the place of the old one if all goes well.

    Args:
        path: where it will be.
        is_ours: whether an export has an entry of this name; a folder that holds anything else is never replaced.

    Raises:
        OSError: the place cannot be written to, or is a folder with something else in it.
    """
    real = Path(os.path.realpath(path))
    _refuse_strangers(real, is_ours)
    with _half(real) as half:
        new = half / real.name
        new.mkdir()
        yield new
        _refuse_strangers(real, is_ours)
        _exchange(new, real)


def _refuse_strangers(folder: Path, is_ours: Callable[[str], bool]) -> None:
    """Refuse a folder that holds what no export wrote, or that is none."""
    if not folder.exists():
        return
    strangers = sorted(entry.name for entry in os.scandir(folder) if not is_ours(entry.name))
    if strangers:
        raise OSError(ENOTEMPTY, "it holds other files, which would be lost", str(folder))


@contextmanager
def _half(path: Path) -> Iterator[Path]:
    """A new folder beside a place; what processes that are no more left under such names is removed."""
    for old in path.parent.glob(f".{_literal(path.name)}.*{_HALF}"):
        number = old.name.removesuffix(_HALF).rpartition(".")[2]
        if number.isdecimal() and not _is_running(int(number)):
            shutil.rmtree(old, ignore_errors=True)
    half = path.with_name(f".{path.name}.{os.getpid()}{_HALF}")
    half.mkdir()
    try:
        yield half
    finally:
        shutil.rmtree(half, ignore_errors=True)


def _literal(name: str) -> str:
    return "".join(f"[{sign}]" if sign in "*?[" else sign for sign in name)


def _is_running(number: int) -> bool:
    if number == os.getpid():
        return False
    try:
        os.kill(number, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except PermissionError:
        return True
    return True


def _exchange(new: Path, place: Path) -> None:
    """Give the new folder its place; what was there is then where the new one was."""
    # An empty folder or none at all is replaced in one step everywhere.
    with suppress(OSError):
        new.rename(place)
        return
    if not _swap(new, place):
        # Two steps, where the system has no better: who is killed between them finds the old folder beside its place.
        place.rename(place.with_name(f"{place.name}.old"))
        new.rename(place)
        shutil.rmtree(place.with_name(f"{place.name}.old"))


def _swap(one: Path, other: Path) -> bool:
    """Exchange two names in one step, where the system can."""
    names = os.fsencode(one), os.fsencode(other)
    libc = ctypes.CDLL(None, use_errno=True)
    if sys.platform == "linux" and hasattr(libc, "renameat2"):
        return bool(libc.renameat2(_AT_FDCWD, names[0], _AT_FDCWD, names[1], _RENAME_EXCHANGE) == 0)
    if sys.platform == "darwin" and hasattr(libc, "renamex_np"):
        return bool(libc.renamex_np(*names, _RENAME_SWAP) == 0)
    return False
