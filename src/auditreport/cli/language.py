"""Options and locale (지역 설정) → the language in which to talk."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

KOREAN, ENGLISH = "ko", "en"
_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")
_OPTION = "--lang"


def language_of(words: Sequence[str], environ: Mapping[str, str]) -> str:
    """The language that the words ask for, or else that of the locale: Korean, or English for any other.

    The words are looked at before they are parsed, so that help and mistakes on the command line speak it.

    >>> language_of(["facts", "--lang", "ko"], {"LANG": "en_US.UTF-8"})
    'ko'
    >>> language_of([], {"LC_ALL": "", "LANG": "ko_KR.UTF-8"})
    'ko'
    """
    for i, word in enumerate(words):
        name, equals, value = word.partition("=")
        if word == "--":
            break
        if name == _OPTION:
            asked = value if equals else "".join(words[i + 1 : i + 2])
            if asked in (KOREAN, ENGLISH):
                return asked
    locale = next((environ[name] for name in _VARIABLES if environ.get(name)), "")
    return KOREAN if locale.replace("-", "_").lower().split("_")[0].split(".")[0] == KOREAN else ENGLISH
