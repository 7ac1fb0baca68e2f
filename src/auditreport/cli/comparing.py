"""Inputs and files of the user's → everything compared, and the codes of what happened (비교 실행)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import NamedTuple, TypeVar

from auditreport.cli.exits import ExitCode
from auditreport.cli.reading import Reading
from auditreport.cli.run import walk
from auditreport.cli.session import Session
from auditreport.comparing.compare import compare
from auditreport.comparing.lineage import Decisions, read_decisions
from auditreport.comparing.normalising import Normalising, Per, TableError, read_population, read_prices
from auditreport.errors import WrongDecision
from auditreport.pipeline import Done, Place, Task
from auditreport.pipeline.material import material_part
from auditreport.pipeline.stored import stored_material
from auditreport.render.reasons import translated
from auditreport.schemas.comparison import ComparedInput, Comparison
from auditreport.schemas.failure import Failure
from auditreport.schemas.indicator import Indicator
from auditreport.schemas.material import Material
from auditreport.vocab.indicators import IndicatorsError, indicators

T = TypeVar("T")


class Files(NamedTuple):
    """Files of the user's, by path."""

    indicators: str | None
    population: str | None
    prices: str | None
    lineage: str | None


class Chosen(NamedTuple):
    """What is compared, and how."""

    indicators: Mapping[str, Indicator]
    wanted: tuple[str, ...]
    how: Normalising
    decisions: Decisions | None


def chosen(session: Session, files: Files, words: Iterable[str], per: Per | None, real: int | None) -> Chosen | None:
    """What the options ask for; `None`, and the reason is said, where they cannot be followed."""
    _ = session.translate
    if per == "resident" and files.population is None:
        session.talk.say(_("--per resident needs --population FILE."))
        return None
    if real is not None and files.prices is None:
        session.talk.say(_("--real needs --prices FILE."))
        return None
    try:
        known = _read(files.indicators, indicators) or indicators()
        population = _read(files.population, read_population) or {}
        prices = _read(files.prices, read_prices) or {}
        decisions = _read(files.lineage, partial(read_decisions, name=files.lineage or ""))
    except _FileError as error:
        session.talk.say(_("{name}: {reason}."), name=error.name, reason=translated(error.reason, _))
        return None
    wanted = _wanted(session, words, known)
    if wanted is None:
        return None
    how = Normalising(per=per, population=population, real=real, prices=prices)
    return Chosen(known, wanted, how, decisions)


class _FileError(Exception):
    """A file that cannot be used."""

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(f"{name}: {reason}")
        self.name = name
        self.reason = reason


def _read(path: str | None, parse: Callable[[str], T]) -> T | None:
    """What a file says; `None` without one.

    Raises:
        _FileError: it cannot be read, or does not say it in the right form.
    """
    if path is None:
        return None
    try:
        return parse(Path(path).read_text(encoding="utf-8"))
    except OSError as error:
        raise _FileError(path, error.strerror or str(error)) from error
    except UnicodeDecodeError as error:
        raise _FileError(path, "this is no UTF-8 text") from error
    except (IndicatorsError, TableError) as error:
        raise _FileError(path, error.reason) from error
    except WrongDecision as error:
        raise _FileError(path, _said_of(error)) from error


def say_wrong(session: Session, error: WrongDecision) -> None:
    """Say which entry of a file of decisions cannot be followed."""
    session.talk.say(session.translate("{name}: {reason}."), name=error.name, reason=_said_of(error))


def _said_of(error: WrongDecision) -> str:
    """What is wrong with a file of decisions: the entry, the reason, and the next step."""
    place = "" if error.entry is None else f"entry {error.entry}: "
    return f"{place}{error.reason}; {error.next_step}"


def _wanted(session: Session, words: Iterable[str], known: Mapping[str, Indicator]) -> tuple[str, ...] | None:
    """Ids that words name or begin; `None`, and the reason is said, if a word begins none."""
    _ = session.translate
    wanted: list[str] = []
    for word in (part.strip() for one in words for part in one.split(",")):
        found = [name for name in known if name == word] or [name for name in known if name.startswith(word)]
        if not found or not word:
            sentence = _("{word}: there is no such indicator; the ids are {ids}.")
            session.talk.say(sentence, word=word, ids=", ".join(known))
            return None
        wanted += found
    return tuple(dict.fromkeys(wanted))


@dataclass(slots=True)
class _Gathering:
    """Takes the material of the reports, one after the other."""

    session: Session
    materials: list[Material] = field(default_factory=list)
    missed: list[Failure] = field(default_factory=list)

    def take(self, done: Done[Material]) -> ExitCode:
        """Keep the material of a report."""
        if not done.is_recognised:
            self.session.talk.unrecognised(done.name, pictures=done.has_pictures)
            return ExitCode.UNRECOGNISED
        self.materials.append(done.part.model_copy(update={"path": done.name}))
        return ExitCode.CLEAN

    def miss(self, failure: Failure) -> None:
        """Keep what could not be read."""
        self.missed.append(failure)


def compare_places(
    session: Session, places: Sequence[Place], reading: Reading, what: Chosen
) -> tuple[Comparison, set[ExitCode]]:
    """Compare all inputs.

    Args:
        session: talks with the user.
        places: what the user named.
        reading: how it is read.
        what: what is compared, and how.
    """
    gathering = _Gathering(session)
    codes, passed_over = walk(session, places, reading, Task(material_part, reading.limits, stored_material), gathering)
    session.talk.passed_over(passed_over)
    found = compare(gathering.materials, what.indicators, what.wanted, what.how, what.decisions)
    unread = tuple(ComparedInput(path=one.name, sha256=None, failure=one) for one in gathering.missed)
    if not found.cells and ExitCode.UNREADABLE not in codes:
        session.talk.say(session.translate("Nothing was compared: no figure of the reports fits an indicator."))
        codes.add(ExitCode.UNRECOGNISED)
    return found.model_copy(update={"inputs": (*found.inputs, *unread)}), codes
