"""What tells a sub-organisation from other labels of rows and columns."""

from __future__ import annotations

import pytest

from auditreport.parsers.records.context import is_department


@pytest.mark.parametrize("label", ["감사담당관", "주민자치과", "청 소 과", "상수도사업소", "예산팀"])
def test_name_of_a_department_or_team_is_one(label: str) -> None:
    assert is_department(label)


@pytest.mark.parametrize("label", ["고충민원 해소", "가로 청소", "민·관 협력체계", "도시기반", "정원", "계"])
def test_work_that_ends_like_a_department_is_none(label: str) -> None:
    assert not is_department(label)
