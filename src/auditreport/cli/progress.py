"""How far a run is (진행 표시) → a bar on standard error: what is done, how fast, what failed, the time left."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, ProgressColumn, Task, TextColumn
from rich.text import Text

T = TypeVar("T")
# Columns of the bar itself: all fits on a terminal of 80.
_WIDTH = 24


class Bar:
    """A bar that is shown while it is entered, and gone behind it."""

    def __init__(self, total: int, translate: Callable[[str], str]) -> None:
        """Count up to `total`, with words in the reader's language."""
        _ = translate
        self._console = Console(stderr=True)
        columns = (TextColumn("{task.description}"), BarColumn(_WIDTH), MofNCompleteColumn(), _Pace(translate))
        self._progress = Progress(*columns, console=self._console, transient=True)
        self._task = self._progress.add_task(_("Reading"), total=total, failed=0)

    def __enter__(self) -> Bar:
        self._progress.start()
        return self

    def __exit__(self, *raised: object) -> None:
        self._progress.stop()

    def count(self, items: Iterable[T]) -> Iterator[T]:
        """The items, each counted once whoever takes them is done with it."""
        for item in items:
            yield item
            self._progress.advance(self._task)

    def fail(self) -> None:
        """One more has failed."""
        [task] = self._progress.tasks
        self._progress.update(self._task, failed=task.fields["failed"] + 1)

    def write(self, line: str) -> None:
        """Print a line above the bar."""
        self._console.print(line, markup=False, highlight=False, soft_wrap=True)


class _Pace(ProgressColumn):
    """How many a second, how many failed, and the time left; what is not known yet is left out."""

    def __init__(self, translate: Callable[[str], str]) -> None:
        self._translate = translate
        super().__init__()

    def render(self, task: Task) -> Text:
        _ = self._translate
        parts = []
        if task.speed:
            parts.append(_("{rate} a second").format(rate=f"{task.speed:.1f}"))
        if task.fields["failed"]:
            parts.append(_("{count} failed").format(count=task.fields["failed"]))
        if task.time_remaining:
            parts.append(_("{time} left").format(time=_clock(task.time_remaining)))
        return Text(", ".join(parts))


def _clock(seconds: float) -> str:
    """Hours, minutes and seconds.

    >>> _clock(75.2)
    '1:15'
    >>> _clock(3675)
    '1:01:15'
    """
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
