"""Rules of the checks → a list, a page of the manual, or JSON (규칙 설명서)."""

from __future__ import annotations

import json
from collections.abc import Sequence

from rich.cells import cell_len

from auditreport.printable import json_safe
from auditreport.render.summary.page import fold
from auditreport.schemas.discrepancy import Message, Rule

_INDENT = "  "


def rules_json(rules: Sequence[Rule]) -> str:
    """The rules with their pages, in both languages."""
    whole = {"version": 1, "rules": [rule.model_dump(mode="json") for rule in rules]}
    return json_safe(json.dumps(whole, ensure_ascii=False, indent=2)) + "\n"


def rules_list(rules: Sequence[Rule], lang: str) -> str:
    """A line for each rule."""
    width = max((cell_len(rule.code) for rule in rules), default=0)
    return "".join(f"{rule.code:<{width}}  {_in(rule.name, lang)}\n" for rule in rules)


def rules_pages(rules: Sequence[Rule], lang: str, width: int) -> str:
    """The pages of rules, one below the other."""
    pages = []
    for rule in rules:
        text = fold(_in(rule.manual, lang), width - len(_INDENT)).replace("\n", f"\n{_INDENT}")
        pages.append(f"{rule.code} {_in(rule.name, lang)}\n\n{_INDENT}{text}\n")
    return "\n".join(pages)


def _in(message: Message, lang: str) -> str:
    return message.ko if lang == "ko" else message.en
