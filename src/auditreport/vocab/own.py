"""A file of the user's own words (사용자 용어) → words beside the shipped ones, in all that this process reads.

A word is only ever added: what the shipped files know keeps its meaning, so that a file of words cannot turn a figure
that was read rightly into another one without saying so.
"""

from __future__ import annotations

import hashlib
import json
import tomllib
from functools import cache
from os import PathLike, fspath
from pathlib import Path
from typing import Any

from auditreport._version import __version__
from auditreport.errors import WrongVocabulary
from auditreport.vocab.merging import WrongWord, merged
from auditreport.vocab.toml import TomlError, read_toml

FOLDER = Path(__file__).parent
# The files of this folder that take words, without their ending.
FILES = ("columns", "districts", "entities", "functions", "headings", "units", "words")
_state: dict[str, Any] = {"text": None, "words": {}, "is_used": False}


def use_own(text: str | None, name: str = "words.toml") -> None:
    """Read all that follows with these words, too; with the words that are used already nothing happens.

    Args:
        text: a TOML file whose tables are `[FILE.TABLE]`, as in `[[headings.section]]`; see docs/vocabulary.md.
        name: what the user calls it, for messages.

    Raises:
        WrongVocabulary: it is no TOML, has another form, or changes what is known; or something was read before.
    """
    if text == _state["text"]:
        return
    if _state["is_used"]:
        raise WrongVocabulary(name, "something was read without these words", "name them before the first report")
    given = parsed(text or "", name)
    try:
        for file, tables in given.items():
            _check_codes(file, merged(shipped(file), tables, file))
    except WrongWord as error:
        raise WrongVocabulary(name, error.reason, "see docs/vocabulary.md for the form") from None
    _state.update(text=text, words=given)


def use_own_file(path: str | PathLike[str]) -> None:
    """Read all that follows with the words of a file, too; see `use_own`.

    Raises:
        WrongVocabulary: it cannot be opened either.
    """
    name = fspath(path)
    try:
        text = Path(path).read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise WrongVocabulary(name, "this is no UTF-8 text", "save it as UTF-8") from None
    except OSError as error:
        raise WrongVocabulary(name, error.strerror or str(error), "check the path") from error
    use_own(text, name)


def own_text() -> str | None:
    """The words of the user that this process reads with, as they were given; `None` without any."""
    text: str | None = _state["text"]
    return text


def version() -> str:
    """The version of auditreport, with a mark of the words that it reads with: other words may read other figures."""
    if not _state["words"]:
        return __version__
    digest = hashlib.sha256(json.dumps(_state["words"], sort_keys=True, default=str).encode()).hexdigest()
    return f"{__version__}+vocab.{digest[:10]}"


@cache
def tables_of(file: str) -> dict[str, Any]:
    """The tables of a shipped file with the user's words in them; from now on no others can be added."""
    _state["is_used"] = True
    own = _state["words"].get(file)
    return shipped(file) if own is None else merged(shipped(file), own, file)


@cache
def shipped(file: str) -> dict[str, Any]:
    """The tables of a file of this folder as they are shipped."""
    with (FOLDER / f"{file}.toml").open("rb") as opened:
        return tomllib.load(opened)


def parsed(text: str, name: str) -> dict[str, Any]:
    """The tables of a user's text, by the file that they add to.

    Raises:
        WrongVocabulary: it is no TOML, or adds to what takes no words.
    """
    try:
        given = read_toml(text)
    except TomlError as error:
        raise WrongVocabulary(name, f"this is no TOML ({error})", "mend that line") from None
    for file, tables in given.items():
        if file not in FILES or not isinstance(tables, dict):
            raise WrongVocabulary(name, f"there is no file {file} to add to", f"it takes {', '.join(FILES)}")
    return given


def _check_codes(file: str, tables: dict[str, Any]) -> None:
    """Another name stands for a local government that there is."""
    provinces = tables.get("province", ())
    codes = {row["code"] for province in provinces for row in (province, *province.get("districts", ()))}
    for name, code in tables.get("aliases", {}).items():
        if code not in codes:
            raise WrongWord(f"{file}.aliases.{name}", f"{code} is the code of no local government")
