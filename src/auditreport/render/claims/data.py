"""The claims of an article → one JSON object."""

from __future__ import annotations

import json

from auditreport.printable import json_safe
from auditreport.schemas.claims import ClaimsOutput


def claims_json(output: ClaimsOutput) -> str:
    """All that the run found, indented, with a line end."""
    return json_safe(json.dumps(output.model_dump(mode="json"), ensure_ascii=False, indent=2)) + "\n"
