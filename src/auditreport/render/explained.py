"""Explanations of figures → text that a journalist reads (설명문), or JSON."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from rich.cells import cell_len

from auditreport.printable import as_printed, printable
from auditreport.render.messages import N_
from auditreport.render.summary.figures import is_misread, with_unit
from auditreport.render.summary.words import CONCEPTS, PARTS
from auditreport.schemas.explanation import Change, Explanation, Operand, Proof, Search

Translate = Callable[[str], str]

_STATES = {
    "stated": N_("stated: read directly where it stands"),
    "inferred": N_("inferred: its column was lost in the text, and only one is possible"),
    "ambiguous": N_("ambiguous: {count} columns are possible"),
}
_CHANGES = {
    "digit": N_("{label}: {was} → {becomes} (one digit)"),
    "sign": N_("{label}: {was} → {becomes} (its sign)"),
    "split": N_("{label}: {was} → {becomes} (two figures run together)"),
    "join": N_("{label}: {was} → {becomes} (one figure torn in two)"),
}
_WIDTH = 12


def explained_json(name: str, explanations: Sequence[Explanation]) -> str:
    """The explanations as one JSON object."""
    rows = [explanation.model_dump(mode="json") for explanation in explanations]
    return json.dumps({"source": name, "explanations": rows}, ensure_ascii=False, indent=2) + "\n"


def explained_text(name: str, explanations: Sequence[Explanation], translate: Translate, lang: str) -> str:
    """The explanations, one paragraph each."""
    paragraphs = []
    for before, one in pairwise((None, *explanations)):
        assert one is not None
        told = before is not None and (one.search, one.changes) == (before.search, before.changes)
        paragraphs.append("\n".join(_paragraph(name, one, translate, lang, told=told)))
    return "\n\n".join(paragraphs) + "\n"


def _paragraph(name: str, one: Explanation, translate: Translate, lang: str, *, told: bool) -> Iterator[str]:
    """One figure; what was told of the same row above is not told again."""
    _ = translate
    fact = one.fact
    label = fact.item or _(CONCEPTS.get(fact.concept, fact.concept))
    yield printable(f"{with_unit(fact, _).removesuffix('?').rstrip()} · {label} · {fact.id}")
    yield from _row(_("where"), _place(name, one, _))
    yield from _row("", *_marked(one))
    part = " · ".join(word for word in (_(PARTS[fact.part]), fact.programme, fact.subprogramme, fact.item) if word)
    measure = _(CONCEPTS[fact.concept]) if fact.concept in CONCEPTS else fact.concept
    dims = ", ".join(fact.dims.values())
    yield from _row(_("what"), part, " · ".join(w for w in (measure, dims, str(fact.period.year or "")) if w))
    yield from _row(_("how sure"), *_state(one, _))
    yield from _row(_("proof"), *_proofs(one.proofs, _))
    if told:
        if one.search is not None:
            yield from _row(_("columns"), _("as above, for the same row"))
        return
    if one.search is not None:
        yield from _row(_("columns"), *_search(one.search, _, lang))
    if one.changes:
        yield from _row(_("damage"), *_changes(one.changes, _))


def _row(title: str, *lines: str) -> Iterator[str]:
    """Lines behind a title in the margin."""
    for i, line in enumerate(line for line in lines if line):
        head = title if i == 0 else ""
        yield as_printed(f"  {head}{' ' * max(1, _WIDTH - cell_len(head))}{line}").rstrip()


def _place(name: str, one: Explanation, translate: Translate) -> str:
    _ = translate
    source = one.fact.source
    if source.line is not None:
        return _("{name}, line {line}, characters {start} to {end}").format(
            name=name, line=source.line, start=source.start, end=source.end
        )
    where = [name]
    if source.page is not None:
        where.append(_("p. {page}").format(page=source.page))
    if source.bbox is not None:
        where.append("[" + ", ".join(f"{edge:.1f}" for edge in source.bbox) + "]")
    if source.path is not None:
        where.append(source.path)
    return ", ".join(where)


def _marked(one: Explanation) -> tuple[str, str]:
    """The line of the source, and a mark below the numeral; the beginning of a long line is left out."""
    start, end = max(0, one.at - 60), min(len(one.text), one.at + len(one.fact.raw) + 40)
    before = ("…" if start else "") + as_printed(one.text[start : one.at])
    shown = before + as_printed(one.text[one.at : end]) + ("…" if end < len(one.text) else "")
    lead = len(shown) - len(shown.lstrip())
    return shown.lstrip(), " " * cell_len(before[lead:]) + "^" * max(1, cell_len(as_printed(one.fact.raw)))


def _state(one: Explanation, translate: Translate) -> Iterator[str]:
    _ = translate
    fact = one.fact
    if is_misread(fact):
        readings = ", ".join(candidate["raw"] for candidate in fact.candidates)
        yield _("read off a scan in several ways: {readings}").format(readings=readings)
        return
    yield _(_STATES[fact.status]).format(count=len(fact.candidates))
    if fact.candidates:
        places = " | ".join(" ".join(dims.values()) or _("total") for dims in fact.candidates)
        yield _("the likeliest first: {places}").format(places=places)


def _proofs(proofs: Sequence[Proof], translate: Translate) -> Iterator[str]:
    _ = translate
    if not proofs:
        yield _("No equation of the report closes over this figure.")
    for proof in proofs:
        rounding = "" if proof.is_exact else _(" (within rounding)")
        chance = "" if proof.announced else _(" (nothing but the figures tells so)")
        yield f"{proof.rule}  {proof.formula}{rounding}{chance}"
        operands = proof.operands
        if len({(operand.label, operand.concept, operand.line, operand.page) for operand in operands}) == 1:
            yield "  " + _named(operands[-1], operands, _).removeprefix(operands[-1].raw).strip()
        else:
            yield "  " + " · ".join(dict.fromkeys(_named(operand, operands, _) for operand in operands))


def _named(operand: Operand, operands: Sequence[Operand], translate: Translate) -> str:
    """An operand with what tells it from the others of its equation: its label, its measure, its place."""
    _ = translate
    words = [operand.raw]
    if len({other.label for other in operands}) > 1 or len({other.concept for other in operands}) == 1:
        words.append(operand.label)
    if len({other.concept for other in operands}) > 1 and operand.concept in CONCEPTS:
        words.append(_(CONCEPTS[operand.concept]))
    place = ""
    if operand.line is not None:
        place = _("line {lines}").format(lines=operand.line)
    elif operand.page is not None:
        place = _("p. {page}").format(page=operand.page)
    words.append(f"({place})" if place else "")
    return " ".join(word for word in words if word)


def _search(search: Search, translate: Translate, lang: str) -> Iterator[str]:
    _ = translate
    if len(search.figures) == len(search.columns):
        yield _("The row has {figures} figures, one for each column.").format(figures=len(search.figures))
    else:
        yield _("The row has {figures} figures for {columns} columns; its empty cells were lost.").format(
            figures=len(search.figures), columns=len(search.columns)
        )
    if search.arrangements > 1:
        yield _("The header can be divided into columns in {count} ways; this is one of them.").format(
            count=search.arrangements
        )
    if search.is_cut:
        yield _("The search was given up for its size; every place that the order allows is left.")
    if search.by_order > 1:
        yield _("Placings that keep the order of the figures: {count}").format(count=f"{search.by_order:,}")
    if search.closed:
        yield _("of these, placings that also close what follows: {count}").format(count=f"{search.by_sums:,}")
        yield from (f"  {relation}" for relation in search.closed)
    if search.rules:
        yield _("of these, placings that are staffed as departments are as a rule: {count}").format(
            count=f"{search.by_rules:,}"
        )
        yield from (f"  {rule.ko if lang == 'ko' else rule.en}" for rule in search.rules)
        yield _("Such rules rank the columns; they prove nothing.")
    if search.broken:
        yield _("No placing closes:")
        yield from (f"  {relation}" for relation in search.broken)
    if search.by_sums != 1 or search.arrangements > 1:
        yield _("A copy of the report whose tables keep their cells (HWP, HWPX, PDF) would decide it.")


def _changes(changes: Sequence[Change], translate: Translate) -> Iterator[str]:
    _ = translate
    yield _("The sums of this table do not all close. One of these changes would close them; none is made:")
    for change in changes:
        yield _(_CHANGES[change.kind]).format(
            label=change.label, was=" ".join(change.was), becomes=" ".join(change.becomes)
        )
