"""A report into a store and back."""

from __future__ import annotations

import tempfile
from pathlib import Path

from auditreport.pipeline.material import material_of
from auditreport.store.reading import reading
from fuzz.promise import holds, read_whole
from fuzz.seeds import texts
from fuzz.target import Target
from tests.store.filling import fill


def run(data: bytes) -> None:
    """What comes back is what was read."""
    read = read_whole(data, "report.txt")
    if read is None:
        return
    with tempfile.TemporaryDirectory() as folder:
        path, store = Path(folder, "report.txt"), Path(folder, "reports.duckdb")
        path.write_bytes(data)
        [event], _ = fill(store, path)
        holds(event.failure is None, f"a report that is read is kept: {event.failure}")
        with reading(store, 0.0) as opened:
            [material] = opened.materials()
        holds(material.facts == material_of(read, str(path)).facts, "the figures come back")


TARGET = Target(run=run, seeds=texts)
