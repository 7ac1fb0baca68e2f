"""auditreport: Korean local-government work reports (주요업무보고) → validated records."""

from __future__ import annotations

from os import PathLike
from typing import TYPE_CHECKING, Any

from auditreport._version import __version__
from auditreport.errors import AuditReportError, UnreadableInput

if TYPE_CHECKING:
    from collections.abc import Iterable

    import pandas

    from auditreport.checks import Checked
    from auditreport.parsers.formats.limits import Limits
    from auditreport.pipeline import Read
    from auditreport.schemas import Fact, Report
    from auditreport.schemas.comparison import Comparison

__all__ = [
    "AuditReportError",
    "Limits",
    "UnreadableInput",
    "__version__",
    "check",
    "compare",
    "facts",
    "parse",
    "read",
    "use_vocab",
]


def __getattr__(name: str) -> Any:
    """Look up `Limits`, whose module is not imported before it is needed."""
    if name == "Limits":
        from auditreport.parsers.formats.limits import Limits

        return Limits
    raise AttributeError(f"module 'auditreport' has no attribute {name!r}")


def use_vocab(path: str | PathLike[str]) -> None:
    """Know the words of a file (사용자 용어), too, in all that is read from now on; call it before the first report.

    Args:
        path: a TOML file whose tables are those of the vocabulary, as in `[[headings.section]]`.

    Raises:
        AuditReportError: it has another form, changes what is known, or something was read without it.
    """
    from auditreport.vocab import use_own_file

    use_own_file(path)


def read(source: str | PathLike[str] | bytes, name: str = "bytes", limits: Limits | None = None) -> Read:
    """Read one report: its document, what it says (주요업무보고), and its figures as facts.

    Args:
        source: the path of a file, or the bytes of one.
        name: what messages and `Source.name` call bytes; a file has its own name.
        limits: what the file may cost and the password that opens it, as in
            `Limits(seconds=60, seconds_per_mb=0, seconds_per_scan=0, password="…")`; the defaults are those of the
            command line.

    Raises:
        UnreadableInput: there is no such file, or it is empty, damaged, locked, too large or in no format that is read.
    """
    from pathlib import Path

    from auditreport.parsers.formats.limits import DEFAULT
    from auditreport.pipeline import read_bytes, read_path

    limits = limits or DEFAULT
    return read_bytes(source, name, limits) if isinstance(source, bytes) else read_path(Path(source), limits)


def parse(source: str | PathLike[str] | bytes, name: str = "bytes", limits: Limits | None = None) -> Report:
    """What one report says (보고 내용): who reports, programmes, sections, figures; takes what `read` takes."""
    return read(source, name, limits).report


def facts(source: str | PathLike[str] | bytes, name: str = "bytes", limits: Limits | None = None) -> list[Fact]:
    """The figures (수치) of one report in the order in which it states them; takes what `read` takes."""
    return read(source, name, limits).facts


def check(
    source: str | PathLike[str] | bytes,
    name: str = "bytes",
    limits: Limits | None = None,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
) -> Checked:
    """Where one report contradicts itself (불일치): what was checked, its equations, and its discrepancies.

    Args:
        source: what `read` takes.
        name: what bytes are called.
        limits: as in `read`.
        select: codes of rules, or their beginnings, as in `["AR1", "AR203"]`: only these are applied.
        ignore: codes of rules that are left out, given in the same way.

    Raises:
        UnreadableInput: it cannot be read.
        AuditReportError: a code names no rule.
    """
    from os import fspath

    from auditreport.checks import select_codes
    from auditreport.pipeline import check_read

    codes = select_codes(select, ignore)
    path = name if isinstance(source, bytes) else fspath(source)
    return check_read(read(source, name, limits), path, codes)


def compare(
    sources: Iterable[str | PathLike[str]], limits: Limits | None = None, indicators: Iterable[str] = ()
) -> Comparison:
    """What reports of several years and districts say of the same things (비교): cells by indicator, lineage, peers.

    Args:
        sources: paths of reports; the same file given twice counts once.
        limits: as in `read`.
        indicators: ids to compare, as in `["budget.amount"]`; all if empty.

    Raises:
        UnreadableInput: one of them cannot be read.
    """
    from os import fspath

    from auditreport.comparing.compare import compare as compare_materials
    from auditreport.pipeline.material import material_of
    from auditreport.vocab.indicators import indicators as known

    materials = [material_of(read(source, limits=limits), fspath(source)) for source in sources]
    return compare_materials(materials, known(), tuple(indicators))


def frame(
    sources: Iterable[str | PathLike[str]], table: str = "facts", limits: Limits | None = None
) -> pandas.DataFrame:
    """The rows that reports have in one table (데이터프레임), as a data frame of pandas.

    Args:
        sources: paths of reports; the same file given twice counts once.
        table: `facts`, `programmes`, `equations` or another one that `auditreport export` writes.
        limits: as in `read`.

    Returns:
        The columns of that table: numbers of `value` as `Decimal`, days as `datetime64`, lists as lists.

    Raises:
        UnreadableInput: one of them cannot be read.
        AuditReportError: there is no such table.
    """
    from os import fspath

    from auditreport.pipeline.frames import frame as framed

    return framed(((fspath(source), read(source, limits=limits)) for source in sources), table)
