"""Who reports (보고 기관): what every cell of a report says of it."""

from __future__ import annotations

from typing import NamedTuple

from auditreport.schemas.material import Material


class Reporter(NamedTuple):
    """A department in the year of its report.

    Attributes:
        material: its report.
        district: name of the local government.
        code: its official code; none where the name leaves it open.
        department: name of the department.
        function: what it does.
    """

    material: Material
    district: str | None
    code: str | None
    department: str | None
    function: str | None
