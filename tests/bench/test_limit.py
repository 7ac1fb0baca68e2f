"""The limit to what one table may take."""

from __future__ import annotations

import signal
from itertools import count

import pytest

from bench.generated.limit import TooSlow, at_most


def test_work_that_ends_gives_what_it_gives() -> None:
    assert at_most(lambda: 3) == 3
    assert signal.getitimer(signal.ITIMER_REAL)[0] == 0


def test_work_that_does_not_end_is_stopped() -> None:
    def endless() -> int:
        return next(n for n in count() if n < 0)

    with pytest.raises(TooSlow):
        at_most(endless, 0.01)
