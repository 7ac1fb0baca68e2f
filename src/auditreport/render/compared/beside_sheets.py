"""What a comparison says beside its figures (연혁, 재기재, 동종 부서, 출처) → sheets of the workbook."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal

from auditreport.render.compared.book import Book, Cell, Figure
from auditreport.render.compared.chains import stage_of, title_of
from auditreport.render.compared.figures import AS_IS, WONS, is_money, unit_of, unit_word
from auditreport.render.compared.grid import Place
from auditreport.render.compared.indicators import Indicators, in_language, indicator_name
from auditreport.render.compared.sources import numbered
from auditreport.render.compared.words import EVENTS, NO, STATUSES, YES, phase_word
from auditreport.render.messages import N_
from auditreport.render.reasons import translated
from auditreport.render.summary.words import PARTS
from auditreport.schemas.comparison import Comparison, OtherPhase, ProgrammeAt, Restatement

_EVIDENCE, _REMARKS, _YEAR, _SCORE = N_("Evidence"), N_("Remarks"), N_("Year"), N_("Score")
_INDICATOR, _DEPARTMENT, _UNIT, _REPORT = N_("Indicator"), N_("Department"), N_("Unit"), N_("Report")


class BesideSheets:
    """Writes the sheets that are no view of the figures."""

    def __init__(
        self,
        book: Book,
        comparison: Comparison,
        indicators: Indicators,
        translate: Callable[[str], str],
        lang: str,
    ) -> None:
        self._book, self._found, self._say, self._lang = book, comparison, translate, lang
        self._indicators = indicators
        self._numbers = numbered(comparison)

    def write(self) -> None:
        """All of them; what was not found has none."""
        found = self._found
        sheets: list[tuple[Sequence[object], Callable[[], None]]] = [
            (found.growth, self._growth),
            (found.lineage, self._lineage),
            ((*found.restatements, *found.other_phases), self._restatements),
            (found.peers, self._peers),
            (found.undecided, self._undecided),
            ((*found.cautions, *found.inputs), self._notes),
            ((*found.cells, *found.programme_cells), self._indicators_used),
            (found.sources, self._sources),
        ]
        for parts, write in sheets:
            if parts:
                write()

    def _sheet(self, name: str, *columns: tuple[str, int]) -> Callable[[Sequence[Cell]], None]:
        titles, widths = zip(*columns, strict=True)
        return self._book.sheet(self._say(name), [*map(self._say, titles)], widths, fixed=1).row

    def _name(self, indicator: str) -> str:
        return in_language(indicator_name(self._indicators, indicator), self._lang)

    def _own(self, en: str, ko: str) -> str:
        """A sentence in the reader's language, as far as it is there."""
        return ko if self._lang == "ko" and ko else en

    def _words(self, en: tuple[str, ...], ko: tuple[str, ...]) -> str:
        return "\n".join(ko if self._lang == "ko" and ko else en)

    def _unit(self, unit: str) -> str:
        return unit_word(unit, WONS[-1] if is_money(unit) else AS_IS, self._say, self._lang)

    def _value(self, value: str, fact: str = "", decimals: int = 0) -> Figure:
        number = Decimal(value)
        exponent = number.as_tuple().exponent
        given = -exponent if isinstance(exponent, int) else 0
        return Figure(number, min(max(given, decimals, 0), 2), self._numbers.get(fact))

    # -- changes --------------------------------------------------------------------------------------------------

    def _growth(self) -> None:
        row = self._sheet(
            N_("Changes"),
            *((_INDICATOR, 24), (_DEPARTMENT, 26), (N_("Programme"), 26), (N_("From"), 8), (N_("To"), 8)),
            *(
                (N_("Change"), 18),
                (_UNIT, 10),
                (N_("Change (%)"), 12),
                (N_("at least (%)"), 12),
                (N_("at most (%)"), 12),
            ),
        )
        for one in self._found.growth:
            rates = [self._value(rate) if rate else None for rate in (one.rate, one.low, one.high)]
            unit = self._unit(unit_of(one.indicator, one.facts, self._found.cells))
            source = one.facts[-1] if one.facts else ""
            where = Place(one.district, one.department).name
            names = (self._name(one.indicator), where, one.programme)
            row([*names, one.from_year, one.to_year, self._value(one.change, source), unit, *rates])

    def _restatements(self) -> None:
        row = self._sheet(
            N_("Restatements"),
            *((N_("Label"), 40), (_YEAR, 8), (N_("Then"), 18), (N_("Now"), 18), (_UNIT, 10), (N_("Result"), 24)),
            *((N_("Printed then"), 14), (N_("Printed now"), 14), (N_("Report then"), 34), (N_("Report now"), 34)),
            (_REMARKS, 50),
        )
        pairs: list[Restatement | OtherPhase] = [*self._found.restatements, *self._found.other_phases]
        for one in pairs:
            figures = (self._value(one.value_then, one.fact_then), self._value(one.value_now, one.fact_now))
            dates = (one.date_then, one.date_now, one.path_then, one.path_now)
            note = translated(one.note, self._say) if one.note else None
            row([one.label, one.year, *figures, self._unit(one.unit), self._verdict(one), *dates, note])

    def _verdict(self, one: Restatement | OtherPhase) -> str:
        if isinstance(one, Restatement):
            return self._say(N_("the same")) if one.same else self._say(N_("changed"))
        phases = " → ".join(phase_word(phase, self._lang) for phase in (one.phase_then, one.phase_now))
        return self._say(N_("another phase: {phases}")).format(phases=phases)

    # -- programmes and departments -------------------------------------------------------------------------------

    def _lineage(self) -> None:
        row = self._sheet(
            N_("Programmes"),
            *((_DEPARTMENT, 26), (N_("When"), 16), (N_("Programme"), 40), (N_("Event"), 18), (N_("When"), 16)),
            *((N_("Programme"), 40), (_SCORE, 8), (_EVIDENCE, 70)),
        )
        for edge in self._found.lineage:
            known = edge.before or edge.to
            where = Place(known.district, known.department).name if known is not None else ""
            ends = (*self._programme(edge.before), self._say(EVENTS[edge.event]), *self._programme(edge.to))
            row([where, *ends, _score(edge.score), self._words(edge.evidence, edge.evidence_ko)])

    def _programme(self, one: ProgrammeAt | None) -> tuple[str, str]:
        if one is None:
            return "", ""
        stage = stage_of(one)
        return " ".join(w for w in (str(stage.year or ""), self._say(PARTS[stage.part])) if w), title_of(one)

    def _peers(self) -> None:
        row = self._sheet(
            N_("Peers"), (_DEPARTMENT, 30), (N_("does the same work as"), 30), (_SCORE, 8), (_EVIDENCE, 80)
        )
        for peer in self._found.peers:
            ends = (Place(end.district, end.department).name for end in (peer.a, peer.b))
            row([*ends, _score(peer.score), self._words(peer.evidence, peer.evidence_ko)])

    # -- what to keep in mind -------------------------------------------------------------------------------------

    def _undecided(self) -> None:
        row = self._sheet(N_("Undecided"), (_INDICATOR, 40), (N_("Figures"), 40), (N_("Reason"), 60), (_REPORT, 34))
        known = {source.fact: source for source in self._found.sources}
        for one in self._found.undecided:
            places = [f"{known[fact].raw} {known[fact].label}" if fact in known else fact for fact in one.facts]
            names = " / ".join(map(self._name, one.indicators))
            row([names, "\n".join(places), self._own(one.reason, one.reason_ko), one.path])

    def _notes(self) -> None:
        row = self._sheet(N_("Notes"), (_INDICATOR, 26), (_REMARKS, 80), (_REPORT, 50))
        for caution in self._found.cautions:
            name = self._name(caution.indicator) if caution.indicator else ""
            row([name, self._own(caution.text, caution.text_ko), "\n".join(caution.paths)])
        for found in self._found.inputs:
            words = [found.title, Place(found.district, found.department).name, found.date]
            if found.failure is not None:
                words = [translated(text, self._say) for text in (found.failure.reason, found.failure.next_step)]
            row(["", " · ".join(word for word in words if word), found.path])

    def _indicators_used(self) -> None:
        row = self._sheet(
            N_("Indicators"), (_INDICATOR, 26), (N_("Definition"), 70), (N_("not comparable with"), 70), (N_("id"), 28)
        )
        for key in dict.fromkeys(cell.indicator for cell in (*self._found.cells, *self._found.programme_cells)):
            known = self._indicators.get(key)
            wordings = (known.definition, known.not_comparable) if known is not None else (None, None)
            texts = [in_language(one, self._lang) if one is not None else None for one in wordings]
            row([self._name(key), *texts, key])

    def _sources(self) -> None:
        row = self._sheet(
            N_("Sources"),
            *((N_("id"), 20), (_REPORT, 40), (N_("Line"), 8), (N_("Page"), 8), (N_("Figure"), 14), (N_("Label"), 40)),
            *((N_("Passage"), 80), (N_("Status"), 12), (N_("Confirmed"), 12)),
        )
        for source in self._found.sources:
            passage = f"{source.before}【{source.raw}】{source.after}"
            confirmed = self._say(YES if source.confirmed else NO)
            place = (source.fact, source.path, source.line, source.page, source.raw, source.label)
            row([*place, passage, self._say(STATUSES[source.status]), confirmed])


def _score(score: float) -> Figure:
    return Figure(Decimal(str(score)), 2)
