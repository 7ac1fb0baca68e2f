"""What happened → sentences on standard error in the reader's language, above a progress bar if any."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

from auditreport.cli.output import STDOUT, is_terminal
from auditreport.printable import as_printed, printable
from auditreport.render.messages import translator
from auditreport.render.reasons import translated

if TYPE_CHECKING:
    from auditreport.cli.progress import Bar
    from auditreport.errors import StoreError, UnusableScheduler, WrongVocabulary
    from auditreport.schemas.failure import Failure

T = TypeVar("T")
_NAMES_SHOWN = 5


class Talk:
    """One run's talk with the user; every sentence is one line on standard error."""

    def __init__(self, lang: str) -> None:
        """Talk in a language."""
        self.lang = lang
        self.translate = translator(lang)
        self._write: Callable[[str], None] = _to_stderr
        self._bar: Bar | None = None

    def say(self, sentence: str, /, **words: str) -> None:
        """Say a sentence; already in the language; `words` fill its gaps and may come from outside."""
        safe = {name: printable(word) for name, word in words.items()}
        self._write(sentence.format(**safe) if safe else sentence)

    def unreadable(self, failure: Failure) -> None:
        """Say what could not be read, why, and what to do."""
        self._fail()
        _ = self.translate
        self.say(
            _("{name}: {reason}; {next_step}."),
            name=_("standard input") if failure.name == "-" else failure.name,
            reason=translated(failure.reason, _),
            next_step=translated(failure.next_step, _),
        )

    def wrong(self, error: UnusableScheduler | WrongVocabulary) -> None:
        """Say why something beside the inputs cannot be used, such as a cluster or a file of words, and what to do."""
        _ = self.translate
        reason, next_step = translated(error.reason, _), translated(error.next_step, _)
        self.say(_("{name}: {reason}; {next_step}."), name=error.name, reason=reason, next_step=next_step)

    def refused(self, name: str, reason: str) -> None:
        """Say that the output cannot go where it should."""
        _ = self.translate
        message = _("{name}: nothing can be written there ({reason}); choose another place with -o.")
        name = _("standard output") if name == STDOUT else name
        self.say(message, name=name, reason=translated(reason, _))

    def missing_package(self, name: str, scheme: str, package: str) -> None:
        """Say which Python package would reach a place elsewhere."""
        _ = self.translate
        message = _("{name}: {scheme}:// wants the Python package {package}: pip install {package}.")
        self.say(message, name=name, scheme=scheme, package=package)

    def unrecognised(self, name: str, *, pictures: bool) -> None:
        """Say that an input was read and holds nothing that reports hold, or `pictures` of pages only."""
        _ = self.translate
        message = _("{name}: nothing of a work report was recognised; check that this is the right text.")
        if pictures:
            message = _(
                "{name}: nothing was read on its pages, which are pictures; auditreport doctor says what reads them."
            )
        self.say(message, name=_("standard input") if name == "-" else name)

    def unchecked(self, name: str, *, pictures: bool) -> None:
        """Say that an input was read and no equation was found in it, or `pictures` of pages only."""
        _ = self.translate
        message = _("{name}: nothing was checked, since no figures of it make up an equation.")
        if pictures:
            message = _(
                "{name}: nothing was checked, some of its pages are pictures; auditreport doctor says what reads them."
            )
        self.say(message, name=_("standard input") if name == "-" else name)

    def passed_over(self, names: Sequence[str]) -> None:
        """Name the files found in folders that no reader knows, if any."""
        if not names:
            return
        _ = self.translate
        self.say(_("Passed over because no reader knows their format: {names}."), names=some_of(names, _))

    def store(self, error: StoreError) -> None:
        """Say what is wrong with a store, and what to do."""
        _ = self.translate
        reason, next_step = translated(error.reason, _), translated(error.next_step, _)
        self.say(_("{name}: {reason}; {next_step}."), name=error.name, reason=reason, next_step=next_step)

    def waiting(self, name: str) -> None:
        """Say that another process has a store."""
        self.say(self.translate("{name}: another process is using the store; waiting for it …"), name=name)

    def broken(self, name: str, kind: str, trace: str = "") -> None:
        """Say that the program failed on an input, with an exception of a kind, and where if that was asked for."""
        self._fail()
        _ = self.translate
        for line in trace.splitlines():
            self._write(as_printed(line).rstrip())
        message = _("{name}: auditreport itself failed ({error}); please report this, with what --debug shows.")
        self.say(message, name=name, error=kind)

    def _fail(self) -> None:
        if self._bar is not None:
            self._bar.fail()

    @contextmanager
    def progress(self, items: Iterator[T], total: int) -> Iterator[Iterator[T]]:
        """The items, with a bar that counts them if there are several and standard error is a terminal."""
        if total < 2 or not is_terminal(sys.stderr):
            yield items
            return
        from auditreport.cli.progress import Bar

        with Bar(total, self.translate) as bar:
            self._bar, self._write = bar, bar.write
            try:
                yield bar.count(items)
            finally:
                self._bar, self._write = None, _to_stderr


def some_of(names: Sequence[str], translate: Callable[[str], str]) -> str:
    """The first of many names, and how many more there are."""
    _ = translate
    shown = ", ".join(names[:_NAMES_SHOWN])
    if len(names) > _NAMES_SHOWN:
        shown = _("{names} and {count} more").format(names=shown, count=len(names) - _NAMES_SHOWN)
    return shown


def _to_stderr(line: str) -> None:
    if sys.stderr is None:
        return
    sys.stderr.write(f"{line}\n")
    sys.stderr.flush()
