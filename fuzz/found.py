"""What broke: where, from which bytes, and the fewest bytes that still break it."""

from __future__ import annotations

import hashlib
import time
import traceback
from collections.abc import Callable
from pathlib import Path

_OURS = ("/auditreport/", "/fuzz/")


def place_of(error: BaseException) -> str:
    """Where of our own code an exception was raised: what tells one mistake from another."""
    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames if any(part in frame.filename for part in _OURS)]
    at = [frame for frame in ours if "/auditreport/" in frame.filename] or ours or frames
    last = at[-1]
    return f"{type(error).__name__} in {Path(last.filename).stem}.{last.name}"


def broken_by(run: Callable[[bytes], object], data: bytes) -> str | None:
    """Where the bytes break a target; none where all holds."""
    try:
        run(data)
    except Exception as error:  # noqa: BLE001 - any exception is what is looked for
        return place_of(error)
    return None


def smallest(run: Callable[[bytes], object], data: bytes, place: str, seconds: float) -> bytes:
    """The bytes without what is not needed to break the same place: halves are left out, then quarters, and so on."""
    until = time.monotonic() + seconds
    size = len(data) // 2
    while size:
        at = 0
        while at < len(data):
            if time.monotonic() > until:
                return data
            shorter = data[:at] + data[at + size :]
            if broken_by(run, shorter) == place:
                data = shorter
            else:
                at += size
        size //= 2
    return data


def keep(folder: Path, place: str, data: bytes) -> Path:
    """A file for the bytes, named for the place and their hash."""
    folder.mkdir(parents=True, exist_ok=True)
    word = place.replace(" in ", "-").replace(".", "-")
    path = folder / f"{word}-{hashlib.sha256(data).hexdigest()[:8]}"
    path.write_bytes(data)
    return path
