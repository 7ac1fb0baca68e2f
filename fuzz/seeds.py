"""Where the search begins: small files of every format, written by us."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from tests.parsers.formats.hwp5.samples import converted
from tests.parsers.formats.hwpx import samples as hwpx
from tests.parsers.formats.pdf.samples import Page, write
from tests.reading import LOST_STAFFING

REPORTS = Path(__file__).resolve().parent.parent / "tests" / "fixtures" / "reports"
BUDGET = (
    ("구분", "예산액", "집행액", "잔액", "집행률"),
    ("계", "2,418,600", "1,882,134", "536,466", "78"),
    ("주민자치", "684,200", "547,360", "136,840", "80"),
)
SMALL = """2024년 주요업무 보고
강동구 감사담당관

Ⅰ. 일반현황
1. 인 력 (2024.10.31.기준)
(단위 : 명)
구분\t계\t5급\t6급
정원\t22\t2\t20
현원\t21\t2\t△1

Ⅱ. 주요업무 추진실적
1. 청렴도 향상
□ 추진실적
○ 계약심사 402건 심사, 1억 2,345만원 절감(전년 대비 10% 증)
 - 참석 : 5백여명
□ 소요예산 : 120백만원(국비 60, 시비 60)
"""
ARTICLE = """강동구, 계약심사로 1억원 절감
등록일 2024-11-20
강동구는 올해 계약심사 402건을 심사하여 1억 2,345만원을 절감했다고 20일 밝혔다.
구는 감사담당관 정원 22명 가운데 20명이 현장에 나가 전년보다 10% 많은 402건을 살폈다고 설명했다.
이번 사업에는 국비 6천만원과 시비 6천만원 등 모두 1억 2천만원이 들었다고 구 관계자는 말했다.
"""
PAGE = """<!DOCTYPE html><html><head><title>강동구</title></head><body><div id="content"><h3>Ⅰ. 일반현황</h3>
<p>□ 인력현황 (단위 : 명)</p><table><caption>인력</caption><thead><tr><th rowspan="2">구분</th>
<th colspan="2">일반직</th></tr>
<tr><th>5급</th><th>6급</th></tr></thead><tbody>
<tr><td>정원</td><td>2</td><td>20</td></tr></tbody></table>
<ul><li>○ 계약심사 402건</li></ul></div></body></html>"""
HWPML = """<?xml version="1.0" encoding="UTF-8"?><HWPML Version="2.8"><HEAD><MAPPINGTABLE><PARASHAPELIST>
<PARASHAPE Id="0" HeadingType="None"/><PARASHAPE Id="1" HeadingType="Bullet" Heading="1"/></PARASHAPELIST>
</MAPPINGTABLE></HEAD><BODY><SECTION Id="0">
<P ParaShape="0"><TEXT><CHAR>Ⅰ. 일반현황</CHAR></TEXT></P><P ParaShape="1"><TEXT>
<CHAR>계약심사 402건</CHAR></TEXT></P><P><TEXT><TABLE RowCount="2" ColCount="2">
{rows}
</TABLE></TEXT></P></SECTION></BODY></HWPML>"""


_CELL = (
    '<CELL RowAddr="{row}" ColAddr="{column}" RowSpan="1" ColSpan="1"><PARALIST><P><TEXT><CHAR>{text}</CHAR></TEXT></P>'
    "</PARALIST></CELL>"
)


def markup() -> bytes:
    """An HWPML file."""
    rows = [
        "".join(_CELL.format(row=row, column=column, text=text) for column, text in enumerate(words))
        for row, words in enumerate((("구분", "5급"), ("정원", "22")))
    ]
    return HWPML.format(rows="".join(f"<ROW>{row}</ROW>" for row in rows)).encode()


def texts() -> list[bytes]:
    """Reports in several dialects, one of them with tables whose layout was lost, and an article."""
    return [SMALL.encode(), LOST_STAFFING.encode(), ARTICLE.encode(), *(_start(path) for path in _sources())]


def _sources() -> list[Path]:
    return sorted(REPORTS.glob("*/source.txt"))


def _start(path: Path) -> bytes:
    return b"\n".join(path.read_bytes().split(b"\n")[:80])


@cache
def package() -> bytes:
    """An HWPX file."""
    return hwpx.written(hwpx.report)


@cache
def document() -> bytes:
    """An HWP 5 file."""
    return converted(package())


@cache
def pages() -> list[bytes]:
    """PDF files: with a ruled table, with one ruled between rows only, turned."""
    out = []
    for rules, turn in (("ruled", 0), ("across", 0), ("open", 90)):
        page = Page(turn).text(60, 60, "Ⅰ. 일반현황", 14).text(60, 90, "□ 예산현황 (단위 : 천원)")
        page.table(60, 120, [90, 90, 90, 90, 60], [list(row) for row in BUDGET], rules=rules)
        out.append(write(page, Page().text(60, 60, "○ 계약심사 402건 심사").shade(60, 100, 200, 140)))
    return out
