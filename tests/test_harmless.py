"""Whatever words a report holds, and whatever its file is called: nothing in any form of output is obeyed."""

from __future__ import annotations

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from fuzz.seeds import SMALL
from fuzz.targets.outputs import FORMS, run

# What terminals, spreadsheets, browsers, runners of workflows and XML obey, and what ends their texts.
_OBEYED = (
    *("\x1b[2J", "\x1b]8;;x\x07", "\x9b31m", "\x07", "\x00", "\u202e", "\u2028", "\ufeff", "\x85"),
    *("=1+1", "@SUM(A1)", "+cmd|' /C calc'!A0", "\t=1", "＝1", "'="),
    *(
        "</script><script>alert(1)</script>",
        "<!--",
        "]]>",
        "<img src=x onerror=alert(1)>",
        "javascript:alert(1)",
        "&#10;",
    ),
    *("::error::x", "\r::set-output name=a::b", "%0A::error::x", "```\n# x", "|x|", "[x](http://x)", "{{ 7*7 }}"),
)
_WORDS = st.one_of(st.sampled_from(_OBEYED), st.text(max_size=12))
_LINES = SMALL.split("\n")
_PLACES = st.tuples(st.integers(0, len(_LINES) - 1), st.floats(0, 1))


def with_words(words: list[tuple[tuple[int, float], str]]) -> bytes:
    """The small report with words put into its lines; the first line is the name of the file, too."""
    lines = list(_LINES)
    for (line, share), word in words:
        at = round(share * len(lines[line]))
        lines[line] = lines[line][:at] + word + lines[line][at:]
    return "\n".join(lines).encode("utf-8", "surrogatepass")


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(form=st.integers(0, len(FORMS) - 1), words=st.lists(st.tuples(_PLACES, _WORDS), min_size=1, max_size=8))
@example(form=3, words=[((0, 0.0), "=1+1")])
@example(form=10, words=[((0, 0.0), "\r::set-output name=a::b")])
@example(form=11, words=[((0, 0.0), "</script><script>alert(1)</script>")])
def test_nothing_in_a_report_is_obeyed(form: int, words: list[tuple[tuple[int, float], str]]) -> None:
    run(bytes([form]) + with_words(words))
