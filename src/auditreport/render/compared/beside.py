"""What a comparison says beside its figures (성장, 재기재, 연혁, 유의사항) → text for a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from auditreport.render.compared.chains import Chain, ends, make_chains, open_edges, place_of, stages, title_of
from auditreport.render.compared.figures import make_scales, signed, unit_of, value_text
from auditreport.render.compared.grid import Place
from auditreport.render.compared.indicators import Indicators, in_language, indicator_name
from auditreport.render.compared.lines import Lines
from auditreport.render.compared.sources import address, by_fact
from auditreport.render.compared.words import EVENTS, phase_word
from auditreport.render.messages import N_
from auditreport.render.reasons import translated
from auditreport.render.summary.words import PARTS
from auditreport.schemas.comparison import Comparison, Edge, Growth, ProgrammeAt


class Beside:
    """Prints the parts of a comparison that are no table of figures."""

    def __init__(self, lines: Lines, comparison: Comparison, indicators: Indicators) -> None:
        self._lines = lines
        self._found = comparison
        self._indicators = indicators
        self._scales = make_scales((*comparison.cells, *comparison.programme_cells))
        self._sources = by_fact(comparison)

    def _name(self, indicator: str) -> str:
        return in_language(indicator_name(self._indicators, indicator), self._lines.lang)

    def _own(self, en: str, ko: str) -> str:
        """A sentence in the reader's language, as far as it is there."""
        return ko if self._lines.lang == "ko" and ko else en

    def _own_words(self, en: tuple[str, ...], ko: tuple[str, ...]) -> tuple[str, ...]:
        return ko if self._lines.lang == "ko" and ko else en

    # -- reports --------------------------------------------------------------------------------------------------

    def inputs(self) -> None:
        """The reports that were compared, and those that could not be read."""
        say = self._lines.say
        self._lines.heading(say(N_("Reports")))
        rows = []
        for found in self._found.inputs:
            if found.failure is not None:
                reason = translated(found.failure.reason, say)
                step = translated(found.failure.next_step, say)
                text = say("It could not be read: {reason}; {next_step}.").format(reason=reason, next_step=step)
                rows.append(["", found.path, text])
                continue
            who = Place(found.district, found.department).name
            rows.append([str(found.year or ""), who, " · ".join(w for w in (found.title, found.date, found.path) if w)])
        self._lines.rows(rows, ("right", "wide", "wide"))

    def closing(self) -> None:
        """One line on the comparison as a whole."""
        say, found = self._lines.say, self._found
        unread = sum(one.failure is not None for one in found.inputs)
        changed = sum(not one.same for one in found.restatements)
        words = [
            say(N_("reports: {count}")).format(count=len(found.inputs) - unread),
            say(N_("figures: {count}")).format(count=len(found.cells)),
            say(N_("programmes followed: {count}")).format(count=len(found.lineage) - len(open_edges(found.lineage))),
            say(N_("restated figures: {count} (changed: {changed})")).format(
                count=len(found.restatements), changed=changed
            ),
            say(N_("peers: {count}")).format(count=len(found.peers)),
            say(N_("undecided: {count}")).format(count=len(found.undecided)),
        ]
        if unread:
            words.append(say(N_("not read: {count}")).format(count=unread))
        self._lines.console.print()
        self._lines.line(" · ".join(words), "bold")

    # -- changes --------------------------------------------------------------------------------------------------

    def growth(self) -> None:
        """Changes between years, with the range that the printed digits leave."""
        if not self._found.growth:
            return
        self._lines.heading(self._lines.say(N_("Changes between years")))
        self._lines.rows([self._change(one) for one in self._found.growth], ("wide", "right", "right", "right", "wide"))

    def _change(self, one: Growth) -> list[str]:
        where = Place(one.district, one.department).name
        name = " · ".join(word for word in (self._name(one.indicator), one.programme) if word)
        unit = unit_of(one.indicator, one.facts, self._found.cells)
        change = value_text(one.change, one.indicator, unit, self._scales, self._lines.say, self._lines.lang, sign=True)
        rate = f"{signed(one.rate)}%" if one.rate is not None else "–"
        low, high = (signed(edge) if edge is not None else "" for edge in (one.low, one.high))
        span = f"{low}…{high}%" if low != high else ""
        return [f"{where} {name}".strip(), f"{one.from_year}→{one.to_year}", change, rate, span]

    def restatements(self) -> None:
        """Figures that a later report prints again, the changed ones first, and those of another phase."""
        say, found = self._lines.say, self._found
        if found.restatements:
            self._lines.heading(say(N_("Figures printed again by a later report")))
            rows = []
            for one in sorted(found.restatements, key=lambda one: one.same):
                then, now = (self._value(value, one.unit) for value in (one.value_then, one.value_now))
                dates = f"{one.date_then or '?'} → {one.date_now or '?'}"
                verdict = say(N_("the same")) if one.same else say(N_("changed"))
                figures = then if one.same else f"{then} → {now}"
                places = " → ".join(self._address(fact) for fact in (one.fact_then, one.fact_now))
                about = " · ".join(str(w) for w in (one.label, one.year, one.note and translated(one.note, say)) if w)
                rows.append([verdict, figures, "\n".join((about, f"{dates}, {places}"))])
            self._lines.rows(rows, ("left", "left", "wide"))
        if found.other_phases:
            self._lines.heading(say(N_("The same in another phase: no change of each other")))
            for other in found.other_phases:
                then = f"{self._value(other.value_then, other.unit)} ({phase_word(other.phase_then, self._lines.lang)})"
                now = f"{self._value(other.value_now, other.unit)} ({phase_word(other.phase_now, self._lines.lang)})"
                self._lines.listed("-", " · ".join(str(w) for w in (other.label, other.year, f"{then}, {now}") if w))

    def _value(self, value: str, unit: str) -> str:
        return value_text(value, "", unit, {}, self._lines.say, self._lines.lang)

    def _address(self, fact: str) -> str:
        source = self._sources.get(fact)
        return address(source, self._lines.say) if source is not None else fact

    # -- programmes -----------------------------------------------------------------------------------------------

    def lineage(self) -> None:
        """What became of programmes: a row for each chain, then what is not decided."""
        chains = make_chains(self._found.lineage)
        for place in dict.fromkeys(chain.place for chain in chains):
            self._chains(place, [chain for chain in chains if chain.place == place])
        undecided = open_edges(self._found.lineage)
        if undecided:
            self._lines.heading(self._lines.say(N_("Programmes whose history is not certain")))
            for edge in undecided:
                self._lines.listed("?", self._open(edge))

    def _chains(self, place: Place, chains: Sequence[Chain]) -> None:
        say = self._lines.say
        self._lines.rule(place.name)
        times = stages(chains)
        titles = [" ".join(w for w in (str(time.year or ""), say(PARTS[time.part])) if w) for time in times]
        if len(times) <= max(2, self._lines.width // 24):
            rows = [
                [*("\n".join(map(title_of, chain.at(time))) for time in times), "\n".join(self._events(chain))]
                for chain in chains
            ]
            kinds = ["wide" for _ in times]
            self._lines.rows(_parted(rows), (*kinds, "wide"), (*titles, say(N_("Event"))))
            return
        for chain in chains:
            self._lines.listed("-", " → ".join(_at(one, say(PARTS[one.part])) for one in chain.members))
            self._lines.line(f"  {', '.join(self._events(chain))}", "dim")

    def _events(self, chain: Chain) -> Iterator[str]:
        for edge in chain.edges:
            years = "→".join(str(end.year or "?") for end in ends(edge))
            yield f"{years} {self._lines.say(EVENTS[edge.event])} {edge.score:.2f}"

    def _open(self, edge: Edge) -> str:
        names = [
            " ".join((place_of(end).name, _at(end, self._lines.say(PARTS[end.part])))).strip() for end in ends(edge)
        ]
        candidates = "; ".join(self._own_words(edge.evidence, edge.evidence_ko))
        return f"{' → '.join(names)}: {candidates}" if candidates else " → ".join(names)

    # -- what to keep in mind -------------------------------------------------------------------------------------

    def peers(self) -> None:
        """Departments of other districts that do the same work."""
        if not self._found.peers:
            return
        self._lines.heading(self._lines.say(N_("Departments that do the same work")))
        for peer in self._found.peers:
            pair = " – ".join(Place(end.district, end.department).name for end in (peer.a, peer.b))
            self._lines.listed(
                f"{peer.score:.2f}", f"{pair}: {'; '.join(self._own_words(peer.evidence, peer.evidence_ko))}"
            )

    def cautions(self) -> None:
        """Where a comparison would mislead."""
        if not self._found.cautions:
            return
        self._lines.heading(self._lines.say(N_("Before you compare")))
        for caution in self._found.cautions:
            self._lines.listed("!", self._own(caution.text, caution.text_ko))

    def undecided(self) -> None:
        """Figures that were not placed."""
        if not self._found.undecided:
            return
        self._lines.heading(self._lines.say(N_("Figures that are not decided")))
        for one in self._found.undecided:
            names = " / ".join(map(self._name, one.indicators))
            figures = ", ".join(self._passage(fact) for fact in one.facts)
            self._lines.listed("?", f"{names}: {figures}. {self._own(one.reason, one.reason_ko)}")

    def _passage(self, fact: str) -> str:
        source = self._sources.get(fact)
        return f"{source.raw} {source.label} ({address(source, self._lines.say)})" if source is not None else fact


def _at(programme: ProgrammeAt, part: str) -> str:
    return f"{title_of(programme)} ({' '.join(word for word in (str(programme.year or ''), part) if word)})"


def _parted(rows: Sequence[Sequence[str]]) -> list[list[str]]:
    """Rows with an empty line behind each, for titles that wrap."""
    return [[f"{cell}\n" if number == 0 else cell for number, cell in enumerate(row)] for row in rows]
