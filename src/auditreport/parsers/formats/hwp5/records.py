"""An HWP 5 file → the trees of its records, as pyhwp's event model gives them, without those that only set type.

Two thirds of the time that pyhwp needs go into records of line breaks, character shapes and page margins. They are
leaves, so they are left out before pyhwp decodes them, and the events of the others stay what they were.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

from hwp5 import binmodel, tagids, treeop
from hwp5.storage.ole import OleStorage
from hwp5.xmlmodel import Hwp5File

from auditreport.errors import UnreadableInput

_BODY = frozenset(
    {
        tagids.HWPTAG_PARA_HEADER,
        tagids.HWPTAG_PARA_TEXT,
        tagids.HWPTAG_CTRL_HEADER,
        tagids.HWPTAG_LIST_HEADER,
        tagids.HWPTAG_SHAPE_COMPONENT,
        tagids.HWPTAG_TABLE,
    }
)
# Sections of the largest reports known unpack to a tenth of this.
_UNPACKED = 32 << 20
_SHAPES = frozenset({tagids.HWPTAG_NUMBERING, tagids.HWPTAG_BULLET, tagids.HWPTAG_PARA_SHAPE})


@dataclass(slots=True)
class Node:
    """A record: pyhwp's model class, the values that it decoded, the records below it."""

    model: type
    content: dict[str, Any]
    children: list[Node] = field(default_factory=list)


def open_file(data: bytes, name: str) -> Hwp5File:
    """Open the bytes of an HWP 5 file; the text of a distribution document (배포용) is the decrypted one.

    Raises:
        UnreadableInput: the file asks for a password or is encrypted for its owner.
    """
    storage = OleStorage(BytesIO(data))
    file = Hwp5File(storage)
    flags = file.header.flags
    if flags.password:
        raise UnreadableInput(
            name,
            "this HWP file is locked with a password",
            "open it in Hangul, take the password off and pass the saved file",
        )
    if flags.drm or flags.cert_encrypted or flags.cert_drm:
        raise UnreadableInput(
            name,
            "this HWP file is encrypted for its owner",
            "ask the office that issued it for an open copy",
        )
    if flags.compressed and not flags.distributable:
        _refuse_flood(storage, name)
    return file


def _refuse_flood(storage: OleStorage, name: str) -> None:
    """Refuse a file that unpacks to more than any report holds, before a library tries."""
    text = storage["BodyText"]
    for part in [storage["DocInfo"], *(text[section] for section in text)]:
        unpacker = zlib.decompressobj(-zlib.MAX_WBITS)
        if len(unpacker.decompress(part.open().read(), _UNPACKED)) == _UNPACKED:
            raise UnreadableInput(name, f"the file unpacks to more than {_UNPACKED >> 20} MiB", "ask for another copy")


def sections(file: Hwp5File) -> Iterator[list[Node]]:
    """The paragraphs of each section in order."""
    text = file.text
    for index in text.section_indexes():
        yield _trees(text.section(index), _BODY)


def shapes(file: Hwp5File) -> list[Node]:
    """Paragraph shapes, numberings and bullets in the order that references count in."""
    return _trees(file.docinfo, _SHAPES)


def _trees(stream: Any, kept: frozenset[int]) -> list[Node]:
    records = (record for record in stream.records() if record["tagid"] in kept)
    models = binmodel.parse_models({"version": stream.version}, records)
    return _grow(treeop.prefix_event((model["level"], (model["type"], model["content"])) for model in models))


def _grow(events: Iterable[tuple[type, tuple[type, dict[str, Any]]]]) -> list[Node]:
    root = Node(object, {})
    stack = [root]
    for event, item in events:
        if event is treeop.STARTEVENT:
            node = Node(*item)
            stack[-1].children.append(node)
            stack.append(node)
        else:
            stack.pop()
    return root.children
