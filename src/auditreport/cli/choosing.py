"""Options that name rules or a baseline → the rules and the known discrepancies, or a sentence on what is wrong."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from pydantic import ValidationError

from auditreport.checks import UnknownRule, select_codes
from auditreport.cli.session import Session
from auditreport.render.reasons import translated
from auditreport.schemas.discrepancy import Baseline


def chosen_codes(session: Session, select: Iterable[str], ignore: Iterable[str]) -> frozenset[str] | None:
    """The codes of the rules to apply; `None`, and the reason is said, if a word names none or none is left."""
    _ = session.translate
    try:
        codes = select_codes(_words(select), _words(ignore))
    except UnknownRule as error:
        say_unknown(session, error)
        return None
    if not codes:
        session.talk.say(_("No rule is left: --ignore leaves out all that --select names."))
        return None
    return codes


def say_unknown(session: Session, error: UnknownRule) -> None:
    """Say that a word names no rule, and which are near it."""
    _ = session.translate
    sentence = _("{word}: there is no such rule; near it are {codes}; auditreport rules list shows all.")
    session.talk.say(sentence, word=error.word, codes=", ".join(error.near))


def _words(given: Iterable[str]) -> list[str]:
    """Options that may be given several times, and several words in each, parted by commas."""
    return [word.strip() for one in given for word in one.split(",")]


def further_forms(session: Session, given: Iterable[str], forms: Sequence[str]) -> list[tuple[str, str]] | None:
    """Forms with the files that they go to, out of `FORM=FILE`; `None`, and the reason is said, for anything else."""
    _ = session.translate
    out = []
    for word in given:
        form, _equals, path = word.partition("=")
        if form not in forms or not path:
            sentence = _("{word}: --also takes FORM=FILE, where FORM is one of {forms}.")
            session.talk.say(sentence, word=word, forms=", ".join(forms))
            return None
        out.append((form, path))
    return out


def known_discrepancies(session: Session, path: str | None) -> Baseline | None:
    """The baseline in a file; `None`, and the reason is said, if there is none in it."""
    if path is None:
        return None
    _ = session.translate
    try:
        return Baseline.model_validate_json(Path(path).read_bytes())
    except OSError as error:
        sentence = _("{name}: the baseline cannot be read ({reason}); --write-baseline makes one.")
        session.talk.say(sentence, name=path, reason=translated(error.strerror or str(error), _))
    except ValidationError:
        session.talk.say(_("{name}: this is no baseline; --write-baseline makes one."), name=path)
    return None
