"""What could not be read, and why."""

from __future__ import annotations

from pydantic import Field

from auditreport.schemas.base import Model


class Failure(Model):
    """An input that could not be read; the others come out all the same."""

    name: str = Field(description="The input as the user named it.", examples=["reports/2023.txt"])
    reason: str = Field(description="What is wrong with it, in English.", examples=["there is no such file"])
    next_step: str = Field(description="What the user can do, in English.", examples=["check the path"])
