"""Lines that hang below a full one are the rest of it."""

from __future__ import annotations

from auditreport.parsers.formats.pdf import read
from auditreport.schemas import Bullet
from tests.parsers.formats.pdf.samples import Page, advance, write

MARGIN = 540.0
FULL = "순찰 체계를 넓히고 가로등을 바꾸며"


def page_of(*lines: tuple[float, str, bool]) -> Page:
    """Lines at given places, the full ones set to the right margin; some more make the margin known."""
    page = Page()
    for i, (x, text, is_full) in enumerate([*lines, *[(74.0, f"○ {FULL}", True)] * 5]):
        y = 100 + 20 * i
        words = text.split()
        if not is_full:
            page.text(x, y, text)
            continue
        room = (MARGIN - x - sum(advance(word, 10) for word in words)) / (len(words) - 1)
        for word in words:
            page.text(x, y, word)
            x += advance(word, 10) + room
    return page


def bullets(page: Page) -> list[str]:
    return [block.text.value for block in read(write(page), "report.pdf").blocks if isinstance(block, Bullet)]


def body_of(text: str) -> float:
    """Where the text behind the mark of a full line at 74 begins."""
    words = text.split()
    return 74 + advance(words[0], 10) + (MARGIN - 74 - sum(advance(word, 10) for word in words)) / (len(words) - 1)


def test_bracket_that_hangs_below_a_full_line_goes_on_with_its_word() -> None:
    line = f"○ {FULL}"
    page = page_of((74, line, True), (body_of(line), "(평가 대상 약 3,000개) 등 평가", False))
    assert bullets(page)[0] == f"{FULL}(평가 대상 약 3,000개) 등 평가"


def test_bracket_below_a_line_that_ends_early_begins_a_line_of_its_own() -> None:
    page = page_of((74, f"○ {FULL}", False), (84, "(2차 평가) 결과 확정 및 발표", False))
    assert bullets(page)[:2] == [FULL, "(2차 평가) 결과 확정 및 발표"]


def test_title_in_brackets_is_never_the_rest_of_a_line() -> None:
    line = f"○ {FULL}"
    page = page_of((74, line, True), (body_of(line), "< 1단계(’23년~’25년) 50억원 >", False))
    assert bullets(page)[:2] == [FULL, "< 1단계(’23년~’25년) 50억원 >"]
