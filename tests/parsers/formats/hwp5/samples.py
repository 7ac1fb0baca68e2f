"""HWP 5 files written for the tests, out of HWPX packages."""

from __future__ import annotations

import zipfile
from io import BytesIO

from hwpx.hwp5.writer import write_hwp5


def converted(package: bytes) -> bytes:
    """An HWP 5 file that says what an HWPX file says."""
    with zipfile.ZipFile(BytesIO(package)) as parts:
        return bytes(write_hwp5({part: parts.read(part) for part in parts.namelist()}))
