"""Two forms of one document → the cause of each difference between their tables and facts, found in the two readings.

A cause is a statement on the blocks of both forms that is checked here: that words stand in other cells, in lines
instead of cells, in several lines instead of one, behind other lines. What none of them holds for is unexplained.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import NamedTuple

from auditreport.pipeline.one import Read
from auditreport.schemas import Block, Bullet, Fact, Furniture, Heading, Table

UNEXPLAINED = "unexplained"
# Share of the words that lines have in common which say nearly the same.
_NEARLY = 0.7
# Share of the words of a table that may be printed otherwise.
_FEW = 0.1


class Said(NamedTuple):
    """What a fact says, without its place; white space in names does not count."""

    kind: str
    part: str
    programme: str
    subprogramme: str
    item: str
    concept: str
    dims: str
    value: str
    unit: str
    period: str


def say(fact: Fact) -> Said:
    """What a fact says."""
    dims = ", ".join(f"{name}={value}" for name, value in sorted(fact.dims.items()))
    period = f"{fact.period.year or ''} {fact.period.as_of or ''}".strip()
    said = (fact.kind, fact.part, fact.programme, fact.subprogramme, fact.item, fact.concept, dims, fact.value)
    return Said(*("" if part is None else "".join(str(part).split()) for part in said), fact.unit, period)


Grid = tuple[int, tuple[tuple[str, ...], ...]]


def grid_of(table: Table) -> Grid:
    """How many rows are headers, and the texts of all cells without white space."""
    rows = (*table.header, *table.rows)
    return len(table.header), tuple(tuple("".join(cell.text.value.split()) for cell in row.cells) for row in rows)


class Difference(NamedTuple):
    """What differs, how many tables or facts it is, why, and where to look."""

    what: str
    count: int
    cause: str
    example: str


@dataclass(slots=True)
class Form:
    """One form of a document: its name, what was read of it, and the tables that the other form has not."""

    name: str
    read: Read
    blocks: list[Block] = field(init=False)
    words: str = field(init=False)
    odd: dict[int, str] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        """Leave furniture out and put all words together."""
        self.blocks = [block for block in self.read.document.blocks if not isinstance(block, Furniture)]
        self.words = "".join(map(words_of, self.blocks))

    def block_of(self, fact: Fact) -> int:
        """Index of the block in which a fact stands."""
        at = fact.source.start
        return max((i for i, block in enumerate(self.blocks) if block.anchor.start <= at), default=0)

    def chain(self, i: int) -> list[str]:
        """The headings and bullets above a block, the nearest first, behind the block before it."""
        block = self.blocks[i]
        depth = block.depth if isinstance(block, Bullet) else 99
        out = [words_of(self.blocks[i - 1])] if i else []
        for above in reversed(self.blocks[:i]):
            if isinstance(above, Heading):
                return [*out, words_of(above)]
            if isinstance(above, Bullet) and above.depth < depth:
                depth = above.depth
                out.append(words_of(above))
        return out


def squash(value: str) -> str:
    """Letters and digits alone."""
    return "".join(char for char in unicodedata.normalize("NFC", value) if char.isalnum())


def tokens(value: str) -> list[str]:
    """The runs of letters and digits."""
    return re.findall(r"[^\W_]+", unicodedata.normalize("NFC", value))


def text_of(block: Block) -> str:
    """The text of a block, the number of a heading and all cells of a table included."""
    if isinstance(block, Table):
        return "\n".join(cell.text.value for row in (*block.header, *block.rows) for cell in row.cells)
    if isinstance(block, Heading):
        return f"{block.number or ''} {block.text.value}"
    return "" if isinstance(block, Furniture) else block.text.value


def words_of(block: Block) -> str:
    """The letters and digits of a block."""
    return squash(text_of(block))


# -- tables -----------------------------------------------------------------------------------------------------------


def compare_tables(one: Form, other: Form, pairs: Iterable[tuple[list[int], list[int]]]) -> list[Difference]:
    """The cause for each table that stands in one form only; `pairs` are runs of such tables, as indexes of blocks."""
    out = []
    for ours, theirs in pairs:
        left = list(theirs)
        for i in ours:
            match = max(left, key=lambda k: _shared(one.blocks[i], other.blocks[k]), default=None)
            if match is not None and not _shared(one.blocks[i], other.blocks[match]):
                match = None
            cause = _table_cause(one, i, other, match)
            one.odd[i] = cause
            if match is not None:
                left.remove(match)
                other.odd[match] = cause
            out.append(Difference("table", 1, cause, f"{one.name}: {_start(one.blocks[i])}"))
        for k in left:
            other.odd[k] = _table_cause(other, k, one, None)
            out.append(Difference("table", 1, other.odd[k], f"{other.name}: {_start(other.blocks[k])}"))
    return out


def _table_cause(here: Form, i: int, there: Form, k: int | None) -> str:
    table = here.blocks[i]
    assert isinstance(table, Table)
    heads, rows = grid_of(table)
    if k is not None:
        match = there.blocks[k]
        assert isinstance(match, Table)
        if grid_of(match)[1] == rows:
            return f"{heads} and {len(match.header)} rows are taken for titles"
        if Counter(words_of(table)) == Counter(words_of(match)):
            return _parted(rows, grid_of(match)[1])
    cells = [cell.text.value for row in (*table.header, *table.rows) for cell in row.cells]
    lost = [cell for cell in cells if squash(cell) not in there.words]
    if not lost:
        where = "other cells" if k is not None else "lines, in no table,"
        return f"all words of its {len(rows)} rows stand in {where} of {there.name}"
    gone = [word for cell in lost for word in tokens(cell) if word not in there.words]
    if not gone:
        return f"the words of {len(lost)} of its cells stand apart in {there.name}, among those of cells beside them"
    if len(gone) <= _FEW * sum(len(tokens(cell)) for cell in cells):
        return f"{len(gone)} of its words are printed otherwise in {there.name}, such as {gone[0][:20]!r}"
    return UNEXPLAINED


def _parted(rows: tuple[tuple[str, ...], ...], others: tuple[tuple[str, ...], ...]) -> str:
    """How two tables with the same letters and digits differ."""
    shape, other = (len(rows), len(rows[0])), (len(others), len(others[0]))
    if shape != other:
        return f"the same words in {shape[0]} × {shape[1]} and {other[0]} × {other[1]} cells"
    if [[squash(cell) for cell in row] for row in rows] == [[squash(cell) for cell in row] for row in others]:
        return "the same words with other signs between them"
    return "the same words, some of them in another order or in the cell beside"


def _shared(one: Block, other: Block) -> int:
    """Length of the cells of one table that stand in another, 0 for less than half of it; either way round."""
    out = []
    for table, against in ((one, other), (other, one)):
        assert isinstance(table, Table)
        words = words_of(against)
        cells = [squash(cell) for row in grid_of(table)[1] for cell in row]
        out.append(sum(len(cell) for cell in cells if cell in words) if words_of(table) else 0)
        out[-1] *= 2 * out[-1] >= len(words_of(table))
    return max(out)


def _start(block: Block) -> str:
    assert isinstance(block, Table)
    return " | ".join(cell for row in grid_of(block)[1] for cell in row if cell)[:60]


# -- facts ------------------------------------------------------------------------------------------------------------


def compare_facts(one: Form, other: Form) -> list[Difference]:
    """The cause for each fact that the forms do not both state; facts of one cause in one block come together."""
    left = [_rest(form.read.facts, Counter(map(say, against.read.facts))) for form, against in _both(one, other)]
    found: dict[tuple[str, str, int], list[str]] = {}
    for form, against, facts, others in ((one, other, left[0], left[1]), (other, one, left[1], [])):
        for fact in facts:
            match = _nearest(fact, others)
            if match is not None:
                others.remove(match)
            cause = _fact_cause(form, fact, against, match)
            example = f"{fact.raw} {' '.join(_parts(fact, match))}".strip()
            found.setdefault((cause, form.name, form.block_of(fact)), []).append(example)
    return [
        Difference("fact", len(examples), cause, f"{name}: {examples[0]}")
        for (cause, name, _), examples in found.items()
    ]


def _both(one: Form, other: Form) -> tuple[tuple[Form, Form], tuple[Form, Form]]:
    return (one, other), (other, one)


def _rest(facts: Iterable[Fact], against: Counter[Said]) -> list[Fact]:
    out = []
    for fact in facts:
        said = say(fact)
        if against[said]:
            against[said] -= 1
        else:
            out.append(fact)
    return out


def _nearest(fact: Fact, others: list[Fact]) -> Fact | None:
    """The fact of the same figure that says most alike."""
    said = say(fact)
    same = [other for other in others if (other.value, squash(other.raw)) == (fact.value, squash(fact.raw))]
    return max(same, key=lambda other: sum(a == b for a, b in zip(say(other), said, strict=True)), default=None)


def _parts(fact: Fact, match: Fact | None) -> list[str]:
    if match is None:
        return [fact.unit, (fact.item or "")[-40:]]
    return [
        f"{name} {a[-40:]!r} against {b[-40:]!r}"
        for name, a, b in zip(Said._fields, say(fact), say(match), strict=True)
        if a != b
    ]


def _fact_cause(here: Form, fact: Fact, there: Form, match: Fact | None) -> str:
    i = here.block_of(fact)
    k = there.block_of(match) if match is not None else None
    checks: tuple[Callable[[Form, int, Form, int | None], str | None], ...] = (
        _odd_table,
        _same_words,
        _other_lines,
        _other_words,
    )
    if match is not None and all(squash(a) == squash(b) for a, b in zip(say(fact), say(match), strict=True)):
        return "signs in a label are printed in one form only"
    return next((cause for check in checks if (cause := check(here, i, there, k))), UNEXPLAINED)


def _odd_table(here: Form, i: int, there: Form, k: int | None) -> str | None:
    """It stands in a table that differs, or its line is a part of such a table in the other form."""
    if i in here.odd:
        return f"its table differs: {here.odd[i]}"
    if k is not None and k in there.odd:
        return f"its table differs: {there.odd[k]}"
    own = tokens(text_of(here.blocks[i]))
    odd = ((cause, tokens(text_of(there.blocks[n]))) for n, cause in there.odd.items())
    found = next((cause for cause, words in odd if own and set(own) <= set(words)), None)
    return f"its line is of a table that differs: {found}" if found else None


def _same_words(here: Form, i: int, there: Form, k: int | None) -> str | None:
    """Its block has the same words in the other form."""
    words = words_of(here.blocks[i])
    alike = [n for n, block in enumerate(there.blocks) if words_of(block) == words] if k is None else [k]
    alike = [n for n in alike if words_of(there.blocks[n]) == words]
    if not alike:
        return None
    ours, theirs = here.blocks[i], there.blocks[alike[0]]
    chain, other = here.chain(i), there.chain(alike[0])
    if isinstance(ours, Bullet) and isinstance(theirs, Bullet) and ours.depth != theirs.depth:
        return f"the same line stands at depth {ours.depth} of {here.name} and {theirs.depth} of {there.name}"
    if chain != other:
        above, against = next((a, b) for a, b in zip([*chain, ""], [*other, ""], strict=False) if a != b)
        return f"the same line stands behind {above[:24]!r} of {here.name} and {against[:24]!r} of {there.name}"
    if text_of(ours).split() != text_of(theirs).split():
        return "the same line is spaced differently, so that words part elsewhere"
    return None


def _other_lines(here: Form, i: int, there: Form, k: int | None) -> str | None:
    """The words of its block make a part of a block of the other form, or several of them."""
    words = words_of(here.blocks[i])
    against = range(len(there.blocks)) if k is None else (k,)
    if any(words and words in words_of(there.blocks[n]) for n in against):
        return f"its line is a part of a longer one in {there.name}"
    if words in there.words:
        return f"its line is parted into several in {there.name}"
    return None


def _other_words(here: Form, i: int, there: Form, k: int | None) -> str | None:
    """A block of the other form says nearly the same."""
    own = Counter(tokens(text_of(here.blocks[i])))
    for n in range(len(there.blocks)) if k is None else (k,):
        other = Counter(tokens(text_of(there.blocks[n])))
        if (own & other).total() >= _NEARLY * max(own.total(), other.total(), 1):
            ours, theirs = words_of(here.blocks[i]), words_of(there.blocks[n])
            codes = SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes()
            a, b, c, d = next(code[1:] for code in codes if code[0] != "equal")
            return f"its line says {ours[a:b][:24]!r} in {here.name} and {theirs[c:d][:24]!r} in {there.name}"
    return None
