"""Cover and body → who reports, to which council, on which years; what the cover lost is deduced and marked so."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from auditreport import vocab
from auditreport.parsers.outline import Outline, Scope
from auditreport.parsers.records.dates import iso
from auditreport.schemas import Block, Bullet, Document, Heading, Meta, Paragraph


def read_meta(document: Document, outline: Outline) -> Meta:
    """Read the meta data of a document."""
    cover = [line for block in outline.cover for line in _lines(block)]
    text = document.text
    deduced: list[str] = []
    if outline.article:
        return _article(document, text)
    session = next((m for line in cover if (m := vocab.pattern("session").search(line))), None)
    start, end = _dates(cover)
    department = _department(cover) or _deduce(deduced, "department", _department_in_body(outline))
    title = next((vocab.join_spaced(line) for line in cover if vocab.pattern("report_title").search(line)), None)
    years = _years(cover, title)
    deduced_years: list[str] = []
    report_year, plan_year = _report_years(years, outline, deduced_years, text)
    district = _district("\n".join(cover), report_year, on_cover=True) or _deduce(
        deduced, "district", _district(text, report_year)
    )
    deduced += deduced_years
    council = _council(district, "\n".join(cover), session is not None)
    return Meta(
        doc_kind="work_plan"
        if title and not any(s.part == "results" for s in outline.scopes) and _is_plan(title)
        else "work_report",
        district=district,
        council=council,
        session_number=int(session["number"]) if session else None,
        session_name=" ".join(session.group().split()) if session else None,
        session_start=start if session else None,
        session_end=end if session else None,
        department=department,
        title=title,
        report_year=report_year,
        plan_year=plan_year,
        published=None,
        deduced=tuple(deduced),
    )


def _lines(block: Block) -> list[str]:
    if isinstance(block, (Heading, Paragraph, Bullet)):
        return [block.text.value]
    return []


def _deduce(deduced: list[str], name: str, value: str | None) -> str | None:
    if value is not None:
        deduced.append(name)
    return value


def _is_plan(title: str) -> bool:
    return vocab.headings().part(title) == "plan" and not title.endswith(vocab.words().report_titles)


def _dates(cover: list[str]) -> tuple[str | None, str | None]:
    for line in cover:
        match = vocab.pattern("date_range").search(line)
        if match:
            first = iso(match["y1"], match["m1"], match["d1"])
            last = iso(match["y2"] or match["y1"], match["m2"], match["d2"])
            return first, last
    return None, None


def _department(lines: list[str]) -> str | None:
    """A short line of the cover that is the name of a department."""
    names = vocab.departments()
    for line in reversed(lines):
        name = vocab.squash(vocab.join_spaced(line))
        if not re.fullmatch(r"[가-힣·]{2,20}", name) or name.endswith(names.refused) or name in names.generic:
            continue
        if name.endswith(names.endings) and not name.endswith(tuple(vocab.headings().sections)):
            return _without_district(name)
    return None


def _without_district(name: str) -> str:
    districts = vocab.districts()
    for full in (*districts.provinces, *districts.codes, *districts.wards):
        if name.startswith(full) and len(name) > len(full) + 1:
            return name[len(full) :]
    return name


def _department_in_body(outline: Outline) -> str | None:
    """The head of the organisation chart: the first name of a department in the organisation section."""
    names = vocab.departments()
    for scope in outline.scopes:
        if scope.role not in ("organisation", None) or scope.part != "overview":
            continue
        for block in scope.blocks[:4]:
            for line in _lines(block):
                word = re.split(r"\s*[-–(\[:]", line)[0]
                name = vocab.squash(vocab.join_spaced(word))
                if (
                    re.fullmatch(r"[가-힣·]{2,20}", name)
                    and name.endswith(names.endings)
                    and not name.endswith(names.refused)
                    and name not in names.generic
                ):
                    return _without_district(name)
    return None


def _district(text: str, year: int | None, on_cover: bool = False) -> str | None:
    """The local government that a text of a year names most often, by its full name, or by the stem of it.

    A cover may name a ward of a city; a body names wards as places.
    """
    districts = vocab.districts(year)
    counts: Counter[str] = Counter()
    for match in vocab.pattern("government").finditer(text):
        word = match.group()
        for name in (word, word[-4:], word[-3:]):
            if name in districts.codes:
                counts[name] += 3
                break
        else:
            if word in districts.provinces:
                counts[word] += 1
            elif on_cover and word in districts.wards:
                counts[districts.wards[word]] += 4
    if not counts or max(counts.values()) < 3:
        counts.update(_stems(text, year))
    elif not on_cover:
        stems = _stems(text, year)
        counts.update({name: stems[name] for name in districts.shorts.values()})
    best = _best(counts)
    if best is None or (counts[best] == 1 and len(counts) > 1):
        return None
    return best if on_cover else _province_of_all(counts, counts[best], year) or best


def _best(counts: Counter[str]) -> str | None:
    """The government named most; of a district and a province the one that the other does not far outnumber.

    Reports of a district name its province, too, and reports of a province each of its districts now and then.
    """
    provinces = vocab.districts().provinces
    ranked = sorted(counts, key=lambda name: (-counts[name], name))
    local = next((name for name in ranked if name not in provinces), None)
    wide = next((name for name in ranked if name in provinces), None)
    if local is None or wide is None:
        return local or wide
    return local if counts[local] * 2 >= counts[wide] else wide


def _province_of_all(counts: Counter[str], score: int, year: int | None) -> str | None:
    """The province whose districts a body names side by side: they are its places, and it is who reports."""
    owners = vocab.districts(year).provinces_of
    named = [set(owners[name]) for name, count in counts.items() if name in owners and count * 3 >= score]
    shared = set.intersection(*named) if len(named) > 1 else set()
    # In the year of a merger the districts have two provinces: the one that the body names.
    shared = shared & set(counts) or shared
    return shared.pop() if len(shared) == 1 else None


def _stems(text: str, year: int | None) -> Counter[str]:
    """How often a text names each local government of its year by the stem of its name (영등포구 → 영등포)."""
    counts: Counter[str] = Counter()
    provinces = vocab.districts(year).provinces
    for (word, name), pattern in _stem_patterns(year).items():
        # Of some 250 stems a text holds a handful: a plain search is far cheaper than their patterns.
        if word in text and (found := len(re.findall(pattern, text))):
            # A district names its province more often than a province names one of its districts.
            counts[name] += found if name in provinces else 3 * found
    return counts


@cache
def _stem_patterns(year: int | None) -> dict[tuple[str, str], str]:
    """By stem and full name the pattern that tells the stem from other words; `re` compiles those it meets."""
    districts = vocab.districts(year)
    stem_ends = vocab.pattern("district_stem_ends").pattern
    short_ends, city = vocab.pattern("province_short_ends").pattern, vocab.pattern("city").pattern
    stems = {
        (stem, name): rf"(?<![가-힣]){stem}(?![가-힣]{{2}})|{stem}(?={stem_ends})"
        for stem, name in districts.stems.items()
    }
    shorts = {
        (short, name): rf"(?<![가-힣]){short}(?:{city}|(?={short_ends}))" for short, name in districts.shorts.items()
    }
    return stems | shorts


def _council(district: str | None, cover: str, session: bool) -> str | None:
    match = vocab.pattern("council_name").search(cover)
    if match and match.group() not in vocab.departments().councils:
        return match.group()
    if district and (session or match):
        return f"{district}{vocab.departments().council}"
    return None


def _years(cover: list[str], title: str | None) -> list[int]:
    out: list[int] = []
    for line in [title or "", *cover]:
        out.extend(int(year) for year in vocab.pattern("cover_year").findall(line))
    return out


def _report_years(years: list[int], outline: Outline, deduced: list[str], text: str) -> tuple[int | None, int | None]:
    """Years reported on and planned for: from the cover and the titles of the parts, else from the body."""
    parts = {scope.part: scope.year for scope in reversed(outline.scopes) if scope.year and not _is_dated(scope)}
    cover = years[0] if years else None
    results, plan = parts.get("results"), parts.get("plan") or parts.get("new_plan")
    has_results = any(scope.part == "results" for scope in outline.scopes)
    has_plan = any(scope.part in ("plan", "new_plan") for scope in outline.scopes)
    if cover is not None and len(set(years[:2])) == 2 and has_plan and not has_results:
        cover = max(years[:2])
    report = cover
    if report is None:
        report = results or _usual_year(outline, {"overview", "results"}) or (plan if plan else None)
        if report is None:
            report = _usual_year(outline, {"plan", "new_plan"}) or _most(vocab.pattern("text_year").findall(text))
        if report is not None:
            deduced.append("report_year")
    if plan is None and has_plan:
        usual = _usual_year(outline, {"plan", "new_plan"})
        if cover is not None and not has_results:
            plan = cover
        elif usual is not None and report is not None and report <= usual <= report + 1:
            plan = usual if has_results or usual == report else report
        else:
            plan = (
                (report + 1 if has_results and report == (results or report) else report)
                if report is not None
                else usual
            )
        if plan is not None and plan != cover:
            deduced.append("plan_year")
    return report, plan


def _is_dated(scope: Scope) -> bool:
    """Whether the year of a scope is that of its section (2024년 추진실적), not of its part."""
    return scope.programme is not None and bool(_years([scope.heading or ""], None))


def _usual_year(outline: Outline, parts: set[str]) -> int | None:
    """The year that the blocks of some parts name most often."""
    found: list[str] = []
    for scope in outline.scopes:
        if scope.part in parts:
            for block in scope.blocks:
                for line in _lines(block):
                    found.extend(vocab.pattern("dated_year").findall(line))
    return _most(found)


def _most(years: list[str]) -> int | None:
    if not years:
        return None
    counts = Counter(int(year) for year in years)
    return max(counts.items(), key=lambda item: (item[1], item[0]))[0]


def _article(document: Document, text: str) -> Meta:
    match = vocab.pattern("press_date").search(text)
    published = iso(match["y1"], match["m1"], match["d1"]) if match else None
    body = "\n".join(b.text.value for b in document.blocks if isinstance(b, (Paragraph, Heading)))
    title = next((b.text.value for b in document.blocks if isinstance(b, Heading)), None)
    year = int(published[:4]) if published else None
    return Meta(
        doc_kind="press_article",
        district=_district(body, year),
        title=title,
        report_year=year,
        plan_year=year,
        published=published,
        deduced=("district",),
    )
