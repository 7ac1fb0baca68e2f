from __future__ import annotations

import ast
from pathlib import Path

import auditreport

PACKAGE = Path(auditreport.__file__).parent


def test_no_message_stands_inside_of_an_f_string_where_it_is_not_collected() -> None:
    hidden = [
        f"{path.name}:{node.lineno}"
        for path in sorted(PACKAGE.rglob("*.py"))
        for outer in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(outer, ast.JoinedStr)
        for node in ast.walk(outer)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in ("_", "N_")
        and isinstance(node.args[0], ast.Constant)
    ]
    assert hidden == []
