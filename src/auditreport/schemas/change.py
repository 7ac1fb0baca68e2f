"""What reading a report again changes in its facts (사실의 변화)."""

from __future__ import annotations

from typing import Literal, NamedTuple

from auditreport.schemas.fact import Fact


class Change(NamedTuple):
    """A fact that was gained, lost, or altered: the numeral at its place is told to say something else.

    Attributes:
        kind: what became of it.
        before: as it was read before; none if gained.
        after: as it is read now; none if lost.
    """

    kind: Literal["gained", "lost", "altered"]
    before: Fact | None
    after: Fact | None

    @property
    def fact(self) -> Fact:
        """The fact as it is now, or was."""
        found = self.after or self.before
        assert found is not None
        return found

    @property
    def fields(self) -> tuple[str, ...]:
        """Names of the fields that differ, of an altered fact."""
        if self.before is None or self.after is None:
            return ()
        before, after = self.before, self.after
        return tuple(
            name for name in Fact.model_fields if name != "id" and getattr(before, name) != getattr(after, name)
        )
