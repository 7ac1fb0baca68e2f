"""Forms (형식) by name → what writes them, and where: into a file, into a folder, or as it comes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Literal, NamedTuple

from auditreport.schemas.tables import TABLES, Table
from auditreport.store.export.form import Form, Opener, Sink
from auditreport.store.export.placing import replacing_file, replacing_folder

FormName = Literal["csv", "jsonl", "xlsx", "sqlite", "parquet", "datapackage"]


class Kind(NamedTuple):
    """Where a form goes.

    Attributes:
        suffix: ending of its files.
        single: how many tables one file of it holds; none where it is always a folder.
        folder: whether it may be a folder of files, one or more for each table.
        streams: whether it may be written as it comes.
    """

    suffix: str
    single: Literal["one", "all"] | None
    folder: bool
    streams: bool = False


FORMS: dict[FormName, Kind] = {
    "csv": Kind(".csv", "one", folder=True, streams=True),
    "xlsx": Kind(".xlsx", "all", folder=False),
    "parquet": Kind(".parquet", "one", folder=True),
    "jsonl": Kind(".jsonl", "one", folder=True, streams=True),
    "sqlite": Kind(".db", "all", folder=False),
    "datapackage": Kind(".csv", None, folder=True),
}


def goes_to_folder(form: FormName, name: str) -> bool:
    """Whether a form goes to a folder of this name: one that ends with / or has no ending, if it has a choice."""
    kind = FORMS[form]
    if kind.single is None or not kind.folder:
        return kind.folder
    return name.endswith("/") or "." not in name.rpartition("/")[2].strip(".")


def is_entry(name: str) -> bool:
    """Whether an export has an entry of this name in its folder, or the Finder of macOS puts it there."""
    stem, _, ending = name.partition(".")
    return name in ("datapackage.json", ".DS_Store") or (stem in TABLES and ending in ("", "csv", "jsonl"))


def streamed(form: FormName, tables: Sequence[Table], opened: Opener, *, mark: bool = False) -> Form:
    """A form that is written as it comes.

    Args:
        form: its name.
        tables: the tables; one for one sink.
        opened: opens a sink for each.
        mark: whether files of CSV begin with the byte order mark.
    """
    from auditreport.store.export.lines import CsvForm, JsonLinesForm

    return CsvForm(tables, opened, mark=mark) if form == "csv" else JsonLinesForm(tables, opened)


@contextmanager
def filed(form: FormName, tables: Sequence[Table], path: Path) -> Iterator[Form]:
    """A form in a file that appears whole, with all rows that were added, or not at all.

    Raises:
        OSError: it cannot be written.
    """
    with replacing_file(path) as new:
        with _whole(_in_file(form, tables, new)) as made:
            yield made
        if form == "sqlite":
            _describe(tables, path)


def _in_file(form: FormName, tables: Sequence[Table], path: Path) -> Form:
    match form:
        case "xlsx":
            from auditreport.store.export.xlsx import XlsxForm

            return XlsxForm(tables, path)
        case "sqlite":
            from auditreport.store.export.sqlite import SqliteForm

            return SqliteForm(tables, path)
        case "parquet":
            from auditreport.store.export.parquet import ParquetForm

            return ParquetForm(tables, path, parted=False)
        case _:
            raise ValueError(f"{form} is streamed, or goes to a folder")


def _describe(tables: Sequence[Table], path: Path) -> None:
    """Say beside a database what it holds, unless somebody already does: people add to such files."""
    from auditreport.store.export.sqlite import metadata

    if not described(path).exists():
        with replacing_file(described(path)) as new:
            new.write_bytes(metadata(tables, path.stem).encode())


def described(path: Path) -> Path:
    """Where the metadata of a database lie: beside it."""
    return path.with_name(f"{path.stem}.metadata.json")


@contextmanager
def foldered(form: FormName, tables: Sequence[Table], path: Path, *, mark: bool = False) -> Iterator[Form]:
    """A form in a folder that appears whole or not at all.

    Raises:
        OSError: it cannot be written.
    """
    with replacing_folder(path, is_entry) as new, ExitStack() as files:

        def opened(name: str) -> Sink:
            return files.enter_context((new / f"{name}{FORMS[form].suffix}").open("wb"))

        if form == "parquet":
            from auditreport.store.export.parquet import ParquetForm

            made: Form = ParquetForm(tables, new)
        elif form == "datapackage":
            from auditreport.store.export.datapackage import DataPackageForm

            made = DataPackageForm(tables, opened, new, files.close)
        else:
            made = streamed(form, tables, opened, mark=mark)
        with _whole(made):
            yield made


@contextmanager
def _whole(form: Form) -> Iterator[Form]:
    """Finish a form, or abandon it if anything goes wrong, finishing included."""
    try:
        yield form
        form.finish()
    except BaseException:
        form.abandon()
        raise
