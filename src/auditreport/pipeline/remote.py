"""Addresses such as `s3://bucket/folder` → what reads and writes there: fsspec, with a package of the user's."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from errno import EIO, ENOTEMPTY
from pathlib import Path
from typing import Any, NamedTuple

_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://")
# What serves the addresses that are met most; fsspec comes with each.
_PACKAGES = {
    **dict.fromkeys(("s3", "s3a"), "s3fs"),
    **dict.fromkeys(("gs", "gcs"), "gcsfs"),
    **dict.fromkeys(("az", "abfs", "abfss"), "adlfs"),
}


class MissingPackageError(Exception):
    """A Python package that is not installed.

    Attributes:
        scheme: beginning of the addresses that want it.
        package: its name.
    """

    def __init__(self, scheme: str, package: str) -> None:
        """Keep what is missing for what."""
        super().__init__(f"{scheme}:// needs the Python package {package}")
        self.scheme = scheme
        self.package = package


class Remote(NamedTuple):
    """A place elsewhere.

    Attributes:
        system: the file system of fsspec.
        path: the place in it.
    """

    system: Any
    path: str


class RemoteFile(NamedTuple):
    """A file elsewhere: its address, its path below the place that was named, its size, and what loads it."""

    address: str
    parts: tuple[str, ...]
    size: int | None
    load: Callable[[], bytes]


def is_address(word: str) -> bool:
    """Whether a word is an address and no path."""
    return _ADDRESS.match(word) is not None


def find_remote(address: str) -> Remote:
    """Look up what serves an address; nothing is asked of it yet.

    Raises:
        MissingPackageError: the package that would serve it is not installed.
        OSError: there is no such kind of address, or it does not open.
    """
    scheme = address.partition("://")[0].lower()
    try:
        from fsspec.core import url_to_fs

        system, path = url_to_fs(address)
    except ImportError as error:
        raise MissingPackageError(scheme, _PACKAGES.get(scheme, f"fsspec for {scheme}")) from error
    except Exception as error:
        raise OSError(EIO, _words(error), address) from error
    return Remote(system, str(path))


def list_remote(address: str) -> tuple[bool, list[RemoteFile]]:
    """Whether an address names a folder, and its visible files sorted part by part; else the one file.

    Raises:
        MissingPackageError: the package that would serve it is not installed.
        OSError: it cannot be listed.
    """
    remote = find_remote(address)
    with _talking(address):
        is_folder = remote.system.isdir(remote.path)
        found = remote.system.find(remote.path, detail=True) if is_folder else {remote.path: {}}
    files = [_file(remote, address, path, info) for path, info in found.items()]
    if not is_folder:
        return False, files
    visible = [file for file in files if not any(part.startswith(".") for part in file.parts)]
    return True, sorted(visible, key=lambda file: file.parts)


def _file(remote: Remote, address: str, path: str, info: dict[str, Any]) -> RemoteFile:
    def load() -> bytes:
        with _talking(address):
            data: bytes = remote.system.cat_file(path)
            return data

    below = path[len(remote.path) :].strip("/") if path != remote.path else ""
    name = f"{address.rstrip('/')}/{below}" if below else address
    return RemoteFile(name, tuple((below or path).strip("/").split("/")), info.get("size"), load)


def refuse_strangers(address: str, is_ours: Callable[[str], bool]) -> None:
    """Find out whether an export may go to an address, before anything is read for it.

    Args:
        address: the place.
        is_ours: whether an export has an entry of this name in its folder.

    Raises:
        MissingPackageError: the package that would serve it is not installed.
        OSError: it cannot be reached, or is a folder with something else in it.
    """
    remote = find_remote(address)
    with _talking(address):
        if not all(is_ours(name.partition("/")[0]) for name in _below(remote)):
            raise OSError(ENOTEMPTY, "it holds other files, which would be lost", address)


def is_there(address: str) -> bool:
    """Whether there is a file at an address.

    Raises:
        OSError: it cannot be reached.
    """
    remote = find_remote(address)
    with _talking(address):
        return bool(remote.system.isfile(remote.path))


def upload(place: Path, address: str) -> None:
    """Copy a file, or a folder in the place of an earlier export, to an address.

    A store of objects renames nothing: files are replaced one by one, and those of the earlier export that are no
    longer there are removed at the end. What is cut off in between leaves files of both, each of them whole.

    Raises:
        OSError: it cannot be written to.
    """
    remote = find_remote(address)
    system, root = remote.system, remote.path.rstrip("/")
    with _talking(address):
        if place.is_file():
            system.put_file(str(place), root)
            return
        old = _below(remote)
        new = sorted(path.relative_to(place).as_posix() for path in place.rglob("*") if path.is_file())
        for name in new:
            system.makedirs(f"{root}/{name}".rpartition("/")[0], exist_ok=True)
            system.put_file(str(place / name), f"{root}/{name}")
        for name in sorted(set(old).difference(new)):
            system.rm_file(old[name])


def _below(remote: Remote) -> dict[str, str]:
    """The files below a folder, by their names there."""
    root = remote.path.rstrip("/")
    found = remote.system.find(root) if remote.system.isdir(root) else ()
    return {path[len(root) :].strip("/"): path for path in found}


@contextmanager
def _talking(address: str) -> Iterator[None]:
    """Say in one way what the many packages say in their own."""
    try:
        yield
    except OSError:
        raise
    except Exception as error:
        raise OSError(EIO, _words(error), address) from error


def _words(error: Exception) -> str:
    first = str(error).strip().partition("\n")[0]
    return first or type(error).__name__
