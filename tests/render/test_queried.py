"""Answers as JSON: every column, and nothing that readers of JSON refuse."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from typing import Any

from auditreport.render.queried import json_lines


def read(columns: list[str], *rows: tuple[Any, ...]) -> Any:
    def refuse(word: str) -> None:
        raise ValueError(word)

    return json.loads("".join(json_lines(columns, iter(rows))), parse_constant=refuse)


def test_columns_of_the_same_name_are_numbered_and_none_is_lost() -> None:
    assert read(["title", "title_2", "title"], (1, 2, 3)) == [{"title": 1, "title_2": 2, "title_3": 3}]


def test_numbers_that_json_has_not_are_text() -> None:
    row = (float("inf"), [float("nan"), 1.5], Decimal("0.10"))
    assert read(["a", "b", "c"], row) == [{"a": "inf", "b": ["nan", 1.5], "c": "0.1"}]


def test_keys_of_any_type_are_text() -> None:
    assert read(["a"], ({date(2024, 1, 1): {2: b"\0"}},)) == [{"a": {"2024-01-01": {"2": "00"}}}]
