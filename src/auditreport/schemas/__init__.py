"""The types that the steps pass on: frozen, strict, without input or output and without Korean rules."""

from auditreport.schemas.base import Model
from auditreport.schemas.document import (
    Block,
    Bullet,
    Cell,
    Document,
    Doubt,
    Furniture,
    Heading,
    Layout,
    Paragraph,
    Row,
    Table,
    Text,
    Unparsed,
)
from auditreport.schemas.fact import Entity, Fact, FactSource, Period, Reading
from auditreport.schemas.issue import Issue
from auditreport.schemas.report import (
    ContentsEntry,
    Figure,
    Meta,
    Position,
    Programme,
    Report,
    Section,
    Team,
)
from auditreport.schemas.source import Anchor, Box, Source, Spot
from auditreport.schemas.values import Quantity

__all__ = [
    "Anchor",
    "Block",
    "Box",
    "Bullet",
    "Cell",
    "ContentsEntry",
    "Document",
    "Doubt",
    "Entity",
    "Fact",
    "FactSource",
    "Figure",
    "Furniture",
    "Heading",
    "Issue",
    "Layout",
    "Meta",
    "Model",
    "Paragraph",
    "Period",
    "Position",
    "Programme",
    "Quantity",
    "Reading",
    "Report",
    "Row",
    "Section",
    "Source",
    "Spot",
    "Table",
    "Team",
    "Text",
    "Unparsed",
]
