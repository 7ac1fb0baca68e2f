"""Reports that were read ↔ a store: one DuckDB file that `compare`, `check`, exports and SQL work from.

Two ways in:

- `reading.reading(path)` opens an existing store to read: several may, at once, and none can change it. It gives a
  `Reader`: `stored()` goes through the files with their reports, `materials()` gives what `compare` takes, report by
  report, as it was read; `connection` is the DuckDB connection for anything else, with no way to other files.
- `writing.writing(path)` creates a store or opens one to write, and brings an older one up to date. One writer at a
  time holds it: another waits, or is refused. It gives a `Writer`, which opens the file only for as long as a batch
  takes, so that readers come in between. What a batch wrote is there whole or not at all, whenever the process is
  killed.

`rows.pack` makes of one report what a `Writer` takes: plain JSON and bytes, to be made in the process that read it.
`files.is_store` tells a store from other files; `content.content_hash` is equal for stores that hold the same.

`export/` gives what was read on, as tables in the forms of other programs.

Whatever is wrong with a store is a `StoreError`: one sentence with the file and the next step. The tables are in
`migrations/`, and in docs/store.md. Nothing here imports DuckDB before a store is opened.
"""
