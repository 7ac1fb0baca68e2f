from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import auditreport
from auditreport.render.messages import translator
from auditreport.render.reasons import translated

PACKAGE = Path(auditreport.__file__).parent
KOREAN = translator("ko")


def template(node: ast.expr) -> str | None:
    """The words of a literal, gaps filled with a word that every reason may hold."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(str(part.value) if isinstance(part, ast.Constant) else "a picture" for part in node.values)
    return None


def _parts(node: ast.expr) -> list[ast.expr]:
    return node.values if isinstance(node, ast.JoinedStr) else [node]


def reasons_in_code() -> Iterator[str]:
    """What the code gives as reason or next step of a file that cannot be read, wherever it is written out."""
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
                continue
            if node.func.id in ("UnreadableInput", "UnusableScheduler", "StoreError", "WrongVocabulary"):
                found = node.args[1:3]
            elif node.func.id == "WrongWord":
                found = [ast.JoinedStr([node.args[0], ast.Constant(": "), *_parts(node.args[1])])]
            elif node.func.id == "Failure":
                found = [word.value for word in node.keywords if word.arg in ("reason", "next_step")]
            else:
                continue
            yield from (words for words in map(template, found) if words is not None)


def test_every_reason_that_a_store_gives_is_known_in_korean() -> None:
    from auditreport.store.files import _MEANINGS, _UNKNOWN

    said = [words for _, *reason in _MEANINGS for words in reason] + [*_UNKNOWN]
    assert [words for words in said if translated(words, KOREAN) == words] == []


def test_every_reason_that_a_reader_gives_is_known_in_korean() -> None:
    ours = ("auditreport itself failed", "please report this")
    reasons = sorted({reason for reason in reasons_in_code() if not reason.startswith(ours)})
    assert len(reasons) > 8
    english = [reason for reason in reasons if translated(reason, KOREAN) == reason]
    assert english == [], "list these in render/reasons.py, then run `make catalogues`"


@pytest.mark.parametrize(
    ("reason", "korean"),
    [
        ("the file is empty", "빈 파일입니다"),
        ("check the path", "경로를 확인하십시오"),
        ("No space left on device", "저장 공간이 없습니다"),
        ("nobody gives this reason", "nobody gives this reason"),
    ],
)
def test_reason_is_said_in_korean(reason: str, korean: str) -> None:
    assert translated(reason, KOREAN) == korean


def test_reason_stays_english_for_an_english_reader() -> None:
    assert translated("the file is empty", translator("en")) == "the file is empty"
