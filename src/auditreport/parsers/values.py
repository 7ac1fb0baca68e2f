"""Running text → the figures stated in it, with their units; dates, ordinals, names and addresses left out."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache, lru_cache
from typing import NamedTuple

from auditreport import vocab
from auditreport.parsers.numerals import MYRIAD, Spelled, myriads_of

# From here on a multiplier stands for money, and is counted as such only in front of its unit.
_HUGE = 10**8
_SYLLABLE = re.compile(r"[가-힣]")
_WORD_BEFORE = re.compile(r"([가-힣]+)\s?$")
_PLAIN = re.compile(r"\d+(?:\.\d+)?")
_DIGIT = re.compile(r"\d")
# What may stand behind a figure that counts nothing more.
_CLOSED = re.compile(r"\s*(?:[),/]|$)")
_NUMBER = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
# A longer numeral counts nothing (the budget of the state has fifteen digits in won), and sums of it would be rounded.
_MOST_DIGITS = 15


class Found(NamedTuple):
    """A figure in a text: `start:end` is the numeral with its sign, `after` the offset behind its unit.

    `number` is in the unit `unit`; `unit` is `None` for a bare numeral, which is a figure only where its
    surroundings give it a unit.
    """

    start: int
    end: int
    after: int
    number: Decimal
    unit: str | None
    decimals: int
    signed: bool = False
    qualifiers: tuple[str, ...] = ()


@cache
def _grammar() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Compiled patterns: numeral, inner multiplier, money unit, the words that make a numeral an ordinal."""
    units = vocab.units()
    multipliers = "|".join(sorted(units.multipliers, key=len, reverse=True))
    spoken = {name for name in units.money if name.endswith(units.won) and name != units.won}
    short = "|".join(sorted(units.money.keys() - spoken - {units.won}, key=len, reverse=True))
    # 80여만원, 5백여 억원, 5백만여원.
    spoken |= {rf"{name[:i]}{units.about}\s?{name[i:]}" for name in spoken for i in range(len(name))}
    money = "|".join(sorted(spoken, key=len, reverse=True))
    # As newspapers space it: 8,749만 원, but not 만 원도심.
    other_words = "|".join(map(re.escape, units.not_before[units.won]))
    money = money.replace(units.won, rf"(?:{units.won}|\s{units.won}(?!{other_words}))")
    negative = "".join(sorted(sign for sign in vocab.marks().negative if sign != "-"))
    # Behind a large multiplier and a space a counter tells that no money is counted (20억 어절).
    counted = "|".join(re.escape(word) for word in units.counters if len(word) > 1 or word in units.spaced)
    numeral = re.compile(
        rf"(?:(?P<sign>[{negative}])\s?|(?<=[\s(,:])(?P<minus>-)(?=\d)|^(?P<first>-)(?=\d))?"
        rf"(?<![\d.])(?P<body>{_NUMBER})(?![\d]|,\d{{3}}(?!\d))"
    )
    inner = re.compile(rf"(?P<by>{multipliers})\s?(?P<next>{_NUMBER})(?!\d)")
    unit = re.compile(
        rf"\s?(?P<money>{money})|(?P<short>{short})(?![가-힣]|\d|\s(?:{counted})(?![가-힣]))"
        rf"|(?P<short2>{short})(?={'|'.join(units.short_money_before)})|(?P<won>{units.won})"
    )
    refused = re.compile("|".join(re.escape(word) for word in units.not_counters))
    return numeral, inner, unit, refused


@cache
def _counter() -> re.Pattern[str]:
    """Compiled pattern of what is counted behind a numeral, with the multiplier in front of it."""
    units = vocab.units()
    multipliers = "|".join(sorted(units.multipliers, key=len, reverse=True))
    each = "|".join(re.escape(word) for word in units.after_each)
    plain = "|".join(re.escape(word) for word in units.counters)
    rates = "|".join(re.escape(word) for word in sorted(units.points | units.rates, key=len, reverse=True))
    return re.compile(
        rf"(?P<by>{multipliers})?(?P<about>{units.about})?\s?(?:(?P<rate>{rates})|{units.thing}(?P<each>{each})(?![가-힣]{{2}})"
        rf"|{units.thing}(?P<country>{'|'.join(units.drops_each)})|(?P<plain>{plain}))"
    )


@cache
def _multiplier() -> re.Pattern[str]:
    return re.compile("|".join(vocab.units().multipliers))


def is_too_long(numeral: str) -> bool:
    """Whether a numeral has more digits than any figure: an account, a serial number, or damage."""
    return len(numeral) > _MOST_DIGITS and sum(map(str.isdecimal, numeral)) > _MOST_DIGITS


def _value(body: str) -> tuple[Decimal, int]:
    digits = body.replace(",", "")
    return Decimal(digits), len(digits.partition(".")[2])


def _zeros(factor: int) -> int:
    return len(str(factor)) - 1


@lru_cache(maxsize=64)
def masked(text: str) -> tuple[tuple[int, int], ...]:
    """Spans of `text` that look like figures and are none (dates, times, ordinals, addresses, names)."""
    return tuple(match.span() for match in vocab.pattern("mask").finditer(text))


def find_figures(text: str) -> list[Found]:
    """All figures of `text` from left to right, bare numerals included (with `unit` `None`).

    >>> [(str(f.number), f.unit) for f in find_figures("1만 5천여명 참석, 9.18(금) 5백만원")]
    [('15000', '명'), ('5', '백만원')]
    """
    if _DIGIT.search(text) is None:
        return []
    numeral = _grammar()[0]
    shut = masked(text)
    out: list[Found] = []
    at, mask = 0, 0
    while match := numeral.search(text, at):
        while mask < len(shut) and shut[mask][1] <= match.start("body"):
            mask += 1
        if mask < len(shut) and shut[mask][0] < match.end("body"):
            at = max(shut[mask][1], match.end("body")) if shut[mask][0] <= match.start("body") else match.end("body")
            continue
        found = _figure(text, match)
        if found is None:
            at = match.end("body")
            continue
        out.append(found)
        at = found.after
    return _ranges(text, out)


def zeros_behind(text: str, found: Found) -> int:
    """By how many zeros the unit of a figure multiplies its numeral: 3 for 1,746천㎡; 0 where it does not.

    >>> zeros_behind("96.5만㎥", find_figures("96.5만㎥")[0])
    4
    """
    printed = text[found.start : found.end].replace(",", "")
    if not _PLAIN.fullmatch(printed) or not Decimal(printed):
        return 0
    return (abs(found.number) / Decimal(printed)).adjusted()


def _figure(text: str, match: re.Match[str]) -> Found | None:
    _, inner, money, refused = _grammar()
    start, end = match.start(), match.end("body")
    if is_too_long(match["body"]):
        return None
    number, decimals = _value(match["body"])
    spelled = Spelled()
    follow = inner.match(text, end)
    while follow is not None and _goes_on(text, spelled, number, follow):
        if is_too_long(follow["next"]):
            return None
        if vocab.units().multipliers[follow["by"]] >= _HUGE and not _ends_in_unit(text, spelled, number, follow):
            short = _shortened(text, match, follow)
            if short is not None:
                return short
            break
        spelled = spelled.with_(number, follow["by"])
        number, decimals = _value(follow["next"])
        end = follow.end()
        follow = inner.match(text, end)
    signed = bool(match["sign"] or match["minus"] or match["first"])
    sign = -1 if signed else 1
    unit = money.match(text, end)
    if unit is not None:
        return _money(text, (start, end, unit), sign, number, spelled, decimals)
    return _counted(text, _Numeral(start, end, sign, signed, number, spelled, decimals), refused)


def _goes_on(text: str, spelled: Spelled, number: Decimal, follow: re.Match[str]) -> bool:
    """Whether the number behind a multiplier belongs to the numeral (1억 2천만원), or begins another (3천 2천명)."""
    if not spelled.takes(follow["by"]):
        return False
    behind = _multiplier().match(text, follow.end())
    return behind is None or spelled.with_(number, follow["by"]).takes(behind.group())


def _shortened(text: str, match: re.Match[str], follow: re.Match[str]) -> Found | None:
    """An amount whose last unit is left out (비공원 1조 3,154; 1억 2천): behind 조 stands the next of the scale, 억."""
    units = vocab.units()
    by, (low, decimals) = units.multipliers[follow["by"]], _value(follow["next"])
    below = min((name for name, factor in units.money.items() if factor * MYRIAD == by), key=len, default=None)
    low, end, zeros = _small(text, low, follow.end(), by // MYRIAD)
    is_open = _CLOSED.match(text, end) is None
    # Behind 2천 anything else may stand that it does not count.
    is_spelled = end > follow.end()
    if is_spelled and is_open:
        goes_on = re.compile("|".join(units.short_money_before)).match(text, end) is not None
        is_open = (text[end].isalnum() and not goes_on) or _counter().match(text, end) is not None
    # Behind 억 a bare number may be anything.
    if below is None or decimals or low >= MYRIAD or is_open or not (is_spelled or len(below) == 1):
        return None
    high, _ = _value(match["body"])
    number = (high * MYRIAD + low) * (-1 if match["sign"] or match["minus"] or match["first"] else 1)
    return Found(match.start(), end, end, number, below, -zeros, number < 0)


def _small(text: str, number: Decimal, end: int, large: int) -> tuple[Decimal, int, int]:
    """A number with the small multipliers behind it (2천5백), where it ends, and the zeros of the last of them.

    The large one in which they count may stand behind them: 2천5백만.
    """
    inner, spelled = _grammar()[1], Spelled()
    by = vocab.units().multipliers
    while (last := _multiplier().match(text, end)) is not None:
        if by[last.group()] >= MYRIAD:
            if myriads_of(last.group()) != large or not spelled.takes(last.group()):
                break
            inside = by[last.group()] // large
            return spelled.pending + number * inside, last.end(), _zeros(inside)
        if not spelled.takes(last.group()):
            break
        spelled = spelled.with_(number, last.group())
        follow = inner.match(text, end)
        if follow is None:
            return spelled.pending, last.end(), _zeros(spelled.last)
        number, end = _value(follow["next"])[0], follow.end()
    return spelled.pending + number, end, 0


def _ends_in_unit(text: str, spelled: Spelled, number: Decimal, follow: re.Match[str]) -> bool:
    """Whether a unit of the whole stands behind a numeral (1억 2,345만 6,789원)."""
    _, inner, money, _ = _grammar()
    after: re.Match[str] | None = follow
    while after is not None and _goes_on(text, spelled, number, after):
        spelled, number, end = spelled.with_(number, after["by"]), _value(after["next"])[0], after.end()
        after = inner.match(text, end)
    if money.match(text, end) is not None:
        return True
    # 1억 2천만 명; but 3억 2개소 are two figures.
    count = _counter().match(text, end)
    return count is not None and vocab.units().multipliers.get(count["by"] or "", 0) >= MYRIAD


def _money(
    text: str,
    place: tuple[int, int, re.Match[str]],
    sign: int,
    number: Decimal,
    spelled: Spelled,
    decimals: int,
) -> Found:
    start, end, unit = place
    name = "".join(unit.group().split()).replace(vocab.units().about, "")
    factor = vocab.units().money[name]
    value = number + spelled.worth(name) / factor
    return Found(start, end, unit.end(), sign * value, name, decimals, sign < 0, _qualifiers(text, start, unit.end()))


class _Numeral(NamedTuple):
    """A numeral without its unit; `number` is what stands behind the multipliers inside it."""

    start: int
    end: int
    sign: int
    signed: bool
    number: Decimal
    spelled: Spelled
    decimals: int


def _counted(text: str, numeral: _Numeral, refused: re.Pattern[str]) -> Found | None:
    """A numeral with the counter behind it; `None` where an ordinal, name or other word is counted."""
    end = numeral.end
    match, no = _counter().match(text, end), refused.match(text, end)
    if match is not None and (no is None or _longer(match, no)):
        name, after = _counter_name(text, match)
        if name is not None:
            return _with_counter(text, numeral, match["by"] or "", name, after)
    if no is not None or (text[end : end + 1].isalpha() and text[end].isascii()):
        return None
    return _bare(text, numeral)


def _with_counter(text: str, numeral: _Numeral, by_word: str, name: str, after: int) -> Found | None:
    """So many of a counter, `by_word` the multiplier in front of it; `None` where it numbers one of them."""
    start, end, sign, signed, number, spelled, decimals = numeral
    units = vocab.units()
    by = units.multipliers.get(by_word, 1)
    value = number * by + spelled.worth(by_word)
    if value < units.ordinal_below.get(name, 0):
        return None
    if name in units.needs_before and not text[:start].rstrip().endswith(units.needs_before[name]):
        return None
    if number == 1 and text.startswith(units.each, after):
        return None
    name, after = _per(text, name, after)
    return Found(start, end, after, sign * value, name, decimals - _zeros(by), signed, _qualifiers(text, start, after))


def _bare(text: str, numeral: _Numeral) -> Found:
    """A numeral without unit, and the multiplier behind it where no word begins with it (12만 3천)."""
    start, end, sign, signed, number, spelled, decimals = numeral
    match = _multiplier().match(text, end)
    if match is None or (not spelled.large and not spelled.last and _SYLLABLE.match(text, match.end())):
        return Found(start, end, end, sign * (number + spelled.worth("")), None, decimals, signed)
    by = vocab.units().multipliers[match.group()]
    value = number * by + spelled.worth(match.group())
    return Found(start, end, match.end(), sign * value, None, decimals - _zeros(by), signed)


def _per(text: str, name: str, after: int) -> tuple[str, int]:
    """A unit with what it is counted per (톤/일)."""
    if text[after : after + 1] == "/":
        for word in vocab.units().per:
            end = after + 1 + len(word)
            if text.startswith(word, after + 1) and not text[end : end + 1].isalpha():
                return f"{name}/{word}", end
    return name, after


def _longer(match: re.Match[str], no: re.Match[str]) -> bool:
    return len(match.group()) > len(no.group())


def _counter_name(text: str, match: re.Match[str]) -> tuple[str | None, int]:
    """The counter that `match` reads and the offset behind it; `None` where another word begins."""
    units = vocab.units()
    if match["rate"]:
        return match["rate"].replace("％", "%"), match.end()
    noun = match["each"] or match["country"]
    if noun in units.drops_each and text.startswith(units.not_before.get(noun, ()), match.end()):
        return units.thing, match.end() - len(noun)
    if noun:
        return (units.thing + noun if noun in units.keeps_each else noun), match.end()
    word = match["plain"]
    if text.startswith(units.not_before.get(word, ()), match.end()):
        return _shorter(text, match, word) or (None, match.end())
    rest = text[match.end() : match.end() + 3].lstrip()
    if word in units.duration_needs_sign and not rest.startswith(units.duration_signs):
        return None, match.end()
    return word, match.end()


def _shorter(text: str, match: re.Match[str], word: str) -> tuple[str, int] | None:
    """A shorter counter inside a long one that turned out to be another word (개소통 → 개)."""
    units, start = vocab.units(), match.start("plain")
    for name in units.counters:
        after = start + len(name)
        if name != word and word.startswith(name) and not text.startswith(units.not_before.get(name, ()), after):
            return name, after
    return None


def _qualifiers(text: str, start: int, after: int) -> tuple[str, ...]:
    words, about = vocab.words(), vocab.units().about
    out = []
    before = _WORD_BEFORE.search(text[max(0, start - 6) : start])
    if before and before.group(1) in words.qualifiers_before:
        out.append(before.group(1))
    rest = text[after : after + 5].lstrip()
    if rest.startswith(words.qualifiers_after):
        out.extend(word for word in words.qualifiers_after if rest.startswith(word) and word != about)
    if about in text[start:after]:
        out.append(about)
    return tuple(out)


def _ranges(text: str, found: list[Found]) -> list[Found]:
    """Give the lower end of a range (70～80%) the unit of its upper end."""
    sign = vocab.pattern("range_sign")
    out = list(found)
    for i in range(len(out) - 1):
        low, high = out[i], out[i + 1]
        if low.unit is None and high.unit is not None and sign.match(text[low.after : high.start]):
            out[i] = low._replace(unit=high.unit)
    return out
