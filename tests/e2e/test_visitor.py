"""A visitor's way through the portal: by mouse, by keyboard, in another language, without JavaScript."""

from collections.abc import Callable
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Locator, Page, expect

from .crawl import LANGUAGES
from .page_types import PageTypes

WIDE = {"width": 1280, "height": 900}
NARROW = {"width": 390, "height": 844}
RECORDS = ["cyclepage: record", "labindexpage: record", "personindexpage: record", "themeindexpage: record"]


def follow(page: Page, link: Locator, path: str) -> None:
    """Click a link, and see that a page below `path` opens whose heading is the link's text."""
    title = " ".join(link.inner_text().split())
    link.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(title)
    assert urlsplit(page.url).path.startswith(path)


def menu(page: Page, path: str) -> Locator:
    return page.locator(f".site-nav a[href='{path}']")


@pytest.mark.parametrize("javascript", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_a_civil_servant_finds_a_session_and_an_experts_answer(
    javascript: bool, open_browser: Callable[..., Page]
) -> None:
    page = open_browser(viewport=WIDE, java_script_enabled=javascript)
    page.goto("/")
    page.locator("main a[hreflang=nl]").click()
    page.locator(".doors a[href='/nl/inspiratiesessies/']").click()
    follow(page, page.get_by_role("link", name="Iedereen kan innoveren", exact=True).first, "/nl/inspiratiesessies/")
    follow(page, page.locator("#questions ~ ul h3 a").first, "/nl/vragen-en-antwoorden/")
    expect(page.locator(".answer .prose")).not_to_be_empty()
    expect(page.locator(".answer a[href^='/nl/mensen/']")).to_be_visible()
    page.locator("aside a[href='/nl/inspiratiesessies/iedereen-kan-innoveren/']").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Iedereen kan innoveren")


@pytest.mark.parametrize("javascript", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_a_civil_servant_finds_a_tool_for_the_phase_of_a_project(
    javascript: bool, open_browser: Callable[..., Page]
) -> None:
    page = open_browser(viewport=WIDE, java_script_enabled=javascript)
    page.goto("/nl/")
    menu(page, "/nl/innovatiecyclus/").click()
    follow(page, page.locator(".cycle a").nth(1), "/nl/innovatiecyclus/")
    follow(page, page.locator("h3 a[href^='/nl/toolbox/']").first, "/nl/toolbox/")
    expect(page.locator(".steps > li").nth(1)).to_be_visible()
    expect(page.locator("aside a[href^='/nl/innovatiecyclus/']").first).to_be_visible()


@pytest.mark.parametrize("javascript", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_a_manager_sorts_the_benchmark_and_opens_a_lab(javascript: bool, open_browser: Callable[..., Page]) -> None:
    page = open_browser(viewport=WIDE, java_script_enabled=javascript)
    page.goto("/nl/")
    menu(page, "/nl/benchmark/").click()
    first = page.locator(".lab-table tbody th a").first
    before = first.inner_text()
    page.locator("#table thead a[href*='sort=budget']").first.click()
    expect(page.locator("#table thead [aria-sort]:not([aria-sort=none])")).to_have_count(1)
    page.wait_for_url("**sort=budget**")
    expect(first).not_to_have_text(before)
    page.locator(".lab-table tbody th a[href='/nl/benchmark/nesta/']").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Nesta")
    assert urlsplit(page.url).path == "/nl/benchmark/nesta/"


def test_the_first_press_of_tab_offers_the_way_to_the_content(open_browser: Callable[..., Page]) -> None:
    page = open_browser(viewport=WIDE)
    page.goto("/nl/")
    page.keyboard.press("Tab")
    skip_link = page.locator("a.skip-link")
    expect(skip_link).to_be_focused()
    box = skip_link.bounding_box()
    assert box is not None
    assert box["width"] > 40
    assert box["y"] >= 0
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")


def test_the_menu_works_by_keyboard_and_shows_where_the_focus_is(open_browser: Callable[..., Page]) -> None:
    page = open_browser(viewport=WIDE)
    page.goto("/nl/")
    target = menu(page, "/nl/innovatiecyclus/")
    tab_to(page, target)
    outline = target.evaluate("e => { const s = getComputedStyle(e); return [s.outlineStyle, s.boxShadow]; }")
    assert outline != ["none", "none"]
    page.keyboard.press("Enter")
    page.wait_for_url("**/nl/innovatiecyclus/")
    expect(menu(page, "/nl/innovatiecyclus/")).to_have_attribute("aria-current", "page")


def test_the_menu_of_a_small_screen_works_by_keyboard(open_browser: Callable[..., Page]) -> None:
    page = open_browser(viewport=NARROW)
    page.goto("/nl/")
    link = page.locator("details.menu a[href='/nl/toolbox/']")
    expect(link).to_be_hidden()
    tab_to(page, page.locator("details.menu summary"))
    page.keyboard.press("Enter")
    tab_to(page, link)
    page.keyboard.press("Enter")
    page.wait_for_url("**/nl/toolbox/")


def tab_to(page: Page, target: Locator, presses: int = 40) -> None:
    """Press Tab until the target has the focus."""
    for _press in range(presses):
        if target.evaluate("element => element === document.activeElement"):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"Tab does not reach {target}")


@pytest.mark.parametrize("record", ["", *RECORDS], ids=["a page", *RECORDS])
def test_the_language_switch_stays_on_the_same_page(
    record: str, open_browser: Callable[..., Page], page_types: PageTypes
) -> None:
    versions = page_types.richest[record or "sessionpage"]
    page = open_browser(viewport=WIDE, java_script_enabled=False)
    page.goto(versions["nl"])
    for language in (*LANGUAGES[1:], "nl"):
        page.locator(f".languages a[hreflang={language}]").click()
        page.wait_for_url(f"**{versions[language]}")
        expect(page.locator("html")).to_have_attribute("lang", language)
        expect(page.locator(".languages [aria-current=true]")).to_have_attribute("hreflang", language)


def test_the_choice_of_language_puts_the_readers_own_first(open_browser: Callable[..., Page]) -> None:
    page = open_browser(viewport=WIDE, locale="de-BE")
    page.goto("/")
    expect(page.locator("main a[hreflang]").first).to_have_attribute("hreflang", "de")


def test_a_wrong_address_offers_ways_on_in_its_language(open_browser: Callable[..., Page]) -> None:
    page = open_browser(viewport=WIDE)
    answer = page.goto("/fr/nothing-is-here/")
    assert answer is not None
    assert answer.status == 404
    expect(page.locator("html")).to_have_attribute("lang", "fr")
    page.locator("main a[href='/fr/']").click()
    page.wait_for_url("**/fr/")


def test_a_visitor_has_no_cookie_and_nothing_stored(open_browser: Callable[..., Page]) -> None:
    page = open_browser(viewport=WIDE)
    for path in ("/", "/nl/", "/nl/benchmark/", "/nl/contact/"):
        page.goto(path)
    assert page.context.cookies() == []
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0


def test_a_page_can_be_printed_and_its_address_copied(open_browser: Callable[..., Page]) -> None:
    page = open_browser(viewport=WIDE, permissions=["clipboard-read", "clipboard-write"])
    page.goto("/nl/over-nido/")
    button = page.locator(".share [data-copy]")
    button.click()
    expect(button.locator("[role=status]")).to_have_text(button.get_attribute("data-done") or "")
    assert page.evaluate("navigator.clipboard.readText()") == page.url
    expect(page.locator(".share [data-print]")).to_be_visible()


def test_without_javascript_no_button_is_offered_that_needs_it(open_browser: Callable[..., Page]) -> None:
    page = open_browser(viewport=WIDE, java_script_enabled=False)
    page.goto("/nl/over-nido/")
    expect(page.locator(".share button:visible")).to_have_count(0)
    expect(page.locator(".share__address")).to_be_visible()
