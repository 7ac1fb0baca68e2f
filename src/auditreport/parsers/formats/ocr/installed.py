"""What reading scanned pages needs → what of it is there, and what installs the rest."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import NamedTuple

EXTRA = "pip install 'auditreport[ocr]'"
DATA_PACKAGE = "apt-get install tesseract-ocr-kor"
PACKAGES = ("tesserocr", "opencv-python-headless", "numpy")
LANGUAGES = ("kor", "eng")
# Where Debian and its kin, Fedora, Arch, Homebrew and those who build it themselves keep Tesseract's data.
FOLDERS = (
    Path("/usr/share/tesseract-ocr/5/tessdata"),
    Path("/usr/share/tesseract-ocr/4.00/tessdata"),
    Path("/usr/share/tessdata"),
    Path("/usr/share/tesseract/tessdata"),
    Path("/usr/local/share/tessdata"),
    Path("/opt/homebrew/share/tessdata"),
)


class Need(NamedTuple):
    """A piece that reading scanned pages needs.

    Attributes:
        name: the package, or the language of the data of Tesseract.
        found: its version, or the folder that holds the data; `None` where it is missing.
        install: the command that installs it.
    """

    name: str
    found: str | None
    install: str


def available(folders: Sequence[Path] = FOLDERS) -> tuple[Need, ...]:
    """All pieces that reading scanned pages needs: the packages of the extra, then the data for each language.

    Args:
        folders: where to look for the data, first one first.
    """
    folder = data_folder(folders)
    packages = [Need(name, _version(name), EXTRA) for name in PACKAGES]
    data = []
    for language in LANGUAGES:
        places = [place for place in folders if _file(place, language).is_file()]
        held = folder or next(iter(places), None)
        data.append(Need(f"{language}.traineddata", None if held is None else str(held), DATA_PACKAGE))
    return (*packages, *data)


def data_folder(folders: Sequence[Path] = FOLDERS) -> Path | None:
    """The first folder that holds the data of both languages; `None` if none does."""
    return next((place for place in folders if all(_file(place, word).is_file() for word in LANGUAGES)), None)


def _file(folder: Path, language: str) -> Path:
    return folder / f"{language}.traineddata"


def _version(package: str) -> str | None:
    try:
        return version(package)
    except PackageNotFoundError:
        return None
