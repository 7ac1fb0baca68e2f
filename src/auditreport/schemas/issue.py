"""What we read but did not understand; ours to mend, never the report's fault."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from auditreport.schemas.base import Model
from auditreport.schemas.source import Anchor


class Issue(Model):
    """A place that was read without being understood, or understood by deduction only."""

    code: str = Field(description="Stable name of the kind of issue.", examples=["columns-lost"])
    severity: Literal["info", "warning"] = Field(
        description="`info`: deduced, probably right; `warning`: something is open or was left out."
    )
    message: str = Field(description="One English sentence, without the text of the report.")
    detail: str | None = Field(default=None, description="The words of the report that it is about.")
    anchor: Anchor | None = Field(default=None, description="The place; null for the document as a whole.")
