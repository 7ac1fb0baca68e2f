"""Which rows name columns."""

from __future__ import annotations

import pytest

from auditreport.parsers.formats.flow import Box, Grid, Para, assemble
from auditreport.schemas import Table


def count(*rows: tuple[str, ...], heads: int = 0) -> int:
    grid = Grid(
        [
            Box(r, c, 1, 1, [Para(text, "")], heads=r < heads)
            for r, row in enumerate(rows)
            for c, text in enumerate(row)
        ],
        "table 1",
    )
    [block] = assemble([grid], b"", "a", media_type="text/html", reader="html").blocks
    assert isinstance(block, Table)
    return len(block.header)


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ((("구분", "계"), ("정원", "22")), 1),
        ((("직급별", "계", "3․4급", "6급이하"), ("정원", "8,491", "16", "7,427"), ("현원", "8,667", "16", "-")), 1),
        ((("구분", "2023", "2024"), ("예산", "10", "20"), ("집행", "5", "8")), 1),
        ((("건수", "10"), ("금액", "20")), 0),
        ((("가", "나"), ("다", "라")), 1),
        (
            (("2023", "2024", "2025~2027"), ("평가 과제 6종 구축", "시범 운영", "확대"), ("20억원", "30억원", "9억원")),
            1,
        ),
    ],
)
def test_rows_before_the_first_figure_are_headers(rows: tuple[tuple[str, ...], ...], expected: int) -> None:
    assert count(*rows) == expected


def test_rows_that_the_file_marks_are_headers() -> None:
    assert count(("구분", "2023", "2024"), ("", "10", "20"), ("계", "1", "2"), heads=2) == 2
