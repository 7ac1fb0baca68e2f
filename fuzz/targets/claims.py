"""A press article, tested against a report."""

from __future__ import annotations

from functools import cache

from auditreport.comparing.claims import test_claims
from auditreport.pipeline import read_bytes
from auditreport.pipeline.claims import article_part
from auditreport.pipeline.material import material_of
from auditreport.schemas.material import Material
from fuzz.promise import holds, read_whole
from fuzz.seeds import ARTICLE, SMALL, texts
from fuzz.target import Target


@cache
def _report() -> Material:
    return material_of(read_bytes(SMALL.encode(), "report"), "report")


def run(data: bytes) -> None:
    """Every claim stands in the article."""
    read = read_whole(data)
    if read is None:
        return
    article = article_part(read.document, read.report, read.facts)
    for claim in test_claims(article, (_report(),)):
        holds(claim.raw in article.text, "a claim is printed in the article")


TARGET = Target(run=run, seeds=lambda: [ARTICLE.encode(), *texts()])
