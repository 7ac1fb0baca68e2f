"""`auditreport facts`: every figure of the reports, one JSON object a line."""

from __future__ import annotations

import typer

from auditreport.cli.options import Debug, Lang, Output, SourcesOrStores
from auditreport.cli.reading import Reading, reads
from auditreport.cli.session import Session
from auditreport.render.messages import N_

HELP = N_("Print every figure that reports state, one JSON object a line.")
EXAMPLE = "auditreport facts report.txt > facts.jsonl"


@reads
def facts(
    ctx: typer.Context,
    sources: SourcesOrStores,
    reading: Reading,
    output: Output = None,
    lang: Lang = None,
    debug: Debug = False,
) -> int:
    """Run the command; `lang` and `debug` are in the session already."""
    from auditreport.cli.run import run
    from auditreport.render.writers import FactWriter

    session: Session = ctx.obj
    return run(session, sources, output, FactWriter, reading)
