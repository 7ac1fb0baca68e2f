"""A line → how deep in brackets each of its characters stands."""

from __future__ import annotations

import re

OPEN, CLOSE = "([{<〈《【", ")]}>〉》】"
SIGNS = re.compile(f"[{re.escape(OPEN + CLOSE)}]")


def levels(value: str) -> list[int]:
    """For each character the place of the innermost bracket around it, -1 outside of all; a closing one is inside."""
    out: list[int] = []
    stack = [-1]
    for match in SIGNS.finditer(value):
        i, char = match.start(), match.group()
        out.extend([stack[-1]] * (i - len(out)))
        if char in OPEN and (char != "<" or ">" in value[i : i + 40]):
            out.append(stack[-1])
            stack.append(i)
        elif char in CLOSE and len(stack) > 1:
            out.append(stack.pop())
    out.extend([stack[-1]] * (len(value) - len(out)))
    return out


def closing(value: str, at: int) -> int:
    """The place of the bracket that closes the one at `at`; the last character where none does."""
    depth = 0
    for match in SIGNS.finditer(value, at):
        depth += 1 if match.group() in OPEN else -1
        if depth == 0:
            return match.start()
    return len(value) - 1
