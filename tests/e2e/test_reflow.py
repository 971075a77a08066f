"""Nothing scrolls sideways: on a screen of 320 px, and with text at twice its size."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from .page_types import PageTypes

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
  const names = out.slice(0, 4).map((element) => `${element.localName}.${element.className.baseVal ?? element.className}`);
  const wide = document.documentElement.scrollWidth - edge;
  return wide > 0 || names.length ? `${wide} px too wide: ${names.join(", ")}` : "";
}
"""
TWICE_THE_TEXT = "() => { document.documentElement.style.fontSize = '200%'; }"


@pytest.mark.parametrize("language", ["nl", "de"])
def test_no_page_type_scrolls_sideways(language: str, open_browser: Callable[..., Page], page_types: PageTypes) -> None:
    page = open_browser()
    found = []
    # The longest word of the portal stands in the title of the accessibility statement.
    statement = {"nl": "/nl/toegankelijkheid/", "de": "/de/barrierefreiheit/"}[language]
    for name, path in (page_types.paths(language) | {"accessibility statement": statement}).items():
        page.set_viewport_size({"width": 320, "height": 800})
        page.goto(path)
        found.append((name, path, "at 320 px", page.evaluate(STICKING_OUT)))
        for width in (640, 1280):
            page.set_viewport_size({"width": width, "height": 800})
            page.evaluate(TWICE_THE_TEXT)
            found.append((name, path, f"at {width} px and 200 % text", page.evaluate(STICKING_OUT)))
    wrong = [f"{name} {path} {how}: {what}" for name, path, how, what in found if what]
    assert not wrong, "\n".join(wrong)
