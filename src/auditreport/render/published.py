"""Published types (공개 자료형) → their JSON Schemas, by name."""

from __future__ import annotations

import json

from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema

from auditreport.errors import UnknownSchema
from auditreport.schemas import Document, Fact, Issue, Meta, Model, Programme, Report, Source
from auditreport.schemas.claims import Claim, ClaimsOutput
from auditreport.schemas.comparison import Comparison
from auditreport.schemas.discrepancy import Baseline, CheckOutput, Discrepancy, Equation, Rule
from auditreport.schemas.failure import Failure
from auditreport.schemas.indicator import Indicators
from auditreport.schemas.output import ParsedDocument, ParseOutput

PUBLISHED: dict[str, type[Model]] = {
    "baseline": Baseline,
    "check-output": CheckOutput,
    "claim": Claim,
    "claims-output": ClaimsOutput,
    "comparison": Comparison,
    "discrepancy": Discrepancy,
    "document": Document,
    "equation": Equation,
    "fact": Fact,
    "failure": Failure,
    "indicators": Indicators,
    "issue": Issue,
    "meta": Meta,
    "parse-output": ParseOutput,
    "parsed-document": ParsedDocument,
    "programme": Programme,
    "report": Report,
    "rule": Rule,
    "source": Source,
}
SUFFIX = ".schema.json"


def schema_text(name: str) -> str:
    """The JSON Schema (draft 2020-12) of the type published as `name`, indented, with a line end.

    Raises:
        UnknownSchema: nothing is published under that name.
    """
    if name not in PUBLISHED:
        raise UnknownSchema(f"{name}: there is no such schema; choose one of {', '.join(PUBLISHED)}")
    schema = TypeAdapter(PUBLISHED[name]).json_schema(mode="serialization")
    whole = {"$schema": GenerateJsonSchema.schema_dialect, **schema}
    return f"{json.dumps(whole, ensure_ascii=False, indent=2)}\n"


def schema_summary(name: str) -> str:
    """The first sentence of what the type is."""
    return (PUBLISHED[name].__doc__ or "").partition("\n")[0]
