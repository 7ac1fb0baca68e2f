"""What the user names (files, folders, standard input) → the inputs to read, in a fixed order."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from auditreport.errors import UnreadableInput
from auditreport.pipeline.remote import MissingPackageError, RemoteFile, is_address, list_remote
from auditreport.store.files import is_store

STDIN = "-"


@dataclass(frozen=True, slots=True)
class Input:
    """One input.

    Attributes:
        name: the input as the user named it, for messages.
        load: gives its bytes; raises `UnreadableInput`.
        label: its name without folders, as `Source` keeps it.
        path: the file; `None` for standard input.
        size: its length in bytes, where that is known without opening it; a file on this machine is asked for it.
        is_named: whether the user named it; in a folder, files that no reader knows are passed over, while empty and
            damaged ones are not.
    """

    name: str
    load: Callable[[], bytes]
    label: str
    path: Path | None = None
    is_named: bool = True
    size: int | None = None

    def length(self) -> int:
        """Its length in bytes without opening it; 0 where nobody can tell before it is read."""
        if self.size is not None or self.path is None:
            return self.size or 0
        try:
            return self.path.stat().st_size
        except (OSError, ValueError):
            return 0


@dataclass(frozen=True, slots=True)
class Place:
    """What one word of the user names: one input, a folder with those found in it, sorted, or a store."""

    name: str
    inputs: tuple[Input, ...]
    is_folder: bool = False
    store: Path | None = None


def find_places(words: Iterable[str], read_stdin: Callable[[], bytes]) -> list[Place]:
    """Look up what each word names; nothing is read yet, and a missing file is found missing when it is read.

    Args:
        words: paths, addresses such as `s3://bucket/folder`, or `-` for standard input.
        read_stdin: gives the bytes of standard input.
    """
    return [_place(word, read_stdin) for word in words]


def _place(word: str, read_stdin: Callable[[], bytes]) -> Place:
    if word == STDIN:
        return Place(STDIN, (Input(STDIN, read_stdin, STDIN),))
    if is_address(word):
        return _elsewhere(word)
    path = Path(word)
    if word and path.is_dir():
        found = tuple(replace(item, is_named=False) for item in _walk(word))
        return Place(printable_path(word), found, is_folder=True)
    if word and is_store(path):
        return Place(printable_path(word), (), store=path)
    return Place(printable_path(word), (_file(word, path),))


def _file(name: str, path: Path) -> Input:
    return Input(printable_path(name), lambda: _load(printable_path(name), path), printable_path(path.name), path)


def _walk(folder: str) -> list[Input]:
    """The visible files below a folder, sorted part by part, and folders in it that cannot be listed."""
    found: list[tuple[tuple[str, ...], Input]] = []

    def keep(root: str, name: str, make: Callable[[str, Path], Input]) -> None:
        path = Path(root, name)
        found.append((path.relative_to(folder).parts, make(os.path.join(root, name), path)))

    def unlisted(error: OSError) -> None:
        root, name = os.path.split(str(error.filename))
        keep(root, name, _locked)

    for root, folders, names in os.walk(folder, onerror=unlisted):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            if not name.startswith(".") and not _is_special(Path(root, name)):
                keep(root, name, _file)
    return [item for _, item in sorted(found, key=lambda pair: pair[0])]


def _elsewhere(address: str) -> Place:
    """What an address names, as far as the package that serves it tells."""
    try:
        is_folder, files = list_remote(address)
    except (MissingPackageError, OSError) as error:
        return Place(address, (Input(address, partial(_refuse, address, error), address),))
    inputs = tuple(
        Input(file.address, partial(_fetch, file), file.parts[-1], is_named=not is_folder, size=file.size)
        for file in files
    )
    return Place(address, inputs, is_folder)


def _fetch(file: RemoteFile) -> bytes:
    try:
        return file.load()
    except (MissingPackageError, OSError) as error:
        return _refuse(file.address, error)


def _refuse(address: str, error: Exception) -> bytes:
    """Say why nothing is read there.

    Raises:
        UnreadableInput: always.
    """
    match error:
        case MissingPackageError(scheme=scheme, package=package):
            reason, step = f"{scheme}:// wants the Python package {package}", f"run pip install {package}"
        case FileNotFoundError():
            reason, step = "there is no such file", "check the path"
        case PermissionError():
            reason, step = "the file may not be read", "check its permissions"
        case _:
            reason, step = f"it cannot be reached ({getattr(error, 'strerror', None) or error})", "check the address"
    raise UnreadableInput(address, reason, step) from error


def _locked(name: str, path: Path) -> Input:
    def refuse() -> bytes:
        raise UnreadableInput(printable_path(name), "the folder may not be read", "check its permissions")

    return Input(printable_path(name), refuse, printable_path(path.name), path)


def _is_special(path: Path) -> bool:
    """Whether it is a pipe, a socket or a device, which would block or never end."""
    try:
        return not stat.S_ISREG(path.stat().st_mode)
    except OSError:
        return False


def _load(name: str, path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        raise UnreadableInput(name, "there is no such file", "check the path") from error
    except IsADirectoryError as error:
        raise UnreadableInput(name, "this is a folder", "pass the files in it") from error
    except PermissionError as error:
        raise UnreadableInput(name, "the file may not be read", "check its permissions") from error
    except (OSError, ValueError) as error:
        raise UnreadableInput(name, "the file cannot be opened", "check the path") from error


def printable_path(name: str) -> str:
    r"""A path as text that UTF-8 can hold; bytes that are none are shown as `\xff`."""
    return os.fsencode(name).decode("utf-8", "backslashreplace")
