"""Words of a report → text that a terminal, a spreadsheet, a database or a line of JSON holds without obeying it."""

from __future__ import annotations

import re

# Controls of both sets, line and paragraph separators, direction overrides, lone surrogates, what is no character.
_UNSAFE = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")
# No encoding holds half a character, and much software takes a zero for the end of a text.
_UNENCODABLE = re.compile("[\x00\ud800-\udfff]")
_SPACES = re.compile("[\t\n\v\f\r \x85\u2028\u2029]+")
# What JSON allows inside of a string, but a terminal or a reader of lines takes for more than a character.
_UNSAFE_IN_JSON = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")


# What a spreadsheet takes for the beginning of a formula, the full-width twins of signs, too; a lone sign is none.
_FORMULA = re.compile("[=+@\uff1d\uff0b\uff0d\uff20\t\n-].|[\t\n']", re.DOTALL)
_NUMBER = re.compile(r"[+-]?\d+(?:,\d{3})*(?:\.\d+)?")


def printable(text: str) -> str:
    r"""One line without control characters: white space is folded, other controls are shown as `\x1b`.

    >>> printable("a\tb\x1b[31mc")
    'a b\\x1b[31mc'
    """
    return _UNSAFE.sub(_escape, _SPACES.sub(" ", text)).strip()


def as_printed(text: str) -> str:
    r"""One line in which every space stays where it is; tabs and line ends become spaces, controls `\x1b`.

    >>> as_printed("  a\tb ")
    '  a b '
    """
    return _UNSAFE.sub(lambda match: " " if match[0] in "\t\n\r" else _escape(match), text)


def without_controls(text: str) -> str:
    r"""The text with tabs and line feeds kept and other controls shown as `\x1b`.

    A carriage return is shown, too: what stands before it would be written over.
    """
    return _UNSAFE.sub(lambda match: match[0] if match[0] in "\t\n" else _escape(match), text)


def encodable(text: str) -> str:
    r"""The text as databases hold it: zeros and halves of characters are shown as `\x00` and `\ud800`."""
    return _UNENCODABLE.sub(_escape, text)


def guarded(text: str) -> str:
    """The text without controls, and such that no spreadsheet takes it for a formula: those get an apostrophe.

    Who strips one apostrophe from its beginning has the text back.

    >>> guarded("=1+1"), guarded("'quoted'"), guarded("-18,040"), guarded("-")
    ("'=1+1", "''quoted'", '-18,040', '-')
    """
    text = without_controls(text)
    return f"'{text}" if _FORMULA.match(text) and not _NUMBER.fullmatch(text) else text


def json_safe(text: str) -> str:
    r"""JSON that shows controls as `\u009b` instead of holding them; what a program reads stays the same.

    >>> json_safe('{"raw":"5\x9b"}')
    '{"raw":"5\\u009b"}'
    """
    return _UNSAFE_IN_JSON.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def _escape(match: re.Match[str]) -> str:
    code = ord(match[0])
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"
