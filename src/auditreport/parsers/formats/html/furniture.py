"""Which elements of a web page are navigation and not the report."""

from __future__ import annotations

import re
from typing import Any

_TAGS = frozenset({"nav", "footer", "aside", "form", "select", "button"})
_ROLES = frozenset({"navigation", "banner", "contentinfo", "search", "complementary", "menu", "menubar"})
_MAIN = ("main", "article")
_MAIN_IDS = frozenset({"content", "contents", "main", "maincontent", "maincontents", "cont", "txt", "sub_content"})
_WORDS = re.compile(
    r"(?:^|[\s_\-])(?:[glsft]nb|nav|navi|navigation|menu|submenu|breadcrumbs?|skip|skipnav|skip_nav|footer|copyright|"
    r"sns|share|quick|sitemap|family_?site|paging|pagination|satisfaction|accessibility)(?:$|[\s_\-])",
    re.IGNORECASE,
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_MIN_LINKS = 4
_LINKED = 0.9


def main_part(body: Any) -> Any | None:
    """The element that the page itself marks as its content, if one does and holds most of its tables."""
    tables = len(list(body.iter("table")))
    marked = [element for tag in _MAIN for element in body.iter(tag)]
    marked += [e for e in body.iter() if e.get("role") == "main" or (e.get("id") or "").lower() in _MAIN_IDS]
    for element in marked:
        own = len(list(element.iter("table")))
        if own * 2 >= tables and (own or len(_text(element)) * 5 >= len(_text(body))):
            return element
    return None


def reason(element: Any, main: Any | None) -> str | None:
    """Why an element is set aside; `None` if it is not."""
    if element.get("hidden") is not None or _HIDDEN.search(element.get("style") or ""):
        return "hidden"
    if element is main:
        return None
    tag = element.tag
    named = f"{element.get('class') or ''} {element.get('id') or ''}"
    holds_tables = next(element.iter("table"), None) is not None
    if (tag in _TAGS or element.get("role") in _ROLES or _WORDS.search(named)) and not holds_tables:
        return "site navigation"
    if tag == "header" and main is None and not holds_tables and element.getparent().tag == "body":
        return "site navigation"
    if tag in ("ul", "ol", "div") and not holds_tables and _is_links(element):
        return "site navigation"
    if tag in ("ul", "ol") and _is_scale(element):
        return "scale of a chart"
    return None


def _is_scale(element: Any) -> bool:
    """Whether a list holds nothing but bare numbers, as the axis of a drawn chart does."""
    items = [_text(item) for item in element if item.tag == "li"]
    return len(items) > 2 and all(item.replace(",", "").replace(".", "").isdigit() for item in items)


def _is_links(element: Any) -> bool:
    """Whether an element consists of links."""
    links = list(element.iter("a"))
    if len(links) < _MIN_LINKS:
        return False
    whole = len(_text(element))
    return bool(whole) and sum(len(_text(link)) for link in links) >= _LINKED * whole


def _text(element: Any) -> str:
    return "".join("".join(element.itertext()).split())
