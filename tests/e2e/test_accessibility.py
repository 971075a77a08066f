"""No page type breaks a rule of axe, in any language, on a wide and a narrow screen, in light and dark."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from .accessibility import violations, violations_at
from .crawl import LANGUAGES
from .page_types import PageTypes

WIDE = {"width": 1280, "height": 900}
NARROW = {"width": 390, "height": 844}
FEWEST_TYPES = 20


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_page_type_breaks_a_rule_of_axe(
    language: str, open_browser: Callable[..., Page], page_types: PageTypes
) -> None:
    wide, narrow = open_browser(viewport=WIDE), open_browser(viewport=NARROW)
    paths = page_types.paths(language)
    found = []
    for name, path in paths.items():
        found += violations_at(
            [(wide, path, f"{name} {path} on a wide screen"), (narrow, path, f"{name} {path} on a narrow screen")]
        )
    assert not found, "\n".join(found)
    assert len(paths) >= FEWEST_TYPES


def test_no_page_type_breaks_a_rule_of_axe_in_the_dark(
    open_browser: Callable[..., Page], page_types: PageTypes
) -> None:
    one, other = (open_browser(viewport=WIDE, color_scheme="dark") for _window in range(2))
    paths = [(path, f"{name} {path} in the dark") for name, path in page_types.paths("nl").items()]
    found = []
    for number in range(0, len(paths), 2):
        visits = [(page, *visit) for page, visit in zip((one, other), paths[number : number + 2], strict=False)]
        found += violations_at(visits)
    assert not found, "\n".join(found)


def test_an_opened_menu_breaks_no_rule_of_axe(open_browser: Callable[..., Page]) -> None:
    page = open_browser(viewport=NARROW)
    page.goto("/nl/")
    page.locator("details.menu summary").click()
    assert not violations(page, "the opened menu")
