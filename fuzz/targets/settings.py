"""Files of the user's: indicators, decisions on lineage, populations, prices, a baseline."""

from __future__ import annotations

from pydantic import ValidationError

from auditreport.comparing.lineage import read_decisions
from auditreport.comparing.normalising import TableError, read_population, read_prices
from auditreport.errors import WrongDecision
from auditreport.schemas.discrepancy import Baseline
from auditreport.vocab.indicators import IndicatorsError, indicators
from fuzz.target import Target

_SEEDS = (
    '[[indicator]]\nid = "a.b"\nko = "가"\nen = "A"\nunit = "건"\ndefinition = { ko = "가", en = "a" }\n'
    'find = { topic = ["심사"], units = ["건"] }\ncomputed = { of = "budget.amount", by = "a.b", kind = "share" }\n',
    '[[edge]]\nevent = "renamed"\nnote = "x"\nfrom = { district = "강동구", department = "감사담당관", year = 2023, '
    'programme = "가" }\nto = { district = "강동구", department = "감사담당관", year = 2024, programme = "나" }\n',
    "district,year,population\n강동구,2023,460000\n",
    "year,index\n2020,100\n2023,111.6\n",
    '{"version": 1, "discrepancies": [{"fingerprint": "1", "path": "a", "rule": "AR101", "severity": "error"}]}',
)


def run(data: bytes) -> None:
    """Each is read or refused in a sentence."""
    indicators.cache_clear()
    text = data.decode("utf-8", "replace")
    for read in (indicators, read_decisions, read_population, read_prices):
        try:
            read(text)
        except (IndicatorsError, WrongDecision, TableError):
            continue
    try:
        Baseline.model_validate_json(data)
    except ValidationError:
        return


TARGET = Target(run=run, seeds=lambda: map(str.encode, _SEEDS))
