"""No page type breaks a rule of axe, in any language, on a wide and a narrow screen, in light and dark."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from .accessibility import violations
from .crawl import LANGUAGES
from .page_types import PageTypes

WIDE = {"width": 1280, "height": 900}
NARROW = {"width": 390, "height": 844}
FEWEST_TYPES = 20


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_page_type_breaks_a_rule_of_axe(
    language: str, open_browser: Callable[..., Page], page_types: PageTypes
) -> None:
    page = open_browser(viewport=WIDE)
    found = []
    paths = page_types.paths(language)
    for name, path in paths.items():
        page.set_viewport_size(WIDE)
        page.goto(path)
        found += violations(page, f"{name} {path} at {WIDE['width']} px")
        page.set_viewport_size(NARROW)
        found += violations(page, f"{name} {path} at {NARROW['width']} px")
    assert not found, "\n".join(found)
    assert len(paths) >= FEWEST_TYPES


def test_no_page_type_breaks_a_rule_of_axe_in_the_dark(
    open_browser: Callable[..., Page], page_types: PageTypes
) -> None:
    page = open_browser(viewport=WIDE, color_scheme="dark")
    found = []
    for name, path in page_types.paths("nl").items():
        page.goto(path)
        found += violations(page, f"{name} {path} in the dark")
    assert not found, "\n".join(found)


def test_an_opened_menu_breaks_no_rule_of_axe(open_browser: Callable[..., Page]) -> None:
    page = open_browser(viewport=NARROW)
    page.goto("/nl/")
    page.locator("details.menu summary").click()
    assert not violations(page, "the opened menu")
