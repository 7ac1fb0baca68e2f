from __future__ import annotations

from collections import Counter
from pathlib import Path
from random import Random

from bench.claimed.articles import make
from bench.claims import _material, measure

REPORT = Path(__file__).resolve().parent.parent.parent / "examples" / "audit" / "nowon_2018.txt"


def test_articles_about_a_report_are_never_wrongly_contradicted():
    report = _material(REPORT.read_bytes(), "nowon_2018.txt")
    counts: dict[str, Counter[str]] = {}
    for seed in range(8):
        article = make(report, Random(seed))
        assert article is not None
        measure(article, report, [report], counts, [0])
    total = sum(counts.values(), Counter())
    assert total["contradicted"] > 0
    assert total["wrong"] == 0
