"""Discrepancies and a list of known ones (기준 목록) → the new, the known, and the entries that are gone."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from auditreport.schemas.discrepancy import Baseline, BaselineEntry, Discrepancy


@dataclass(frozen=True, slots=True)
class Compared:
    """The discrepancies of a run against a baseline.

    Attributes:
        new: those that it does not list.
        known: those that it lists.
        gone: its entries for the inputs and rules of the run that no longer come up.
        kept: its other entries.
    """

    new: tuple[Discrepancy, ...]
    known: tuple[Discrepancy, ...]
    gone: tuple[BaselineEntry, ...]
    kept: tuple[BaselineEntry, ...]


def compare(
    found: Sequence[Discrepancy], baseline: Baseline, paths: Collection[str], codes: Collection[str]
) -> Compared:
    """Part the discrepancies of a run; a cause is known by its fingerprint, wherever it stands.

    Args:
        found: all discrepancies of the run.
        baseline: those that are known.
        paths: the inputs that were checked; of others nothing is known, so that their entries stay.
        codes: codes of the rules that were applied.
    """
    listed = {entry.fingerprint for entry in baseline.discrepancies}
    met = {one.fingerprint for one in found}
    gone = [
        entry
        for entry in baseline.discrepancies
        if entry.fingerprint not in met and entry.path in paths and entry.rule in codes
    ]
    return Compared(
        new=tuple(one for one in found if one.fingerprint not in listed),
        known=tuple(one for one in found if one.fingerprint in listed),
        gone=tuple(gone),
        kept=tuple(entry for entry in baseline.discrepancies if entry not in gone),
    )


def make_baseline(found: Iterable[Discrepancy], kept: Iterable[BaselineEntry] = ()) -> Baseline:
    """A baseline of what was found, and of the entries of an older one that are kept."""
    entries = {(entry.path, entry.fingerprint): entry for entry in kept}
    for one in found:
        entries[one.path, one.fingerprint] = BaselineEntry(
            fingerprint=one.fingerprint, path=one.path, rule=one.rule, severity=one.severity, message=one.message
        )
    ordered = sorted(entries.values(), key=lambda entry: (entry.path, entry.rule, entry.fingerprint))
    return Baseline(discrepancies=tuple(ordered))
