"""A comparison → HTML; the words of reports are text in it and nothing else."""

from __future__ import annotations

import hashlib
from base64 import b64encode
from importlib import resources
from typing import TYPE_CHECKING, Any

from auditreport._version import __version__
from auditreport.printable import without_controls
from auditreport.render.compared.indicators import Indicators
from auditreport.render.compared.page.both import Both
from auditreport.render.compared.page.parts import PageParts
from auditreport.render.compared.page.words import Words
from auditreport.schemas.comparison import Comparison

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup

_TEMPLATE, _STYLE, _SCRIPT = "page.html.jinja", "page.css", "page.js"


def compare_html(comparison: Comparison, indicators: Indicators, *, lang: str) -> str:
    """The comparison as one page in Korean and English; `lang` is the one that it opens in.

    It asks for nothing from a network, and its policy forbids the browser to. Without scripts it can be read whole;
    what the script adds is the filter and the window in which a figure's source opens.
    """
    from markupsafe import Markup

    style, script = _text(_STYLE), _text(_SCRIPT)
    template = _environment().get_template(_TEMPLATE)
    return template.render(
        lang=lang,
        policy=f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(script)}; base-uri 'none'; "
        "form-action 'none'",
        style=Markup(style),
        script=Markup(script),
        say=Words(),
        version=__version__,
        page=PageParts(comparison, indicators),
    )


def _environment() -> Environment:
    from jinja2 import Environment, FunctionLoader, StrictUndefined

    environment = Environment(
        loader=FunctionLoader(_text),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_harmless,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["both"] = _both
    return environment


def _harmless(value: Any) -> Any:
    """Words without control characters; mark-up of our own stays as it is."""
    from markupsafe import Markup

    if isinstance(value, Markup):
        return value
    return _both(value) if isinstance(value, Both) else without_controls(str(value))


def _both(text: Both, tag: str = "span") -> Markup:
    """A text in both languages, of which the style sheet shows one; names that are the same in both stand once."""
    from markupsafe import Markup

    ko, en = map(without_controls, text)
    if text.is_one:
        return Markup("{}").format(ko)
    shown = '<{tag} class="t" lang="ko">{ko}</{tag}><{tag} class="t" lang="en">{en}</{tag}>'
    return Markup(shown).format(tag=tag, ko=ko, en=en)


def _text(name: str) -> str:
    return resources.files(__package__).joinpath(name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    """How the policy of the page names a style or a script that may be used."""
    return f"'sha256-{b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
