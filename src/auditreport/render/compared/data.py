"""A comparison → one JSON object, as its contract has it."""

from __future__ import annotations

import json

from auditreport.printable import json_safe
from auditreport.schemas.comparison import Comparison


def compare_json(comparison: Comparison) -> str:
    """The comparison; fields are named as in the published schema."""
    whole = comparison.model_dump(mode="json", by_alias=True)
    return json_safe(json.dumps(whole, ensure_ascii=False, indent=2)) + "\n"
