"""A document → its outline: a press article is one scope, a report is walked."""

from __future__ import annotations

from auditreport.parsers.outline.scopes import Outline, Scope
from auditreport.parsers.outline.walk import Walk
from auditreport.schemas import Document, Furniture, Heading, Paragraph


def read_outline(document: Document) -> Outline:
    """Read the outline of a document."""
    if _is_article(document):
        scope = Scope("article", blocks=[b for b in document.blocks if not isinstance(b, Furniture)])
        return Outline([scope], [], [], [], article=True)
    return Walk(document).run()


def _is_article(document: Document) -> bool:
    furniture = sum(1 for b in document.blocks if isinstance(b, Furniture) and b.reason == "site navigation")
    return furniture > 0 and all(isinstance(b, (Furniture, Paragraph, Heading)) for b in document.blocks)
