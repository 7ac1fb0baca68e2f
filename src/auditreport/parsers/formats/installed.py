"""The readers of all formats → the libraries that each needs, and what of them is there."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from typing import NamedTuple

from auditreport.parsers.formats.detect import Format
from auditreport.parsers.formats.ocr import Need, available

# The packages that a reader needs, each with the module that it is imported as.
LIBRARIES: dict[Format, dict[str, str]] = {
    Format.TEXT: {},
    Format.HTML: {"lxml": "lxml.html"},
    Format.PDF: {"pdfplumber": "pdfplumber", "pdfminer.six": "pdfminer.layout", "pypdfium2": "pypdfium2"},
    Format.HWP5: {"pyhwp": "hwp5.xmlmodel", "olefile": "olefile", "six": "six"},
    Format.HWPX: {"python-hwpx": "hwpx", "lxml": "lxml.etree"},
    Format.HWPML: {"lxml": "lxml.etree"},
}
SCANS = "a scanned page"


class Reader(NamedTuple):
    """A reader and what it needs.

    Attributes:
        name: what messages call what it reads.
        needs: the libraries and data that it needs; empty where it needs none.
        is_optional: whether it belongs to an extra.
    """

    name: str
    needs: tuple[Need, ...]
    is_optional: bool = False

    @property
    def is_whole(self) -> bool:
        """Whether nothing is missing."""
        return all(need.found is not None for need in self.needs)


def find_readers(libraries: Mapping[Format, Mapping[str, str]] = LIBRARIES) -> tuple[Reader, ...]:
    """All readers; a library that is installed and cannot be imported is missing all the same."""
    readers = [
        Reader(format_.value, tuple(_need(package, module) for package, module in needed.items()))
        for format_, needed in libraries.items()
    ]
    return (*readers, Reader(SCANS, available(), is_optional=True))


def _need(package: str, module: str) -> Need:
    install = f"pip install --force-reinstall {package}"
    try:
        import_module(module)
        return Need(package, version(package), install)
    except (ImportError, OSError, PackageNotFoundError):
        return Need(package, None, install)
