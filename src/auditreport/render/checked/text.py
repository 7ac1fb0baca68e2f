"""One run of the checks → text that a person reads on a terminal (검증 보고)."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Sequence
from typing import TypeVar

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from auditreport.printable import printable
from auditreport.render.checked.places import address, equation_in_words, labelled
from auditreport.render.checked.run import SEVERITIES, CheckRun, main_figure, other_figures, sentence
from auditreport.render.checked.words import CLASSES, COUNTED, HABITS, NOTHING_CHECKED, SEVERITY_WORDS
from auditreport.render.reasons import translated
from auditreport.schemas.discrepancy import CheckedInput, Discrepancy, Equation, Severity

T = TypeVar("T")
_STYLES: dict[Severity, str] = {"error": "bold red", "warning": "bold yellow", "info": "cyan"}
_FIGURES = 6


def check_text(run: CheckRun, console: Console, *, show_all: bool, equations: bool) -> str:
    """The run, input by input; without `show_all`, notes are counted only and long lists cut.

    Args:
        run: what was found.
        console: its file is a `StringIO`.
        show_all: whether to show notes, and long lists whole.
        equations: whether to list all equations.
    """
    console.file = io.StringIO()
    page = _Page(run, console, show_all)
    for found in run.inputs:
        page.input(found)
        if equations:
            page.equations([equation for equation in run.equations if equation.path == found.path])
    page.closing()
    return "\n".join(line.rstrip() for line in console.file.getvalue().split("\n"))


class _Page:
    """The text of one run, printed part by part."""

    def __init__(self, run: CheckRun, console: Console, show_all: bool) -> None:
        self._run = run
        self._console = console
        self._show_all = show_all

    def _line(self, text: str | Text, indent: int, style: str = "") -> None:
        words = Text(printable(text), style) if isinstance(text, str) else text
        self._console.print(Padding(words, (0, 0, 0, indent)))

    # -- inputs ---------------------------------------------------------------------------------------------------

    def input(self, found: CheckedInput) -> None:
        """What was checked of an input, and what contradicts itself in it."""
        _ = self._run.translate
        self._line(_("standard input") if found.path == "-" else found.path, 0, "bold")
        if found.failure is not None:
            failure = found.failure
            reason, step = translated(failure.reason, _), translated(failure.next_step, _)
            self._line(
                _("It could not be read: {reason}; {next_step}.").format(reason=reason, next_step=step), 2, "red"
            )
        elif found.status == "nothing_checked":
            self._line(_(NOTHING_CHECKED), 2, "yellow")
        else:
            self._line(_account(found, self._run), 2, "dim")
        self._doubts(found)
        shown = [one for one in self._run.of(found) if self._show_all or one.severity != "info"]
        for one in shown:
            self._console.print()
            self._discrepancy(one)
        self._notes(found)
        self._console.print()

    def _doubts(self, found: CheckedInput) -> None:
        _ = self._run.translate
        open_places = sum(issue.severity == "warning" for issue in found.issues)
        if open_places:
            text = _("places read without being understood: {count} (auditreport parse lists them)")
            self._line(text.format(count=open_places), 2, "dim")

    def _notes(self, found: CheckedInput) -> None:
        """Say how many notes are left out, by rule."""
        _ = self._run.translate
        rules = Counter(one.rule for one in self._run.of(found) if one.severity == "info")
        if not rules or self._show_all:
            return
        by_rule = ", ".join(f"{rule} {count}" for rule, count in sorted(rules.items()))
        text = _("notes: {count} ({rules}); --all shows them").format(count=rules.total(), rules=by_rule)
        self._console.print()
        self._line(text, 2, "dim")

    # -- discrepancies --------------------------------------------------------------------------------------------

    def _discrepancy(self, one: Discrepancy) -> None:
        _ = self._run.translate
        head = Text()
        head.append(_(SEVERITY_WORDS[one.severity]), _STYLES[one.severity])
        head.append(f" {one.rule} ", "bold")
        head.append(printable(address(one, main_figure(one), _)))
        self._line(head, 2)
        self._line(sentence(self._run, one), 4)
        self._line(one.equation.formula, 4, "bold")
        self._suspects(one)
        self._others(one)
        for excuse in one.excuses:
            self._line(_("But: {excuse}").format(excuse=self._run.say(excuse)), 4)
        for equation in self._cut(one.related):
            self._line(_("The same cause: {equation}").format(equation=_placed(equation, self._run)), 4)
        self._more(len(one.related))

    def _suspects(self, one: Discrepancy) -> None:
        """The figures that would settle it, each with what it would have to be."""
        _ = self._run.translate
        suspects = one.suspects
        if not suspects:
            return
        title = _("One of these figures alone, if it were another, would settle it:")
        if len(suspects) == 1:
            title = _("This figure alone, if it were another, would settle it:")
        elif {suspect.fact for suspect in suspects} == {each.facts[-1] for each in (one.equation, *one.related)}:
            title = _("These totals all fail in one way; with these values they would hold:")
        self._line(title, 4)
        table = Table(box=None, show_header=False, pad_edge=False, padding=(0, 2, 0, 0))
        for justify in ("right", "left", "left"):
            table.add_column(justify=justify, no_wrap=justify == "right", overflow="fold")
        for suspect in self._cut(suspects):
            instead = f"→ {suspect.instead_printed}" if suspect.instead_printed else "→ ?"
            cells = (suspect.raw, instead, labelled(suspect, one, _))
            table.add_row(*(Text(printable(cell)) for cell in cells))
        self._console.print(Padding(table, (0, 0, 0, 6)))
        self._more(len(suspects))

    def _others(self, one: Discrepancy) -> None:
        _ = self._run.translate
        figures = other_figures(one)
        if not figures:
            return
        shown = self._cut(figures)
        more = f" +{len(figures) - len(shown)}" if len(figures) > len(shown) else ""
        words = ", ".join(f"{figure.raw} {labelled(figure, one, _)}" for figure in shown) + more
        self._line(_("The other figures: {figures}").format(figures=words), 4)

    def _cut(self, items: Sequence[T]) -> Sequence[T]:
        return items if self._show_all else items[:_FIGURES]

    def _more(self, count: int) -> None:
        if count > _FIGURES and not self._show_all:
            _ = self._run.translate
            self._line(_("… and {count} more (--all)").format(count=count - _FIGURES), 4, "dim")

    # -- equations and the end ------------------------------------------------------------------------------------

    def equations(self, equations: Sequence[Equation]) -> None:
        """All equations of an input, with their class."""
        if not equations:
            return
        _ = self._run.translate
        for equation in equations:
            self._line(f"{_placed(equation, self._run)}: {_(CLASSES[equation.class_])}", 2)
        self._console.print()

    def closing(self) -> None:
        """One line on the run as a whole."""
        _ = self._run.translate
        statuses = Counter(found.status for found in self._run.inputs)
        counts = self._run.counts()
        words = [_("checked: {count}").format(count=statuses["checked"])]
        if statuses["nothing_checked"]:
            words.append(_("nothing checked in: {count}").format(count=statuses["nothing_checked"]))
        if statuses["unreadable"]:
            words.append(_("not read: {count}").format(count=statuses["unreadable"]))
        words += [_(COUNTED[severity]).format(count=counts[severity]) for severity in SEVERITIES]
        if self._run.baseline is not None:
            words.append(_("known: {count}").format(count=self._run.baseline.known))
            words.append(_("no longer there: {count}").format(count=self._run.baseline.gone))
        style = next((_STYLES[severity] for severity in SEVERITIES if counts[severity]), "bold")
        self._line(" · ".join(words), 0, style)


def _placed(equation: Equation, run: CheckRun) -> str:
    """An equation with its rule and its lines or pages."""
    place = equation_in_words(equation, run.translate)
    return f"{equation.rule} {equation.formula}{f' ({place})' if place else ''}"


def _account(found: CheckedInput, run: CheckRun) -> str:
    """How much of an input was checked."""
    _ = run.translate
    # Rounded down, so that 100 % means all.
    share = found.confirmed * 100 // found.facts if found.facts else 0
    return " · ".join(
        (
            _("figures: {count}").format(count=found.facts),
            _("equations: {count}").format(count=found.equations),
            _("confirmed: {count} ({share}%)").format(count=found.confirmed, share=share),
            _(HABITS[found.rounding]),
        )
    )
