"""What a target is: where its search begins, what is done with its bytes, how they are changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from fuzz.mutation import Change, lines


@dataclass(frozen=True, slots=True)
class Target:
    """A door that bytes of strangers come through.

    Attributes:
        run: takes the bytes; raises what is no promise of ours, and `Broken` where one does not hold.
        seeds: gives the bytes to begin with.
        change: changes bytes and keeps their form.
        watched: packages whose ways the search follows, besides ours.
    """

    run: Callable[[bytes], object]
    seeds: Callable[[], Iterable[bytes]]
    change: Change = lines.change
    watched: tuple[str, ...] = ()
