"""A line of running text → its figures, each with the label that it is stated for.

`고충민원 처리 : 1,522건(오프라인 496, 온라인 1,026)` states 1,522 for 고충민원 처리, and 496 and 1,026 for parts of
it. The label of a figure is what stands before it (종합감사(3회), 발생-1,699건), else what stands behind it (86종
시나리오 운영).
"""

from __future__ import annotations

import re

from auditreport import vocab
from auditreport.parsers.brackets import CLOSE, OPEN, SIGNS, closing, levels
from auditreport.parsers.labels import clean_label, is_date, noun_phrase, without_particle
from auditreport.parsers.stated import Line, Stated
from auditreport.parsers.values import Found, find_figures, masked, zeros_behind

_QUOTES = re.compile(r"[「『][^」』]*[」』]")
_FIGURE = re.compile(r"[\d,.]")
_COLON = re.compile("[:：]")
_ARROWS = "→➠➟➡⇒⇨▸▹▷►▶‣▻☞"
_NEAR = 7
# Signs that part a label from what is said of it where one alone stands in a line (관 개량 ▸94억원).
_POINTERS = re.compile("[▸▹▷►▶‣▻]")
BREAKS = ",;/" + _ARROWS + "※▲△◦"
# Signs at which words may end in front of a figure, and at which they do behind it.
_EDGES = BREAKS + CLOSE + ":：-–—*"
_END = re.compile(rf"[{re.escape(BREAKS + OPEN + CLOSE)}:：*]|(?<= )[-–—](?= )")


def read_line(value: str, inherited: Found | None = None, prose: bool = False) -> Line:
    """Read the text of one bullet or sentence.

    Args:
        value: the text without its mark.
        inherited: the figure of the line above, whose unit bare numerals may take.
        prose: whether the text is a sentence of an article, where the noun stands behind the figure.
    """
    return _Reader(value, inherited, prose).read()


def _is_verb(word: str) -> bool:
    """Whether a word of a sentence ends like a verb or adverb and so names nothing."""
    return word.endswith(vocab.words().verbs) and not word.endswith(vocab.words().like_verbs)


class _Reader:
    def __init__(self, value: str, inherited: Found | None, prose: bool) -> None:
        self.value = value
        self.inherited = inherited
        self.prose = prose
        self.level = levels(value)
        quoted = [match.span() for match in _QUOTES.finditer(value)]
        self.figures = [figure for figure in find_figures(value) if not any(a < figure.start < b for a, b in quoted)]
        self.lead, self.lead_end = self._lead()
        self.colon = self._colon()
        self.label = self._label()
        self.paths: dict[int, tuple[tuple[str, ...], str | None]] = {}

    # -- the line as a whole ------------------------------------------------------------------------------------

    def read(self) -> Line:
        out: list[Stated] = []
        for k, figure in enumerate(self.figures):
            stated = self._state(k, figure)
            if stated is not None:
                stated = stated._replace(
                    words=self.value[self._segment_start(figure.start, self.level[figure.start]) : figure.start],
                    aside=self._aside(figure),
                )
                out.append(stated)
                self.paths[k] = (stated.labels, stated.of)
        out = [stated for stated in out if stated.unit is not None]
        label = self.label
        if label is None:
            label = self._bare_label()
        head = next((s.found for s in out if s.of is None and s.found.unit is not None), None)
        return Line(label or None, tuple(out), head, self.label is not None, len(self.figures) - len(out))

    def _aside(self, figure: Found) -> str:
        if self.value[figure.after : figure.after + 1] not in ("(", "["):
            return ""
        end = closing(self.value, figure.after)
        is_plain = not any(figure.after < f.start < end for f in self.figures)
        return self.value[figure.after + 1 : end] if is_plain else ""

    def _lead(self) -> tuple[str | None, int]:
        """A label in brackets that opens the line: (인바운드) …, [과정] …."""
        match = vocab.pattern("label_head").match(self.value)
        if match is None or any(match.start() <= f.start < match.end() for f in self.figures):
            return None, 0
        if match.end() >= len(self.value.rstrip()):
            return None, 0
        return vocab.join_spaced(match["label"]), match.end()

    def _colon(self) -> int | None:
        """Place of the colon behind the line's label; `None` where each of several figures has a colon of its own."""
        places = [
            i
            for match in _COLON.finditer(self.value)
            if self.level[i := match.start()] == -1
            and not (self.value[i - 1 : i].isdigit() and self.value[i + 1 : i + 2].isdigit())
        ]
        if not places:
            pointers = [i for match in _POINTERS.finditer(self.value) if self.level[i := match.start()] == -1]
            return pointers[0] if len(pointers) == 1 and self.value[: pointers[0]].strip() else None
        followed = [i for i in places if any(0 <= f.start - i <= 4 for f in self.figures)]
        if len(followed) >= 2 and followed[0] == places[0]:
            return None
        return places[0]

    def _label(self) -> str | None:
        if self.colon is None:
            return self.lead
        if is_date(self.value[: self.colon]):
            return None
        label = self._without_figures(0, self.colon)
        if self.lead and label.startswith(("(", "[", "【", "<")):
            return vocab.join_spaced(label[self.lead_end :]) or self.lead
        return label or self.lead

    def _bare_label(self) -> str:
        """The line as a label for the lines below: without figures, dates and their brackets."""
        label = self._without_figures(0, len(self.value))
        return re.sub(r"\s?[/,]\s*$", "", label)

    def _without_figures(self, start: int, stop: int) -> str:
        """The text `start:stop` without the brackets that hold figures or dates, and without figures behind it."""
        kept, at = "", start
        for match in SIGNS.finditer(self.value, start, stop):
            i = match.start()
            if i < at or match.group() not in OPEN:
                continue
            end = closing(self.value, i)
            if any(i < f.start < end for f in self.figures) or any(i < a < end for a, _ in masked(self.value)):
                kept += self.value[at:i]
                at = end + 1
        text = kept + self.value[at:stop]
        # A figure and a counter of up to four signs end a label: the slow search is for labels that have one there.
        tail = vocab.pattern("tail_figure").search(text) if _FIGURE.search(text.rstrip()[-6:]) else None
        if tail and tail.start() > 3:
            text = text[: tail.start()]
        return vocab.join_spaced(text.strip(" :：-,/·"))

    # -- one figure ---------------------------------------------------------------------------------------------

    def _state(self, k: int, figure: Found) -> Stated | None:
        level = self.level[figure.start]
        own = self._before(k, figure, level)
        if level >= 0:
            return self._in_bracket(k, figure, level, own)
        base = self._base(figure)
        if figure.unit is None:
            return self._bare(k, figure, own, base)
        if k and not own and self._range(k):
            labels, of = self.paths.get(k - 1, (base, None))
            return Stated(figure, labels, of, figure.unit)
        if own.startswith(vocab.words().relative) and k and k - 1 in self.paths:
            return Stated(figure, (*self.paths[k - 1][0], own), None, figure.unit)
        tail = self._behind(k, figure, level)
        label = own
        if not own and self.colon is None and (not tail or self._behind_arrow(figure, level)):
            earlier = self._earlier(k, figure, level)
            if earlier is not None:
                labels = earlier if earlier[: len(base)] == base else (*base, *earlier)
                return Stated(figure, (*labels, *([tail] if tail else [])), None, figure.unit)
        if own and k and self._joined_to(k):
            label = " ".join(part for part in (self._own(k - 1), own, tail) if part)
        if self.prose:
            label = self._prose_label(k, figure, own, tail)
        elif not own:
            label = tail
        return Stated(figure, (*base, *([label] if label else [])), None, figure.unit)

    def _prose_label(self, k: int, figure: Found, own: str, tail: str) -> str:
        """The noun that a figure of a sentence counts: behind it (4대 추진방향), else before it (안전요원 320명을)."""
        words = vocab.words()
        spaced = self.value[figure.after : figure.after + 1] == " "
        if tail and spaced and figure.unit in words.counted_nouns:
            return tail
        if k and self._segment_start(figure.start, self.level[figure.start]) == (end := self.figures[k - 1].after):
            # What is glued to the figure before is its particle: 공영주차장 4곳에 312면을.
            own = own if self.value[end : end + 1] == " " else own.partition(" ")[2]
            if not own and self.paths.get(k - 1, ((), None))[0]:
                return self.paths[k - 1][0][-1]
        nouns = own.split()[-4:]
        if nouns and not _is_verb(nouns[-1]):
            # A verb or a particle ends another phrase: 회복을 목표로 안전요원.
            ends = (i for i, noun in enumerate(nouns[:-1]) if _is_verb(noun) or noun != without_particle(noun))
            nouns = nouns[max(ends, default=-1) + 1 :]
            nouns[-1] = without_particle(nouns[-1])
            return clean_label(" ".join(nouns))
        return tail if spaced else ""

    def _behind_arrow(self, figure: Found, level: int) -> bool:
        start = self._segment_start(figure.start, level)
        return start > 0 and self.value[start - 1] in _ARROWS

    def _earlier(self, k: int, figure: Found, level: int) -> tuple[str, ...] | None:
        """Labels of a figure without words of its own: those of the segment before it, else the figure before it."""
        start = self._segment_start(figure.start, level)
        if start == 0 or start <= self.lead_end:
            return None
        before = self._segment_start(start - 1, level)
        of_arrow = self.value[start - 1] in _ARROWS
        if k and self.figures[k - 1].after >= before + (0 if of_arrow else 1):
            between = self.value[self.figures[k - 1].after : figure.start].strip()
            of_year = vocab.pattern("year_word").fullmatch(between) is not None
            listed = of_arrow or of_year or self.value[start - 1] in ",/"
            return self.paths[k - 1][0] if listed and k - 1 in self.paths else None
        words = clean_label(self.value[self._segment_start(start - 1, level) : start - 1])
        return (words,) if words else None

    def _joined_to(self, k: int) -> bool:
        """Whether only words stand between a figure and the one before it: one phrase states both."""
        before, figure = self.figures[k - 1], self.figures[k]
        level = self.level[figure.start]
        between = self.value[before.after : figure.start]
        return self.level[before.start] == level == -1 and not any(
            char in BREAKS or char in OPEN or char in CLOSE or char in ":：*~" for char in between
        )

    def _range(self, k: int) -> bool:
        between = self.value[self.figures[k - 1].after : self.figures[k].start]
        return vocab.pattern("range_sign").match(between) is not None

    def _base(self, figure: Found) -> tuple[str, ...]:
        """The line's label, for figures behind its colon or opening bracket."""
        if self.colon is not None:
            if figure.start < self.colon:
                return ()
            return (self.label,) if self.label else ()
        return (self.lead,) if self.lead else ()

    def _bare(self, k: int, figure: Found, own: str, base: tuple[str, ...]) -> Stated | None:
        """A numeral without unit counts if it is one of several parts of a stated whole."""
        if not own or figure.decimals:
            return None
        run = self._bare_run(k)
        head = self._head_before(run[0])
        if head is None and self.colon is not None and figure.start > self.colon:
            named = [i for i, f in enumerate(self.figures) if f.after <= self.colon and f.unit is not None]
            if named and self._adds_up(run, self.figures[named[-1]]):
                head = (named[-1], self.figures[named[-1]])
        if head is not None and (self._adds_up(run, head[1]) or (len(run) >= 2 and self._parts_of(run, head[1]))):
            labels, _ = self.paths.get(head[0], (base, None))
            return Stated(figure, labels, own, head[1].unit)
        if self.inherited is not None and self.inherited.unit is not None and self._adds_up(run, self.inherited):
            return Stated(figure, base, own, self.inherited.unit)
        return None

    def _bare_run(self, k: int) -> list[int]:
        """The figures without unit that stand around figure `k` in one list."""
        level = self.level[self.figures[k].start]
        same = [i for i, f in enumerate(self.figures) if self.level[f.start] == level]
        at = same.index(k)
        first = last = at
        while first > 0 and self.figures[same[first - 1]].unit is None:
            first -= 1
        while last + 1 < len(same) and self.figures[same[last + 1]].unit is None:
            last += 1
        return same[first : last + 1]

    def _head_before(self, k: int) -> tuple[int, Found] | None:
        level = self.level[self.figures[k].start]
        for i in range(k - 1, -1, -1):
            figure = self.figures[i]
            if self.level[figure.start] == level:
                return (i, figure) if figure.unit is not None else None
        return None

    def _parts_of(self, run: list[int], head: Found) -> bool:
        return all(self.figures[i].number <= head.number for i in run)

    def _adds_up(self, run: list[int], head: Found) -> bool:
        return sum(self.figures[i].number for i in run) == head.number

    def _in_bracket(self, k: int, figure: Found, level: int, own: str) -> Stated | None:
        outer = self.level[level]
        head = self._bracket_head(level, outer)
        siblings = [i for i, f in enumerate(self.figures) if self.level[f.start] == level]
        if head is not None:
            labels, of = self.paths.get(head, ((), None))
            unit = self.figures[head].unit
            if figure.unit is None:
                whole = self.figures[head]
                figure = self._scaled(figure, siblings, whole)
                finer = figure.decimals > 0 and not whole.decimals and not self._adds_up(siblings, whole)
                if not own or finer or figure.number > whole.number:
                    return None
                return Stated(figure, labels, own, unit)
            money = vocab.units().money
            if own and (figure.unit == unit or (figure.unit in money and unit in money)):
                is_more = figure.unit == unit and figure.number > self.figures[head].number > 0
                return Stated(figure, labels, own, figure.unit, is_doubtful=is_more)
            tail = "" if own else self._behind(k, figure, level)
            extra = tuple(part for part in (of, own or tail) if part)
            return Stated(figure, (*labels, *extra), None, figure.unit)
        phrase = self._phrase(level, outer)
        base = (*self._base_at(level), *([phrase] if phrase else []))
        if figure.unit is None:
            return self._bracketed_bare(k, own, phrase, level)
        tail = "" if own else self._behind(k, figure, level)
        if own and len(siblings) >= 2 and all(self._own(i) for i in siblings) and base:
            return Stated(figure, base, own, figure.unit)
        return Stated(figure, (*base, *([own or tail] if own or tail else [])), None, figure.unit)

    def _scaled(self, part: Found, siblings: list[int], whole: Found) -> Found:
        """A part without unit, in the thousands or ten thousands of its whole: 1,746천㎡(공원 1,506, 비공원 240)."""
        zeros = zeros_behind(self.value, whole)
        printed = whole.number.scaleb(-zeros)
        bare = [self.figures[i].number for i in siblings if self.figures[i].unit is None]
        if not zeros or any(number > printed for number in bare):
            return part
        return part._replace(number=part.number.scaleb(zeros), decimals=part.decimals - zeros)

    def _base_at(self, at: int) -> tuple[str, ...]:
        if self.colon is not None:
            return (self.label,) if at > self.colon and self.label else ()
        return (self.lead,) if self.lead and at >= self.lead_end else ()

    def _own(self, k: int) -> str:
        figure = self.figures[k]
        return self._before(k, figure, self.level[figure.start])

    def _bracketed_bare(self, k: int, own: str, phrase: str, level: int) -> Stated | None:
        """예산(1), 지출(15): parts of the figure that the line above states."""
        figure = self.figures[k]
        if own or not phrase or self.inherited is None or self.inherited.unit is None or figure.decimals:
            return None
        alike = [
            i
            for i, f in enumerate(self.figures)
            if f.unit is None and self.level[f.start] >= 0 and not self.value[self.level[f.start] + 1 : f.start].strip()
        ]
        if not self._adds_up(alike, self.inherited) or self.value[figure.after : figure.after + 1] not in CLOSE:
            return None
        return Stated(figure, self._base_at(level), phrase, self.inherited.unit)

    def _bracket_head(self, level: int, outer: int) -> int | None:
        """The figure directly in front of a bracket, which the bracket explains."""
        for i in range(len(self.figures) - 1, -1, -1):
            figure = self.figures[i]
            if self.level[figure.start] != outer or figure.after > level:
                continue
            if figure.unit is None:
                return None
            between = self.value[figure.after : level]
            if any(char in BREAKS or char in CLOSE for char in between) or len(between.strip()) > _NEAR:
                return None
            return i
        return None

    def _phrase(self, level: int, outer: int) -> str:
        """The words in front of a bracket that holds figures."""
        start = self._segment_start(level, outer)
        return clean_label(self.value[start:level])

    def _before(self, k: int, figure: Found, level: int) -> str:
        return clean_label(self.value[self._segment_start(figure.start, level) : figure.start])

    def _segment_start(self, at: int, level: int) -> int:
        """Where the words begin that belong to the place `at`: behind the last break on its level."""
        floor = max((f.after for f in self.figures if f.after <= at and self.level[f.start] == level), default=0)
        for i in range(at - 1, floor - 1, -1):
            if i == level or (self.value[i] in _EDGES and self._ends(i, at, level)):
                return i + 1
        if level == -1 and self.lead and at >= self.lead_end:
            return max(floor, self.lead_end)
        return max(floor, 0)

    def _ends(self, i: int, at: int, level: int) -> bool:
        """Whether the words that belong to the place `at` begin behind the sign at `i`."""
        char = self.value[i]
        if self.level[i] != level:
            return char in CLOSE and self._holds_figures(i)
        return char in BREAKS or char == "*" or self._parts(i, at) or self._dash(i)

    def _parts(self, i: int, at: int) -> bool:
        """Whether a colon ends what belongs to the place `at`: not one between digits, not one right in front of it."""
        if self.value[i] not in ":：" or (self.value[i - 1 : i].isdigit() and self.value[i + 1 : i + 2].isdigit()):
            return False
        return not (self.colon is None and not self.value[i + 1 : at].strip())

    def _dash(self, i: int) -> bool:
        return self.value[i] in "-–—" and self.value[i - 1 : i] == " " and self.value[i + 1 : i + 2] == " "

    def _holds_figures(self, close: int) -> bool:
        opened = self.level[close]
        return any(opened < f.start < close for f in self.figures)

    def _behind(self, k: int, figure: Found, level: int) -> str:
        """The words behind a figure up to the next break, figure or bracket."""
        stop = min((f.start for f in self.figures if f.start >= figure.after), default=len(self.value))
        end = _END.search(self.value, figure.after)
        words = self.value[figure.after : min(stop, end.start()) if end is not None else stop]
        if words.lstrip().startswith(vocab.words().qualifiers_after):
            for qualifier in vocab.words().qualifiers_after:
                words = re.sub(rf"^\s?{qualifier}(?=\s|$)", "", words)
        return noun_phrase(words) if self.prose else clean_label(words)
