"""`make bench-claims`: articles made of figures of reports → which are told right, and which wrongly contradicted.

Articles are written about the reports of the tests, the examples, and those beside the project where they are. A figure
is taken over, rounded, altered, or told of something else: a part of what the report counts (`part`), a target
(`planned`), a later day (`later`), or a thing that no report names (`invented`). *wrong*: contradicted although the
report does not say otherwise, or supported although it does.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable
from random import Random

from auditreport import read
from auditreport.comparing import claims
from auditreport.pipeline.claims import article_part
from auditreport.pipeline.material import material_part
from auditreport.schemas.claims import Claim
from auditreport.schemas.material import Material
from bench.claimed.articles import Article, make, reports_with_figures
from bench.documents import all_documents

_VERDICTS = ("supported", "rounded", "contradicted", "undecided", "not_found", "unread")
_HELD_OUT = 10_000


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m bench.claims", description="Measure the test of articles.")
    parser.add_argument("--count", type=int, default=20, help="articles of each report (default: 20)")
    parser.add_argument("--show", type=int, default=0, help="how many wrong verdicts to list")
    options = parser.parse_args()
    materials = reports_with_figures([_material(path.read_bytes(), str(path)) for path in all_documents()])
    print(f"reports: {len(materials)}")
    for name, first in (("known seeds", 0), ("held-out seeds", _HELD_OUT)):
        counts: dict[str, Counter[str]] = {}
        shown = [options.show]
        for report in materials:
            for seed in range(first, first + options.count):
                article = make(report, Random(f"claimed:{report.path}:{seed}"))
                if article is not None:
                    measure(article, report, materials, counts, shown)
        _print(name, counts)


def measure(
    article: Article, report: Material, reports: Iterable[Material], counts: dict[str, Counter[str]], shown: list[int]
) -> None:
    """Count the verdicts on the figures of an article."""
    done = read(article.text.encode(), "article.txt")
    material = article_part(done.document, done.report, done.facts)
    material = material.model_copy(update={"meta": material.meta.model_copy(update={"district": report.meta.district})})
    found = claims.test_claims(material, list(reports))
    for told in article.told:
        # A day in front of the figure is none itself: the last figure of the line is meant.
        lines = [claim for claim in found if claim.line == told.line]
        claim = lines[-1] if lines else None
        verdict = claim.verdict if claim is not None else "unread"
        name = told.truth + (", with its day" if told.is_dated and told.truth in ("right", "altered") else "")
        count = counts.setdefault(name, Counter())
        count.update(("figures", verdict))
        is_wrong = _is_wrong(told.truth, verdict, claim)
        count["wrong"] += is_wrong
        if is_wrong and shown[0] > 0 and claim is not None:
            shown[0] -= 1
            print("   ", told.truth, verdict, claim.sentence, [(m.label, m.value, m.path[-40:]) for m in claim.matches])


def _is_wrong(truth: str, verdict: str, claim: Claim | None) -> bool:
    if truth == "altered":
        return verdict in ("supported", "rounded")
    return verdict == "contradicted"


def _material(data: bytes, path: str) -> Material:
    done = read(data, path)
    return material_part(done.document, done.report, done.facts).model_copy(update={"path": path})


def _print(name: str, counts: dict[str, Counter[str]]) -> None:
    print(f"{name:<26}{'figures':>9}" + "".join(f"{verdict:>13}" for verdict in _VERDICTS) + f"{'wrong':>8}")
    for truth, count in sorted(counts.items()):
        cells = "".join(f"{count[verdict]:>13}" for verdict in _VERDICTS)
        print(f"{truth:<26}{count['figures']:>9}{cells}{count['wrong']:>8}")
    whole = sum(counts.values(), Counter())
    contradicted = sum(count["contradicted"] for count in counts.values())
    right = sum(count["contradicted"] for truth, count in counts.items() if truth.startswith("altered"))
    precision = f"{right / contradicted:.3f}" if contradicted else "-"
    print(f"{'all':<26}{whole['figures']:>9}  precision of contradicted: {precision}, wrong: {whole['wrong']}\n")


if __name__ == "__main__":
    main()
