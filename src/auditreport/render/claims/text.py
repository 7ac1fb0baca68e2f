"""The claims of an article → text that a person reads on a terminal."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Callable
from decimal import Decimal

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from auditreport.printable import printable
from auditreport.render.claims.words import COUNTED, NOTHING_TO_TEST, STYLES, VERDICTS
from auditreport.render.compared.figures import counter
from auditreport.render.messages import N_
from auditreport.render.reasons import translated
from auditreport.render.summary.figures import WON
from auditreport.schemas.claims import Claim, ClaimsOutput, MatchingFact
from auditreport.schemas.comparison import ComparedInput

Translate = Callable[[str], str]


def claims_text(output: ClaimsOutput, console: Console, lang: str, translate: Translate) -> str:
    """Each figure with its verdict, its sentence, and the figures of the reports that it is held against.

    Args:
        output: what was found.
        console: its file is a `StringIO`.
        lang: the reader's language, `ko` or `en`.
        translate: says a message in it.
    """
    console.file = io.StringIO()
    page = _Page(console, lang, translate)
    page.head(output)
    for claim in output.claims:
        page.claim(claim)
    page.closing(output)
    return "\n".join(line.rstrip() for line in console.file.getvalue().split("\n"))


class _Page:
    """The text of one article, printed claim by claim."""

    def __init__(self, console: Console, lang: str, translate: Translate) -> None:
        self._console = console
        self._lang = lang
        self._translate = translate

    def _line(self, text: str | Text, indent: int, style: str = "") -> None:
        words = Text(printable(text), style) if isinstance(text, str) else text
        self._console.print(Padding(words, (0, 0, 0, indent)))

    def head(self, output: ClaimsOutput) -> None:
        """The article, and the inputs that could not be read."""
        _ = self._translate
        article = output.article
        self._line(_("standard input") if article.path == "-" else article.path, 0, "bold")
        about = " · ".join(word for word in (article.title, article.district, article.date) if word)
        if about:
            self._line(about, 2, "dim")
        for one in (article, *output.reports):
            self._failure(one)
        self._console.print()

    def _failure(self, one: ComparedInput) -> None:
        if one.failure is not None:
            _ = self._translate
            reason, step = translated(one.failure.reason, _), translated(one.failure.next_step, _)
            text = _("{name} could not be read: {reason}; {next_step}.")
            self._line(text.format(name=one.path, reason=reason, next_step=step), 2, "red")

    def claim(self, claim: Claim) -> None:
        """A figure with its verdict."""
        _ = self._translate
        head = Text()
        head.append(_(VERDICTS[claim.verdict]), STYLES[claim.verdict])
        head.append(f" {printable(self._figure(claim))}", "bold")
        where = self._where(claim.line, claim.page)
        head.append(f" ({where})" if where else "")
        self._line(head, 2)
        self._line(f"“{claim.sentence}”", 4, "dim")
        if claim.note is not None:
            self._line(claim.note.ko if self._lang == "ko" else claim.note.en, 4)
        for match in claim.matches:
            self._line(self._match(match), 4)
        self._console.print()

    def _figure(self, claim: Claim) -> str:
        unit = self._translate(N_("won")) if claim.unit == WON else counter(claim.unit, self._lang)
        space = "" if self._lang == "ko" or unit == "%" else " "
        words = f"{Decimal(claim.value):,f}{space}{unit}".strip()
        return f"{words} · {claim.label}" if claim.label else words

    def _match(self, match: MatchingFact) -> str:
        where = self._where(match.line, match.page)
        place = f"{match.path}, {where}" if where else match.path
        dated = match.as_of or (str(match.year) if match.year is not None else "")
        return " · ".join(word for word in (place, f"{match.raw} {match.label}", dated) if word)

    def _where(self, line: int | None, page: int | None) -> str:
        _ = self._translate
        if page is not None:
            return _("page {number}").format(number=page)
        return _("line {number}").format(number=line) if line is not None else ""

    def closing(self, output: ClaimsOutput) -> None:
        """How many there are of each verdict."""
        _ = self._translate
        if not output.claims:
            if output.article.failure is None:
                self._line(_(NOTHING_TO_TEST), 0, "yellow")
            return
        counts = Counter(claim.verdict for claim in output.claims)
        told = [_(text).format(count=counts[verdict]) for verdict, text in COUNTED.items()]
        self._line(" · ".join(told), 0)
