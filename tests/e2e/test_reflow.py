"""Nothing scrolls sideways: on a screen of 320 px, and with text at twice its size."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserType, Page

from .page_types import PageTypes
from .portal import Portal

# What sticks out, but for what stands in a box that scrolls by itself, such as a table.
STICKING_OUT = """
() => {
  const edge = document.documentElement.clientWidth;
  const scrolls = (element) => {
    for (let box = element; box && box !== document.body; box = box.parentElement) {
      if (["auto", "scroll"].includes(getComputedStyle(box).overflowX)) return true;
    }
    return false;
  };
  const shows = (element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  const out = [...document.body.querySelectorAll("*")].filter((element) => {
    const box = element.getBoundingClientRect();
    return box.width > 1 && box.right > edge + 1 && shows(element) && !element.closest("svg *") && !scrolls(element);
  });
  const name = (element) => `${element.localName}.${element.className.baseVal ?? element.className}`;
  const names = out.slice(0, 4).map(name);
  const wide = document.documentElement.scrollWidth - edge;
  return wide > 0 || names.length ? `${wide} px too wide: ${names.join(", ")}` : "";
}
"""
# The longest word of the portal stands in the title of the accessibility statement.
STATEMENTS = {"nl": "/nl/toegankelijkheid/", "de": "/de/barrierefreiheit/"}
TWICE_THE_TEXT = "--blink-settings=defaultFontSize=32,defaultFixedFontSize=26"


@pytest.fixture
def browser_with_large_text(browser_type: BrowserType, browser_type_launch_args: dict[str, Any]) -> Iterator[Browser]:
    """A browser in which the reader asked for text of 32 px instead of 16."""
    flags = [*browser_type_launch_args["args"], TWICE_THE_TEXT]
    browser = browser_type.launch(**{**browser_type_launch_args, "args": flags})
    yield browser
    browser.close()


def sticking_out(page: Page, paths: dict[str, str], how: str) -> list[str]:
    found = []
    for name, path in paths.items():
        page.goto(path)
        if what := page.evaluate(STICKING_OUT):
            found.append(f"{name} {path} {how}: {what}")
    return found


@pytest.mark.parametrize("language", STATEMENTS)
def test_no_page_type_scrolls_sideways_on_a_screen_of_320_px(
    language: str, open_browser: Callable[..., Page], page_types: PageTypes
) -> None:
    page = open_browser(viewport={"width": 320, "height": 800})
    paths = page_types.paths(language) | {"statement": STATEMENTS[language]}
    found = sticking_out(page, paths, "at 320 px")
    assert not found, "\n".join(found)


@pytest.mark.parametrize("language", STATEMENTS)
@pytest.mark.parametrize("width", [640, 1280])
def test_no_page_type_scrolls_sideways_with_text_of_twice_the_size(
    language: str, width: int, browser_with_large_text: Browser, portal: Portal, page_types: PageTypes
) -> None:
    page = browser_with_large_text.new_page(base_url=portal.url, viewport={"width": width, "height": 800})
    paths = page_types.paths(language) | {"statement": STATEMENTS[language]}
    found = sticking_out(page, paths, f"at {width} px with large text")
    assert page.evaluate("parseFloat(getComputedStyle(document.body).fontSize)") >= 32
    assert not found, "\n".join(found)
