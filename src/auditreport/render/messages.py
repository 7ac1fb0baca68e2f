"""English messages → the reader's language (표시 언어), out of the gettext catalogues in `locale/`."""

import gettext
from collections.abc import Callable
from functools import cache
from importlib import resources

LANGUAGES = ("ko", "en")
DOMAIN = "auditreport"


def N_(message: str) -> str:  # noqa: N802 - the name that gettext tools collect messages by
    """Mark a message for the catalogue where it is written, to be translated where it is shown."""
    return message


@cache
def translator(lang: str) -> Callable[[str], str]:
    """Return the function that says a message in a language; the messages in the code are the English ones.

    A message without a translation comes back as it is.

    >>> _ = translator("en")
    >>> _("Budget")
    'Budget'

    Raises:
        ValueError: the language is not one of `LANGUAGES`.
    """
    if lang not in LANGUAGES:
        raise ValueError(f"no catalogue for the language {lang!r}: choose one of {', '.join(LANGUAGES)}")
    catalogue = resources.files(__package__).joinpath("locale", lang, "LC_MESSAGES", f"{DOMAIN}.mo")
    if not catalogue.is_file():
        return _unchanged
    with catalogue.open("rb") as file:
        translations = gettext.GNUTranslations(file)

    def translate(message: str) -> str:
        # The catalogue keeps its own header under the empty message.
        return translations.gettext(message) if message else message

    return translate


def _unchanged(message: str) -> str:
    return message
