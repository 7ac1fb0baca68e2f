"""The one-to-one pairs of two stages → what merged with them or split from them, each with evidence of its own."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence

from auditreport.comparing.lineage.likeness import Likeness, probability
from auditreport.comparing.lineage.lines import adopted_line
from auditreport.comparing.lineage.matching import NEAR, Pair
from auditreport.comparing.lineage.nodes import fold

# A line that says of another programme what that one's own line says, and names it.
_ADOPTED = 4.5
# Its money still flows: what it paid for goes on, elsewhere.
_STILL_PAID = 0.7
# Programmes merge and split less often than they are renamed.
_SELDOM = -1.0
# Seldom does a programme that goes on give a part to another one that went on before.
_BOTH_GO_ON = -2.5


def branches(
    likeness: Likeness, sources: Sequence[int], targets: Sequence[int], mains: Sequence[Pair], paid: Container[str] = ()
) -> Iterator[Pair]:
    """Pairs of which one is in a main pair already, or both, that are near or certain.

    Of what two share, only that counts which explains nothing else: what neither the programme has that the target came
    from, nor the one that the source became.

    Args:
        likeness: of the programmes.
        sources, targets: numbers of those of two stages.
        mains: the one-to-one pairs.
        paid: folded names of the lines of the budget of the later stage.
    """
    if not (sources and targets):
        return
    become = {pair.before: pair.after for pair in mains}
    came_from = {pair.after: pair.before for pair in mains}
    odds = likeness.odds(sources, targets)
    for i, source in enumerate(sources):
        for j, target in enumerate(targets):
            others = [node for node in (came_from.get(target), become.get(source)) if node is not None]
            if not others or become.get(source) == target or came_from.get(target) == source:
                continue
            line = adopted_line(likeness, source, target, sources, targets)
            own = likeness.own_odds(source, target, others) + _SELDOM
            own = max(own, float(odds[i, j]) + _ADOPTED if line else own) + (_BOTH_GO_ON if len(others) > 1 else 0)
            if source not in become and any(fold(name) in paid for name in likeness.nodes[source].names):
                own += _STILL_PAID
            if probability(own) > NEAR:
                yield Pair(source, target, probability(own), line)
