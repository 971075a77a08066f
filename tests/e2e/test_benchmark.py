"""A manager compares labs: by keyboard, without JavaScript, in four languages, on a small screen."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from .accessibility import violations_at
from .crawl import LANGUAGES
from .test_reflow import STICKING_OUT
from .test_visitor import NARROW, WIDE

BELOW = {
    "comparison": "benchmark/compare/?labs=ric,labx,vinnova,sandbox-vlaanderen",
    "choice": "benchmark/compare/",
    "own lab": "benchmark/stand/?my_budget=300000&my_staff=4&my_model=network&my_activity=events",
    "mistakes": "benchmark/stand/?my_budget=abc&my_staff=-1",
    "filtered": "benchmark/?country=BE&budget_min=100000&sort=-budget",
    "nothing left": "benchmark/?country=BE&kind=agency",
    "changes": "benchmark/changes/",
    "open data": "open-data/",
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("javascript", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_labs_chosen_in_the_table_stand_side_by_side(
    javascript: bool, language: str, open_browser: Callable[..., Page]
) -> None:
    page = open_browser(viewport=WIDE, java_script_enabled=javascript)
    page.goto(f"/{language}/benchmark/")
    for code in ("ric", "nesta"):
        page.locator(f"#choose-{code}").check()
    page.locator("#compare").click()
    page.wait_for_url(f"**/{language}/benchmark/compare/?labs=**")
    heads = page.locator(".compare-table thead a[href$='/benchmark/ric/'], .compare-table thead a[href$='/nesta/']")
    expect(heads).to_have_count(2)
    page.locator(".compare-table thead a[href*='labs=ric']").last.click()
    page.wait_for_url(f"**/{language}/benchmark/compare/?labs=ric**")


def test_labs_are_chosen_and_compared_by_keyboard(open_browser: Callable[..., Page]) -> None:
    page = open_browser(viewport=WIDE)
    page.goto("/nl/benchmark/")
    for code in ("labx", "vinnova"):
        page.locator(f"#choose-{code}").focus()
        page.keyboard.press("Space")
    page.locator("#compare").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/nl/benchmark/compare/?labs=labx,vinnova")
    expect(page.locator(".compare-table tbody tr").first).to_be_visible()


def test_a_comparison_keeps_its_address_in_another_language(open_browser: Callable[..., Page]) -> None:
    page = open_browser(viewport=WIDE, java_script_enabled=False)
    page.goto("/nl/benchmark/compare/?labs=ino,ric")
    for language in ("fr", "de", "en"):
        page.locator(f".languages a[hreflang={language}]").click()
        page.wait_for_url(f"**/{language}/benchmark/compare/?labs=ino,ric")


def test_filtering_changes_the_table_in_place_and_the_address(open_browser: Callable[..., Page]) -> None:
    page = open_browser(viewport=WIDE)
    page.goto("/en/benchmark/")
    rows = page.locator("#table .lab-table tbody tr")
    expect(rows).to_have_count(12)
    page.locator("#table thead a[href*='sort=budget']").first.click()
    page.wait_for_url("**sort=budget**")
    expect(rows.first.locator("th")).to_contain_text("INO")
    page.locator("#table thead a[href*='sort=-budget']").first.click()
    expect(rows.first.locator("th")).to_contain_text("Vinnova")
    page.go_back()
    expect(rows.first.locator("th")).to_contain_text("INO")


@pytest.mark.parametrize("language", ["nl", "de"])
def test_nothing_below_the_benchmark_scrolls_sideways_at_320_px(
    language: str, open_browser: Callable[..., Page]
) -> None:
    page = open_browser(viewport={"width": 320, "height": 800})
    found = []
    for name, path in BELOW.items():
        page.goto(f"/{language}/{path}")
        if what := page.evaluate(STICKING_OUT):
            found.append(f"{name}: {what}")
    assert not found, "\n".join(found)


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_below_the_benchmark_breaks_a_rule_of_axe(language: str, open_browser: Callable[..., Page]) -> None:
    wide, narrow = open_browser(viewport=WIDE), open_browser(viewport=NARROW)
    found = []
    for name, path in BELOW.items():
        address = f"/{language}/{path}"
        found += violations_at([(wide, address, f"{name} wide"), (narrow, address, f"{name} narrow")])
    assert not found, "\n".join(found)
