"""indicators.toml, and a file of the user's own → what is compared, in the order in which it is shown."""

from __future__ import annotations

from functools import cache

from pydantic import ValidationError

from auditreport.errors import AuditReportError
from auditreport.schemas.indicator import Indicator, Indicators
from auditreport.vocab.own import tables_of
from auditreport.vocab.toml import TomlError, read_toml


class IndicatorsError(AuditReportError):
    """A file of indicators that cannot be used."""

    def __init__(self, reason: str) -> None:
        """Keep what is wrong with it, as an English part of a sentence."""
        super().__init__(reason)
        self.reason = reason


@cache
def indicators(extra: str | None = None) -> dict[str, Indicator]:
    """All indicators by id, those of the user last.

    Args:
        extra: the text of a file in the form of indicators.toml; an id that is known replaces what is known.

    Raises:
        IndicatorsError: the text is no TOML, or has not that form, or computes from what there is not.
    """
    known = {one.id: one for one in Indicators.model_validate(tables_of("indicators")).indicator}
    if extra is not None:
        known |= {one.id: one for one in _parsed(extra).indicator}
    for one in known.values():
        _check(one, known)
    return known


def _parsed(text: str) -> Indicators:
    try:
        return Indicators.model_validate(read_toml(text))
    except TomlError as error:
        raise IndicatorsError(f"no TOML: {error}") from error
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"])
        raise IndicatorsError(f"{place}: {first['msg']}") from error


def _check(one: Indicator, known: dict[str, Indicator]) -> None:
    if one.concept is None and one.find is None and one.computed is None:
        raise IndicatorsError(f"{one.id}: one of concept, find and computed is missing")
    if one.computed is not None:
        for needed in (one.computed.of, one.computed.by):
            if needed not in known:
                raise IndicatorsError(f"{one.id}: computed from {needed}, which is no indicator")
