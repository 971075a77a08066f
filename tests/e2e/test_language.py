"""The text of every page is in the language that the page says it is in (lingua, offline)."""

import re
from collections.abc import Iterator

import pytest
from bs4 import PageElement, Tag
from lingua import IsoCode639_1, LanguageDetector, LanguageDetectorBuilder

from .crawl import LANGUAGES, Crawl, Page

# Shorter texts are names and labels, of which nobody can tell the language.
FEWEST_LETTERS = 80
SURE = 0.9
BLOCKS = ("p", "li", "h1", "h2", "h3", "dd", "td", "th", "label", "summary")


@pytest.fixture(scope="module")
def detector() -> LanguageDetector:
    codes = [IsoCode639_1.from_str(language) for language in LANGUAGES]
    return LanguageDetectorBuilder.from_iso_codes_639_1(*codes).build()


def texts(page: Page) -> Iterator[tuple[str, str]]:
    """Yield every block of text with the language that it is marked with."""
    for block in page.soup.find_all(BLOCKS):
        if block.find(BLOCKS) is None:
            marked = block if block.get("lang") else block.find_parent(lang=True)
            yield marked["lang"], _own_text(block)


def _own_text(block: Tag) -> str:
    """Return a block's text without addresses, titles of works, and parts marked as another language."""
    text = " ".join("".join(text for text in block.strings if not _stands_apart(text, block)).split())
    return re.sub(r"https?://\S+", "", text)


def _stands_apart(text: PageElement, block: Tag) -> bool:
    element = text.parent
    while element is not None and element is not block:
        if element.get("lang") or element.name == "cite" or element.get("href", "").startswith("http"):
            return True
        element = element.parent
    return False


def test_every_text_is_in_the_language_that_it_is_marked_with(crawl: Crawl, detector: LanguageDetector) -> None:
    found: dict[tuple[str, str], str] = {}
    for page in crawl.pages.values():
        for language, text in texts(page):
            if len(text) >= FEWEST_LETTERS:
                found.setdefault((language, text), page.path)
    wrong = []
    for (language, text), path in found.items():
        likely = detector.compute_language_confidence_values(text)[0]
        code = likely.language.iso_code_639_1.name.lower()
        if code != language and likely.value > SURE:
            wrong.append(f"{path}: marked {language}, reads as {code}: {text[:90]}")
    assert len(found) > 1000
    assert not wrong, "\n".join(wrong)
