"""Inputs, a form of tables and a place → everything written there, and the exit code (보내기 실행)."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from auditreport.cli.exits import ExitCode, worst
from auditreport.cli.output import FileOutput, OutputError, StandardOutput, refusing
from auditreport.cli.reading import Reading
from auditreport.cli.run import read_stdin, walk
from auditreport.cli.session import Session
from auditreport.cli.targets import paths_of
from auditreport.pipeline import Done, Place, Task, find_places
from auditreport.pipeline.remote import MissingPackageError, is_address, is_there, refuse_strangers, upload
from auditreport.pipeline.stored import stored_tables
from auditreport.pipeline.tables import tables_part
from auditreport.render.messages import N_
from auditreport.schemas.failure import Failure
from auditreport.schemas.tables import TABLES, Batch, Table, chosen_tables
from auditreport.store.export.form import Form
from auditreport.store.export.forms import FORMS, FormName, filed, foldered, goes_to_folder, is_entry, streamed
from auditreport.store.export.rows import at_path

_ENDINGS: dict[str, FormName] = {kind.suffix: name for name, kind in FORMS.items() if kind.single is not None}
_ENDINGS |= {".sqlite": "sqlite", ".sqlite3": "sqlite", ".ndjson": "jsonl"}


class Wanted(NamedTuple):
    """What is written where: tables in a form, into a file or a folder; without `output`, to standard output."""

    form: FormName
    tables: tuple[Table, ...]
    output: str | None
    is_folder: bool
    mark: bool


def chosen(
    session: Session, form: str | None, output: str | None, names: Iterable[str], *, mark: bool
) -> Wanted | None:
    """What the options ask for; `None`, and the reason is said, where they cannot be followed."""
    _ = session.translate
    known = _form(form, output)
    words = [word.strip() for name in names for word in name.split(",")]
    for word in words:
        if word not in TABLES:
            sentence = _("{word}: there is no such table; choose of {names}.")
            session.talk.say(sentence, word=word, names=", ".join(TABLES))
            return None
    is_folder = output is not None and (goes_to_folder(known, output) or _is_folder(known, output))
    if output is None and not FORMS[known].streams:
        session.talk.say(_("{form} goes to a file or a folder: name it with -o."), form=known)
        return None
    holds_one = not is_folder and FORMS[known].single == "one"
    if holds_one and len(words) > 1:
        session.talk.say(_("One file holds one table: name a folder with -o, or one --table."))
        return None
    tables = chosen_tables(words or (["facts"] if holds_one else TABLES))
    return Wanted(known, tables, output, is_folder, mark)


def _form(form: str | None, output: str | None) -> FormName:
    if form is not None:
        return next(name for name in FORMS if name == form)
    return _ENDINGS.get(os.path.splitext(output or "")[1].lower(), "csv")


def _is_folder(form: FormName, output: str) -> bool:
    return FORMS[form].folder and Path(output).is_dir()


@dataclass(slots=True)
class _Exporting:
    """Hands the rows of the reports on, one report after the other."""

    session: Session
    form: Form
    seen: dict[str, str] = field(default_factory=dict)

    def take(self, done: Done[list[Batch]]) -> ExitCode:
        """Write the rows of a report; a file that is there under two names counts once."""
        talk, _ = self.session.talk, self.session.translate
        if not done.is_recognised:
            talk.unrecognised(done.name, pictures=done.has_pictures)
            return ExitCode.UNRECOGNISED
        (name, [reported, *_others]), *_rest = done.part
        digest = str(reported[TABLES[name].names.index("sha256")])
        if digest in self.seen:
            talk.say(_("{name}: left out, it is the same file as {other}."), name=done.name, other=self.seen[digest])
            return ExitCode.CLEAN
        self.seen[digest] = done.name
        for batch in done.part:
            self.form.add(at_path(batch, done.name))
        return ExitCode.CLEAN

    def miss(self, failure: Failure) -> None:
        """Do nothing: it was said, and there is no row of it."""


class _NothingReadError(Exception):
    """There is nothing that could take the place of what was exported before."""


def export_places(session: Session, sources: Sequence[str], reading: Reading, wanted: Wanted) -> ExitCode:
    """Read all sources and write their tables.

    Raises:
        OutputError: they cannot be written there.
    """
    _ = session.translate
    places = find_places(sources, read_stdin)
    codes: set[ExitCode] = set()
    try:
        with refusing(wanted.output or ""), _opened(wanted, places) as form:
            exporting = _Exporting(session, form)
            happened, passed_over = walk(
                session, places, reading, Task(tables_part, reading.limits, stored_tables), exporting
            )
            codes |= happened
            session.talk.passed_over(passed_over)
            if not exporting.seen:
                raise _NothingReadError
    except _NothingReadError:
        return worst(codes)
    except MissingPackageError as error:
        session.talk.missing_package(wanted.output or "", error.scheme, error.package)
        return ExitCode.USAGE
    if form.cut:
        sentence = _("{count} cells were cut: Excel holds no longer ones; the other forms have them whole.")
        session.talk.say(sentence, count=str(form.cut))
    return worst(codes)


@contextmanager
def _opened(wanted: Wanted, places: Sequence[Place]) -> Iterator[Form]:
    """The form, in the place where it is to be."""
    if wanted.output is None:
        output = StandardOutput()
        yield streamed(wanted.form, wanted.tables, lambda _: output, mark=wanted.mark)
    elif is_address(wanted.output):
        refuse_strangers(wanted.output, is_entry)
        with TemporaryDirectory(prefix="auditreport-") as folder:
            parent, _, name = wanted.output.rstrip("/").rpartition("/")
            with _local(wanted, Path(folder, name)) as form:
                yield form
            # A database has its description beside it; one that is there may be somebody's work.
            for made in sorted(Path(folder).iterdir()):
                address = f"{parent}/{made.name}"
                if made.name == name or not is_there(address):
                    upload(made, address)
    else:
        if os.path.realpath(wanted.output) in paths_of(places):
            raise OutputError(wanted.output, N_("this is one of the inputs and would be lost"))
        with _local(wanted, Path(wanted.output)) as form:
            yield form


@contextmanager
def _local(wanted: Wanted, path: Path) -> Iterator[Form]:
    if wanted.is_folder:
        with foldered(wanted.form, wanted.tables, path, mark=wanted.mark) as form:
            yield form
    elif FORMS[wanted.form].streams:
        output, kept = FileOutput(path), False
        try:
            yield streamed(wanted.form, wanted.tables, lambda _: output, mark=wanted.mark)
            kept = True
        finally:
            output.close(keep=kept)
    else:
        with filed(wanted.form, wanted.tables, path) as form:
            yield form
