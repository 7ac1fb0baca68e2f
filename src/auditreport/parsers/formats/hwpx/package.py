"""The ZIP package of an HWPX file → one that python-hwpx opens, or the reason why it must not be opened."""

from __future__ import annotations

import zipfile
from io import BytesIO

from auditreport.errors import UnreadableInput
from auditreport.parsers.formats.detect import DAMAGED_ZIP

# A manifest lists a few parts; more of it than this is not looked at.
_MANIFEST = 1 << 20
_UNPACKED = 256 << 20
_CONTENTS = "Contents/content.hpf"
_CONTAINER = (
    '<?xml version="1.0" encoding="UTF-8"?>'
    '<ocf:container xmlns:ocf="urn:oasis:names:tc:opendocument:xmlns:container"><ocf:rootfiles>'
    f'<ocf:rootfile full-path="{_CONTENTS}" media-type="application/hwpml-package+xml"/>'
    "</ocf:rootfiles></ocf:container>"
)
RESAVE = "open it in Hangul, save it again and pass that file"


def opened(data: bytes, name: str) -> bytes:
    """The package as it is, or mended where its writer named or left out parts against the standard (KS X 6101).

    Mended are part names with backslashes and packages without `mimetype` or `META-INF/container.xml`.

    Raises:
        UnreadableInput: the package is damaged, locked with a password, or unpacks to more than any report holds.
    """
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            _refuse(archive, name)
            names = {part.filename for part in archive.infolist()}
            whole = {"mimetype", "META-INF/container.xml"} <= names
            if whole and not any("\\" in part for part in names):
                return data
            return _mended(archive)
    except DAMAGED_ZIP as error:
        raise UnreadableInput(name, "the HWPX file is damaged", RESAVE) from error


def _refuse(archive: zipfile.ZipFile, name: str) -> None:
    parts = archive.infolist()
    if sum(part.file_size for part in parts) > _UNPACKED:
        raise UnreadableInput(name, f"the file unpacks to more than {_UNPACKED >> 20} MiB", "ask for another copy")
    locked = any(part.flag_bits & 1 for part in parts)
    for part in parts:
        if part.filename.lower().endswith("manifest.xml") and not locked:
            with archive.open(part) as stream:
                locked = b"encryption-data" in stream.read(_MANIFEST)
    if locked:
        raise UnreadableInput(
            name,
            "this HWPX file is locked with a password",
            "open it in Hangul, take the password off and pass the saved file",
        )


def _mended(archive: zipfile.ZipFile) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        parts = {part.filename.replace("\\", "/"): part for part in archive.infolist() if not part.is_dir()}
        if "mimetype" not in parts:
            package.writestr("mimetype", "application/hwp+zip")
        if "META-INF/container.xml" not in parts:
            package.writestr("META-INF/container.xml", _CONTAINER)
        for name, part in parts.items():
            with archive.open(part) as stream:
                package.writestr(name, stream.read(_UNPACKED))
    return out.getvalue()
