"""The page of a comparison as a reader meets it, in the Chromium of the system."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, sync_playwright

from auditreport.render.compared.page import compare_html
from tests.render.compared.making import INDICATORS, comparison

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium here: on Debian, apt-get install chromium"),
]
BUDGET = 'tr[data-indicator="budget.amount"][data-phase="revised"]'


class Visit(NamedTuple):
    """A page that was opened, with what it asked for and what it complained of."""

    page: Page
    requests: list[str]
    complaints: list[str]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        # The sandbox of Chromium does not start for root, as whom containers run.
        args = ["--no-sandbox"] if os.geteuid() == 0 else []
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=args)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("page") / "comparison.html"
    path.write_text(compare_html(comparison(), INDICATORS, lang="ko"), encoding="utf-8")
    return path


def visit(context: BrowserContext, file: Path) -> Visit:
    found = Visit(context.new_page(), [], [])
    found.page.on("request", lambda request: found.requests.append(request.url))
    found.page.on("console", lambda message: found.complaints.append(message.text))
    found.page.on("pageerror", lambda error: found.complaints.append(str(error)))
    found.page.on("dialog", lambda dialog: found.complaints.append(dialog.message))
    found.page.goto(file.as_uri())
    return found


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(offline=True, viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    context.set_default_timeout(20_000)
    yield context
    context.close()


@pytest.fixture
def opened(context: BrowserContext, file: Path) -> Iterator[Visit]:
    found = visit(context, file)
    yield found
    assert found.requests == [file.as_uri()]
    assert found.complaints == []


def figures(page: Page) -> list[str]:
    return [one.inner_text() for one in page.locator("#table .figure").all() if one.is_visible()]


def choice(page: Page, name: str) -> Locator:
    return page.get_by_role("combobox", name=name, exact=True)


# -- filter -----------------------------------------------------------------------------------------------------------


def test_filters_leave_the_figures_that_fit_and_say_how_many(opened: Visit) -> None:
    page = opened.page
    assert page.locator(".count").inner_text() == "보이는 수치: 23개 가운데 23개"
    choice(page, "지표").select_option(label="예산액")
    choice(page, "자치단체").select_option(label="영등포구")
    assert figures(page) == ["287,494", "325,778"]
    choice(page, "연도").select_option(label="2023")
    assert figures(page) == ["325,778"]
    assert page.locator(".count").inner_text() == "보이는 수치: 23개 가운데 1개"
    assert [one.is_visible() for one in page.locator("th.place").all()] == [True, False]
    choice(page, "단계").select_option(label="당초예산")
    assert figures(page) == []
    assert page.get_by_text("맞는 수치가 없습니다.").is_visible()
    page.get_by_role("button", name="모두 보기").click()
    assert len(figures(page)) == 23


def test_search_looks_into_names_and_labels_of_both_languages(opened: Visit) -> None:
    page = opened.page
    for words in ("execution rate", "집행률", "집행 률 예산현황"):
        page.get_by_role("searchbox").fill(words)
        assert figures(page) == ["77.7%", "66%"]


def test_charts_follow_the_filter(opened: Visit) -> None:
    page = opened.page
    choice(page, "지표").select_option(label="예산액")
    choice(page, "자치단체").select_option(label="금천구")
    [chart] = [one for one in page.locator("figure").all() if one.is_visible()]
    assert chart.get_by_role("img").get_attribute("aria-labelledby") == chart.locator("figcaption").get_attribute("id")
    assert "185,000" in chart.inner_text()


# -- sources ----------------------------------------------------------------------------------------------------------


def test_a_figure_opens_its_passage_by_keyboard_and_gives_the_focus_back(opened: Visit) -> None:
    page = opened.page
    figure = page.locator(BUDGET).locator(".figure").nth(1)
    figure.focus()
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog")
    assert dialog.is_visible()
    assert re.sub(r"\s+", " ", dialog.get_by_role("heading").inner_text()) == (
        "예산액 325,778 변경·추경 · 천원 영등포구 감사담당관 2023"
    )
    assert dialog.locator("mark").all_inner_texts() == ["325,778"]
    assert "reports/ydp_2023.txt · 53줄" in dialog.inner_text()
    page.keyboard.press("Escape")
    assert not dialog.is_visible()
    assert figure.evaluate("one => one === document.activeElement")


def test_a_computed_figure_opens_all_that_it_is_computed_from(opened: Visit) -> None:
    page = opened.page
    page.locator('tr[data-indicator="budget.execution_rate"] .figure').first.click()
    dialog = page.get_by_role("dialog")
    assert dialog.locator("mark").all_inner_texts() == ["287,494", "223,512"]
    assert "77.74492685064731785706831029" in dialog.inner_text()
    dialog.get_by_role("button", name="닫기").click()
    assert not dialog.is_visible()


def test_figures_lead_to_the_list_of_sources_without_scripts(browser: Browser, file: Path) -> None:
    context = browser.new_context(offline=True, java_script_enabled=False)
    page = visit(context, file).page
    assert not page.locator(".filter").is_visible()
    page.locator(BUDGET).locator(".figure").nth(1).click()
    assert page.url.endswith("#s4")
    assert page.locator("#s4 mark").inner_text() == "325,778"
    page.locator("label", has_text="English").click()
    assert page.locator("h1").inner_text() == "Comparison of work reports"
    context.close()


# -- languages --------------------------------------------------------------------------------------------------------


def test_the_other_language_is_chosen_by_keyboard(opened: Visit) -> None:
    page = opened.page
    page.locator("#in-ko").focus()
    page.keyboard.press("ArrowRight")
    assert page.locator("html").get_attribute("lang") == "en"
    assert page.title() == "Comparison of work reports"
    assert page.locator("h1").inner_text() == "Comparison of work reports"
    assert page.locator(".count").inner_text() == "Figures shown: 23 of 23"
    assert choice(page, "Indicator").locator("option").all_inner_texts()[:2] == ["All", "Quota"]
    assert not [one for one in page.locator('.t[lang="ko"]').all()[:40] if one.is_visible()]


# -- every reader -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("width", [320, 375, 768, 1280])
def test_the_page_is_never_scrolled_sideways(context: BrowserContext, file: Path, width: int) -> None:
    page = visit(context, file).page
    page.set_viewport_size({"width": width, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize(("lang", "scheme", "width"), [("ko", "light", 1280), ("en", "dark", 375)])
def test_nothing_keeps_a_reader_out(browser: Browser, file: Path, lang: str, scheme: str, width: int) -> None:
    from axe_playwright_python.sync_playwright import Axe

    # The library that looks for hurdles is put into the page, which its policy would refuse.
    context = browser.new_context(
        offline=True, bypass_csp=True, color_scheme=scheme, viewport={"width": width, "height": 900}
    )
    page = visit(context, file).page
    page.locator(f"label:has(#in-{lang})").click()
    page.locator(BUDGET).locator(".figure").first.click()
    found = [*Axe().run(page).response["violations"]]
    page.keyboard.press("Escape")
    found += Axe().run(page).response["violations"]
    hurdles = [(one["id"], one["impact"], [node["html"][:120] for node in one["nodes"]][:3]) for one in found]
    assert hurdles == []
    context.close()


def test_paper_has_the_figures_with_the_numbers_of_their_sources(opened: Visit) -> None:
    page = opened.page
    page.emulate_media(media="print")
    row = page.locator(BUDGET)
    assert row.locator("sup.print").all_inner_texts() == ["[1]", "[4]"]
    assert not page.locator(".filter").is_visible()
    assert page.locator("#s4").is_visible()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
