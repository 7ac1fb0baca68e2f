"""`auditreport ingest`: reports into a store."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from auditreport.cli.exits import ExitCode
from auditreport.cli.options import Debug, Lang, Sources, StoreOption, WaitOption
from auditreport.cli.reading import Reading, reads
from auditreport.cli.session import Session
from auditreport.render.messages import N_

if TYPE_CHECKING:
    from datetime import datetime

HELP = N_("Read what is new or changed into a store, which compare, check, exports and SQL work from.")
EXAMPLE = "auditreport ingest reports/ --store reports.duckdb"

SinceOption = Annotated[
    str | None,
    typer.Option(
        metavar="DATE", help=N_("Leave out files last modified before this day, as in 2026-10-01. Default: none.")
    ),
]
ForceOption = Annotated[
    bool, typer.Option("--force", help=N_("Read all files again. Default: what is new or changed."))
]
DryRunOption = Annotated[
    bool, typer.Option("--dry-run", help=N_("List what would be done, and change nothing. Default: do it."))
]
DiffOption = Annotated[
    bool,
    typer.Option(
        "--diff", help=N_("Show the facts that reading a report again gained, lost or altered. Default: counts.")
    ),
]
PruneOption = Annotated[
    bool,
    typer.Option("--prune", help=N_("Take out the reports whose files were removed. Default: they stay.")),
]


@reads
def ingest(
    ctx: typer.Context,
    sources: Sources,
    reading: Reading,
    store: StoreOption = "reports.duckdb",
    since: SinceOption = None,
    force: ForceOption = False,
    dry_run: DryRunOption = False,
    diff: DiffOption = False,
    prune: PruneOption = False,
    wait: WaitOption = 60,
    lang: Lang = None,
    debug: Debug = False,
) -> int:
    """Run the command; `lang` and `debug` are in the session already."""
    from auditreport.cli.ingesting import Asked, run_ingest
    from auditreport.errors import StoreError

    session: Session = ctx.obj
    _ = session.translate
    begin = _day(since) if since is not None else None
    if since is not None and begin is None:
        session.talk.say(_("{word}: --since takes a day, as in 2026-10-01."), word=since)
        return ExitCode.USAGE
    if "-" in sources:
        session.talk.say(_("A store knows reports by their files: standard input is not taken."))
        return ExitCode.USAGE
    asked = Asked(store, begin, force=force, dry_run=dry_run, diff=diff, prune=prune, wait=float(wait))
    try:
        return run_ingest(session, sources, reading, asked)
    except StoreError as error:
        session.talk.store(error)
        return ExitCode.USAGE


def _day(word: str) -> datetime | None:
    from datetime import datetime

    try:
        return datetime.strptime(word, "%Y-%m-%d").astimezone()
    except ValueError:
        return None
