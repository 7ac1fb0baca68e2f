"""One run of the checks → Markdown for the summary of a workflow (`$GITHUB_STEP_SUMMARY`)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from auditreport.printable import printable
from auditreport.render.checked.places import in_words, labelled
from auditreport.render.checked.run import SEVERITIES, CheckRun, main_figure, other_figures, sentence
from auditreport.render.checked.words import COUNTED, NOTHING_CHECKED, SEVERITY_WORDS
from auditreport.render.reasons import translated
from auditreport.schemas.discrepancy import CheckedInput, Discrepancy

# What Markdown, its tables and its HTML would take for more than a character.
_MARKS = re.compile(r"([\\`*_\[\]#|~<>&$])")


def check_markdown(run: CheckRun) -> str:
    """A table of the inputs, then each discrepancy with its figures; notes stand folded at the end."""
    return "\n".join(_lines(run)) + "\n"


def _lines(run: CheckRun) -> Iterator[str]:
    _ = run.translate
    yield f"## auditreport\n\n{_totals(run)}\n"
    header = (_("input"), _("figures"), _("equations"), _("confirmed"), *(_(SEVERITY_WORDS[s]) for s in SEVERITIES))
    yield f"| {' | '.join(header)} |\n| --- |{' ---: |' * (len(header) - 1)}"
    for found in run.inputs:
        yield _row(found, run)
    for one in run.discrepancies:
        if one.severity != "info":
            yield from ("", *_discrepancy(one, run))
    notes = [one for one in run.discrepancies if one.severity == "info"]
    if notes:
        yield f"\n<details><summary>{_(COUNTED['info']).format(count=len(notes))}</summary>"
        for one in notes:
            yield from ("", *_discrepancy(one, run))
        yield "\n</details>"


def _totals(run: CheckRun) -> str:
    _ = run.translate
    counts = run.counts()
    words = [_(COUNTED[severity]).format(count=counts[severity]) for severity in SEVERITIES]
    if run.baseline is not None:
        words.append(_("known: {count}").format(count=run.baseline.known))
        words.append(_("no longer there: {count}").format(count=run.baseline.gone))
    return " · ".join(words)


def _row(found: CheckedInput, run: CheckRun) -> str:
    _ = run.translate
    name = _plain(found.path)
    if found.failure is not None:
        reason, step = translated(found.failure.reason, _), translated(found.failure.next_step, _)
        return f"| {name}: **{_plain(reason)}; {_plain(step)}** | | | | | | |"
    if found.status == "nothing_checked":
        name = f"{name}: **{_plain(_(NOTHING_CHECKED))}**"
    own = [sum(one.severity == severity for one in run.of(found)) for severity in SEVERITIES]
    return f"| {' | '.join(map(str, (name, found.facts, found.equations, found.confirmed, *own)))} |"


def _discrepancy(one: Discrepancy, run: CheckRun) -> Iterator[str]:
    _ = run.translate
    main = main_figure(one)
    place = in_words(main, _) if main is not None else ""
    where = " · ".join(_plain(word) for word in (one.path, place) if word)
    yield f"- **{_(SEVERITY_WORDS[one.severity])} {one.rule}** {where}  "
    yield f"  {_plain(sentence(run, one))} {_code(one.equation.formula)}"
    for suspect in one.suspects:
        instead = f" → {_plain(suspect.instead_printed)}" if suspect.instead_printed else ""
        yield f"  - {_code(suspect.raw)}{instead} {_plain(labelled(suspect, one, _))}"
    others = [f"{_code(f.raw)} {_plain(labelled(f, one, _))}" for f in other_figures(one)]
    if others:
        yield "  - " + _("The other figures: {figures}").format(figures=", ".join(others))
    for excuse in one.excuses:
        yield "  - " + _("But: {excuse}").format(excuse=_plain(run.say(excuse)))
    for equation in one.related:
        words = f"{equation.rule} {_code(equation.formula)}"
        yield "  - " + _("The same cause: {equation}").format(equation=words)


def _plain(text: str) -> str:
    """Words that stand as they are."""
    return _MARKS.sub(r"\\\1", printable(text))


def _code(text: str) -> str:
    """Characters that stand as they are, in a typewriter face; no mark ends it."""
    return f"`{printable(text).replace('`', 'ˋ')}`"
