"""lineage.toml, in which a person settles what reports leave open → decisions that every later run keeps.

The form is in docs/lineage.md.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple

from pydantic import Field, ValidationError, model_validator
from rapidfuzz import process

from auditreport import vocab
from auditreport.comparing.lineage.nodes import Node, fold
from auditreport.errors import WrongDecision
from auditreport.schemas.base import Model
from auditreport.schemas.comparison import ProgrammeAt
from auditreport.schemas.fact import Part
from auditreport.vocab.toml import TomlError, read_toml

# What would end a comment, or may not stand in one.
_CONTROLS = re.compile(r"[\x00-\x1f\x7f\x85\u2028\u2029\ud800-\udfff]")
Settled = Literal["continued", "renamed", "merged", "split", "moved_team", "new", "ended", "unrelated"]


class Place(Model):
    """A programme (사업) of a year, as its report has it."""

    district: str
    department: str
    year: int
    programme: str
    part: Part | None = Field(default=None, description="Needed where plan and results of the year both have it.")

    def is_of(self, at: ProgrammeAt) -> bool:
        """Whether it is the stage of a programme: its district, department, year and part."""
        mine, theirs = (self.district, self.department), (at.district, at.department)
        named = all(vocab.squash(one) == vocab.squash(other or "") for one, other in zip(mine, theirs, strict=True))
        return named and self.year == at.year and self.part in (None, at.part)

    def __str__(self) -> str:
        return f"{self.year} {self.programme}"


class Decision(Model, populate_by_name=True):
    """What a person says became of a programme."""

    before: Place | None = Field(default=None, alias="from")
    to: Place | None = None
    event: Settled
    note: str | None = Field(default=None, description="Why; shown as evidence.")

    @model_validator(mode="after")
    def _has_its_ends(self) -> Decision:
        ends = {"new": (False, True), "ended": (True, False)}.get(self.event, (True, True))
        if (self.before is not None, self.to is not None) != ends:
            wanted = " and ".join(name for name, needed in zip(("from", "to"), ends, strict=True) if needed)
            raise ValueError(f"event {self.event} takes {wanted}, neither more nor less")
        return self


class Decisions(Model):
    """All that a file settles.

    Attributes:
        name: the file, as messages and evidence name it.
    """

    name: str = "lineage.toml"
    edge: tuple[Decision, ...] = ()


class Found(NamedTuple):
    """A decision with the numbers of its programmes; none where it has no such end."""

    before: int | None
    after: int | None
    event: Settled
    note: str | None


def read_decisions(text: str, name: str = "lineage.toml") -> Decisions:
    """The decisions of a file.

    Raises:
        WrongDecision: where it is no TOML, or an entry lacks something.
    """
    try:
        return Decisions.model_validate({"name": name, **read_toml(text)})
    except TomlError as error:
        raise WrongDecision(name, None, f"not TOML: {error}", "mend the line") from error
    except ValidationError as error:
        first = error.errors()[0]
        place = [part for part in first["loc"] if part != "edge"]
        entry = place[0] + 1 if place and isinstance(place[0], int) else None
        field = ".".join(map(str, place if entry is None else place[1:]))
        said = ": ".join(filter(None, (field, first["msg"].removeprefix("Value error, "))))
        raise WrongDecision(name, entry, said, "see docs/lineage.md for the form") from error


def find(decisions: Decisions, nodes: Sequence[Node]) -> tuple[Found, ...]:
    """The decisions about these programmes; those about stages that none of them is in are left out.

    Raises:
        WrongDecision: where a stage is there and the programme is not, or is there twice.
    """
    out = []
    for entry, decision in enumerate(decisions.edge, 1):
        ends = decision.before, decision.to
        numbers = [None if end is None else _number(end, nodes, decisions.name, entry) for end in ends]
        if [end is None for end in ends] == [number is None for number in numbers]:
            out.append(Found(numbers[0], numbers[1], decision.event, decision.note))
    return tuple(out)


def _number(place: Place, nodes: Sequence[Node], name: str, entry: int) -> int | None:
    """The programme of a place; none where its stage is not among them."""
    stage = [number for number, node in enumerate(nodes) if place.is_of(node.at)]
    found = [number for number in stage if nodes[number].key == fold(place.programme)]
    if len(found) == 1 or not stage:
        return found[0] if found else None
    if found:
        raise WrongDecision(name, entry, f"{place} is in plan and results", 'say which with part = "plan" or "results"')
    near = process.extractOne(place.programme, [nodes[number].title for number in stage])[0]
    raise WrongDecision(name, entry, f"no programme {place}", f"name one of that year, such as {near}")


def template(open_ends: Iterable[tuple[ProgrammeAt | None, ProgrammeAt | None, Sequence[str]]]) -> str:
    """A file to fill in: an entry for each programme whose fate is unknown, commented out, with its candidates."""
    out = ["# Uncomment an entry, name the other programme, and say what happened; docs/lineage.md says how.", ""]
    for before, to, evidence in open_ends:
        known = before or to
        if known is None:
            continue
        out += [f"# {_CONTROLS.sub(' ', line)}" for line in evidence]
        out += ["# [[edge]]", '# event = "renamed"']
        for end, at in (("from", before), ("to", to)):
            place = at or known.model_copy(update={"programme": "", "year": known.year, "part": known.part})
            out.append(f"# {end} = {_inline(place)}")
        out.append("")
    return "\n".join(out)


def _inline(at: ProgrammeAt) -> str:
    values = {"district": at.district, "department": at.department, "year": at.year, "part": at.part}
    shown = {**values, "programme": at.programme}
    return "{ " + ", ".join(f"{key} = {_toml(value)}" for key, value in shown.items() if value is not None) + " }"


def _toml(value: str | int) -> str:
    if isinstance(value, int):
        return str(value)
    return json.dumps(_CONTROLS.sub(" ", value), ensure_ascii=False)
