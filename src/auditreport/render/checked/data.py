"""One run of the checks → one JSON object, as the contract of checks has it."""

from __future__ import annotations

import json

from auditreport.printable import json_safe
from auditreport.render.checked.run import CheckRun
from auditreport.schemas.discrepancy import Baseline, CheckOutput


def check_json(run: CheckRun, *, equations: bool) -> str:
    """The run; `equations` are there on request, `failure` and `baseline` where there is one."""
    output = CheckOutput(
        inputs=run.inputs,
        equations=run.equations if equations else None,
        discrepancies=run.discrepancies,
        baseline=run.baseline,
    )
    whole = output.model_dump(mode="json", by_alias=True)
    for name in ("equations", "baseline"):
        if whole[name] is None:
            del whole[name]
    for found in whole["inputs"]:
        if found["failure"] is None:
            del found["failure"]
    return json_safe(json.dumps(whole, ensure_ascii=False, indent=2)) + "\n"


def baseline_json(baseline: Baseline) -> str:
    """A baseline as it is kept: one entry after the other, so that a change of one shows as such."""
    return json_safe(json.dumps(baseline.model_dump(mode="json"), ensure_ascii=False, indent=2)) + "\n"
