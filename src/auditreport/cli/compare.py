"""`auditreport compare`: years and districts side by side."""

from __future__ import annotations

import sys
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from auditreport.cli.completing import indicator_ids, listed
from auditreport.cli.exits import ExitCode, worst
from auditreport.cli.options import Debug, Lang, SourcesOrStores
from auditreport.cli.reading import Reading, reads
from auditreport.cli.session import Session
from auditreport.render.messages import N_

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rich.console import Console

    from auditreport.schemas.comparison import Comparison
    from auditreport.schemas.indicator import Indicator

HELP = N_("Set reports of several years and districts side by side, every figure with its source.")
EXAMPLE = "auditreport compare reports/ -f html -o compared.html"


class Format(StrEnum):
    """Forms of the output."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"
    XLSX = "xlsx"
    HTML = "html"


class By(StrEnum):
    """Views of the table."""

    YEAR = "year"
    DISTRICT = "district"
    PROGRAMME = "programme"


class Per(StrEnum):
    """What amounts and counts are divided by."""

    STAFF = "staff"
    RESIDENT = "resident"


FormatOption = Annotated[
    Format,
    typer.Option(
        "-f",
        "--format",
        metavar="table|json|csv|xlsx|html",
        help=N_("A table to read, a workbook, a web page, or a form for programs. Default: table."),
    ),
]
FileOption = Annotated[
    str | None,
    typer.Option("-o", "--output", metavar="FILE", help=N_("Write to this file. Default: standard output.")),
]
ByOption = Annotated[
    By,
    typer.Option(
        metavar="year|district|programme",
        help=N_("Years of each department, departments of each year, or programmes. Default: year."),
    ),
]
IndicatorOption = Annotated[
    list[str] | None,
    typer.Option(
        metavar="IDS",
        autocompletion=listed(indicator_ids),
        help=N_("Compare these only: ids or their beginnings, as in budget,contract_review.cases. Default: all."),
    ),
]
IndicatorsOption = Annotated[
    str | None,
    typer.Option(
        metavar="FILE", help=N_("Add the indicators of this TOML file. Default: those of the dictionary alone.")
    ),
]
PerOption = Annotated[
    Per | None,
    typer.Option(
        metavar="staff|resident",
        help=N_("Divide amounts and counts by posts, or by residents (see --population). Default: as they are."),
    ),
]
PopulationOption = Annotated[
    str | None,
    typer.Option(
        metavar="FILE",
        help=N_("CSV with the columns district, year and population, for --per resident. Default: none."),
    ),
]
RealOption = Annotated[
    int | None,
    typer.Option(
        min=1900,
        max=2200,
        metavar="YEAR",
        help=N_("Give amounts in prices of this year (see --prices). Default: as printed."),
    ),
]
PricesOption = Annotated[
    str | None,
    typer.Option(metavar="FILE", help=N_("CSV with the columns year and index, for --real. Default: none.")),
]
LineageOption = Annotated[
    str | None,
    typer.Option(metavar="FILE", help=N_("TOML file of decisions on which programme became which. Default: none.")),
]
WriteLineageOption = Annotated[
    str | None,
    typer.Option(
        metavar="FILE", help=N_("Write the open questions of the lineage into this file, to be settled. Default: none.")
    ),
]


@reads
def compare(
    ctx: typer.Context,
    sources: SourcesOrStores,
    reading: Reading,
    form: FormatOption = Format.TABLE,
    output: FileOption = None,
    by: ByOption = By.YEAR,
    indicator: IndicatorOption = None,
    indicators: IndicatorsOption = None,
    per: PerOption = None,
    population: PopulationOption = None,
    real: RealOption = None,
    prices: PricesOption = None,
    lineage: LineageOption = None,
    write_lineage: WriteLineageOption = None,
    lang: Lang = None,
    debug: Debug = False,
) -> int:
    """Run the command; `lang` and `debug` are in the session already."""
    from auditreport.cli.comparing import Files, chosen, compare_places, say_wrong
    from auditreport.cli.console import make_console, width_of
    from auditreport.cli.output import is_terminal
    from auditreport.cli.run import read_stdin
    from auditreport.cli.targets import paths_of, writing
    from auditreport.comparing.lineage import write_template
    from auditreport.errors import WrongDecision
    from auditreport.pipeline import find_places

    session: Session = ctx.obj
    files = Files(indicators, population, prices, lineage)
    what = chosen(session, files, indicator or (), per.value if per else None, real)
    if what is None:
        return ExitCode.USAGE
    if form is Format.XLSX and output is None and is_terminal(sys.stdout):
        session.talk.say(session.translate("A spreadsheet cannot be shown here: name a file with -o."))
        return ExitCode.USAGE
    places = find_places(sources, read_stdin)
    inputs = paths_of(places)
    try:
        with writing(output, inputs) as target:
            comparison, codes = compare_places(session, places, reading, what)
            shown = output is None and is_terminal(sys.stdout)
            console = make_console(width_of(is_terminal=shown), is_terminal=shown)
            target.write(_made(form, comparison, what.indicators, by, session, console))
            if write_lineage is not None:
                with writing(write_lineage, inputs) as questions:
                    questions.write(write_template(comparison.lineage))
    except WrongDecision as error:
        say_wrong(session, error)
        return ExitCode.USAGE
    return worst(codes)


def _made(
    form: Format,
    comparison: Comparison,
    indicators: Mapping[str, Indicator],
    by: By,
    session: Session,
    console: Console,
) -> str | bytes:
    """The comparison in a form."""
    translate, lang = session.translate, session.talk.lang
    match form:
        case Format.TABLE:
            from auditreport.render.compared.text import compare_text

            return compare_text(comparison, indicators, console, by=by.value, translate=translate, lang=lang)
        case Format.JSON:
            from auditreport.render.compared.data import compare_json

            return compare_json(comparison)
        case Format.CSV:
            from auditreport.render.compared.flat import compare_csv

            return compare_csv(comparison, indicators)
        case Format.XLSX:
            from auditreport.render.compared.sheets import compare_xlsx

            return compare_xlsx(comparison, indicators, translate=translate, lang=lang)
        case Format.HTML:
            from auditreport.render.compared.page.write import compare_html

            return compare_html(comparison, indicators, lang=lang)
