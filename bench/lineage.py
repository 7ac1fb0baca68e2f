"""`make bench-lineage`: invented departments whose programmes change through the years → which changes are found.

*found* of those that truly happened; *wrong*: edges that are stated and not so, and programmes that are called new or
ended and are not; *past a stage between*: edges of two that are one programme, which a stage between names so otherwise
that it was not linked. B-cubed is taken over the clusters of programmes that are linked; one that is not linked is a
cluster of its own. The words of `tuned` departments were seen while the rules were made, those of `held out` ones not.
"""

from __future__ import annotations

import argparse
from collections import Counter
from random import Random

from auditreport.comparing.lineage import trace_lineage
from bench.lineages.history import make
from bench.lineages.measure import b_cubed, judge, node_of, stated, truth_of
from bench.lineages.report import reports

_EVENTS = ("continued", "renamed", "merged", "split", "moved_team")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m bench.lineage", description="Measure the lineage of programmes.")
    parser.add_argument("--count", type=int, default=100, help="departments of each set (default: 100)")
    parser.add_argument("--seed", type=int, default=0, help="which departments are made (default: 0)")
    parser.add_argument("--show", type=int, default=0, help="how many wrong edges to list")
    parser.add_argument("--tuned", action="store_true", help="only the departments with words seen before")
    options = parser.parse_args()
    for held_out in (False,) if options.tuned else (False, True):
        print("held out" if held_out else "tuned")
        _measure(options.count, options.seed, held_out, options.show)


def _measure(count: int, seed: int, held_out: bool, show: int) -> None:
    counts: Counter[str] = Counter()
    precision = recall = 0.0
    for i in range(count):
        rng = Random(f"{seed}:{held_out}:{i}")
        history = make(rng, held_out)
        truth = truth_of(history)
        edges = trace_lineage(reports(history, rng))
        for wrong in judge(edges, truth, counts)[: max(show - counts["shown"], 0)]:
            counts["shown"] += 1
            print(f"  wrong {wrong.kind}: {wrong.edge.model_dump_json(by_alias=True)}")
        links = [(node_of(edge.before), node_of(edge.to)) for edge in stated(edges) if edge.before and edge.to]
        one, other, nodes = b_cubed(truth.nodes, [link for link in links if set(link) <= truth.nodes], truth.links)
        precision, recall = precision + one, recall + other
        counts["nodes"] += nodes
    _print(counts, precision / counts["nodes"], recall / counts["nodes"])


def _print(counts: Counter[str], precision: float, recall: float) -> None:
    for event in _EVENTS:
        print(f"  {event:<11}{counts[f'found {event}']:>6} of {counts[f'true {event}']:>5} found")
    print(f"  new        {counts['new stated']:>6} stated, {counts['true new']:>5} true")
    print(f"  ended      {counts['ended stated']:>6} stated, {counts['true ended']:>5} true")
    print(f"  edges {counts['edges']}: wrong {counts['wrong links']}, past a stage between {counts['shortcuts']}")
    print(f"  new or ended, and wrong: {counts['wrong ends']}")
    named = {key: value for key, value in sorted(counts.items()) if " called " in key}
    print(f"  event right: {counts['event right']} of {counts['edges']}; {named}")
    both = 2 * precision * recall / (precision + recall)
    print(f"  B-cubed precision {precision:.3f} recall {recall:.3f} F1 {both:.3f}")


if __name__ == "__main__":
    main()
