"""Reasons why an input could not be read, as the readers give them in English → the reader's language.

The readers know no catalogue; what they say is listed here once more, so that it can be translated. A test
compares the list with the code.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from auditreport.render.messages import N_

REASONS = (
    N_("the bytes are no text in UTF-8, UTF-16 or CP949"),
    N_("the file cannot be opened"),
    N_("the file holds binary data, not text"),
    N_("the file is empty"),
    N_("the file may not be read"),
    N_("the folder may not be read"),
    N_("there is no such file"),
    N_("there is no file in this folder that can be read"),
    N_("this is a folder"),
    N_("this is {what}, not text"),
)
FORMATS = (
    N_("a PDF file"),
    N_("an HWP 5 or other OLE file"),
    N_("an HWPX or other ZIP file"),
    N_("an HWP 3 file"),
    N_("a picture"),
    N_("a gzip archive"),
)
NEXT_STEPS = (
    N_("check its permissions"),
    N_("check that it is the report"),
    N_("check the file or convert it"),
    N_("check the path"),
    N_("pass a folder that holds reports"),
    N_("pass the files in it"),
    N_("save or scrape the report as text first"),
    N_("save the report again and pass that file"),
)

# What the operating system says when it refuses to write.
REFUSALS = (
    N_("File name too long"),
    N_("Is a directory"),
    N_("No space left on device"),
    N_("No such file or directory"),
    N_("Not a directory"),
    N_("Permission denied"),
    N_("Read-only file system"),
)


def translated(reason: str, translate: Callable[[str], str]) -> str:
    """A reason, a next step or a refusal in the reader's language; one that is not listed comes back in English."""
    for template in (*REASONS, *NEXT_STEPS, *REFUSALS):
        match = _pattern(template).fullmatch(reason)
        if match is not None:
            gaps = {name: translate(word) for name, word in match.groupdict().items()}
            return translate(template).format(**gaps) if gaps else translate(template)
    return reason


@cache
def _pattern(template: str) -> re.Pattern[str]:
    parts = re.split(r"\{([a-z]+)\}", template)
    return re.compile("".join(f"(?P<{p}>.+)" if i % 2 else re.escape(p) for i, p in enumerate(parts)))
