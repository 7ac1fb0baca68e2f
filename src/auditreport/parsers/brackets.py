"""A line → how deep in brackets each of its characters stands."""

from __future__ import annotations

OPEN, CLOSE = "([{<〈《【", ")]}>〉》】"


def levels(value: str) -> list[int]:
    """For each character the place of the innermost bracket around it, -1 outside of all; a closing one is inside."""
    out: list[int] = []
    stack: list[int] = []
    for i, char in enumerate(value):
        if char in OPEN and (char != "<" or ">" in value[i : i + 40]):
            out.append(stack[-1] if stack else -1)
            stack.append(i)
        elif char in CLOSE and stack:
            out.append(stack.pop())
        else:
            out.append(stack[-1] if stack else -1)
    return out
