"""Every page says where it is in the other languages, and is written in its own."""

import re
from functools import cache

import pytest
from lingua import Language, LanguageDetector, LanguageDetectorBuilder

from tests.public_pages import HOST, PublicPage, all_entries, language_of, offenders, path_of, visible_texts

Pages = list[PublicPage]
SPOKEN = {"nl": Language.DUTCH, "fr": Language.FRENCH, "de": Language.GERMAN, "en": Language.ENGLISH}


@cache
def detector() -> LanguageDetector:
    return LanguageDetectorBuilder.from_languages(*SPOKEN.values()).build()


@pytest.fixture
def alternates_in_sitemap() -> dict[str, dict[str, str]]:
    """The translations of each address, as the sitemap has them."""
    return {entry.location: dict(entry.alternates) for entry in all_entries()}


def test_every_page_names_itself_and_its_translations(pages: Pages, alternates_in_sitemap) -> None:
    def rule(page: PublicPage) -> object:
        alternates = page.alternates()
        alternates.pop("x-default", None)
        return alternates != alternates_in_sitemap[HOST + page.path] and alternates

    assert offenders(pages, rule) == {}


def test_translations_name_each_other(pages: Pages, alternates_in_sitemap) -> None:
    """The sitemap says the same for all languages, and each page says what the sitemap says (above)."""

    def rule(page: PublicPage) -> object:
        own = alternates_in_sitemap[HOST + page.path]
        return own[page.language] != HOST + page.path or [
            location for location in own.values() if alternates_in_sitemap.get(location) != own
        ]

    assert offenders(pages, rule) == {}


def test_readers_of_other_languages_are_sent_to_dutch_or_to_the_choice(pages: Pages) -> None:
    def rule(page: PublicPage) -> object:
        default = page.alternates()["x-default"]
        wanted = f"{HOST}/" if page.path == f"/{page.language}/" else page.alternates()["nl"]
        return default != wanted and default

    assert offenders(pages, rule) == {}


def test_every_page_exists_in_four_languages(pages: Pages) -> None:
    assert offenders(pages, lambda page: set(page.alternates()) != {*SPOKEN, "x-default"}) == {}


def test_addresses_are_in_the_language_of_the_page(pages: Pages) -> None:
    """At least the pages of the menu: names such as 'benchmark' may be the same in several."""
    same = {page.path for page in pages if len({path_of(url)[3:] for url in page.alternates().values()}) == 1}
    assert len(same) < len(pages) / 2


def test_the_sitemap_is_complete_both_ways(pages: Pages) -> None:
    language = pages[0].language
    listed = {page.path for page in pages}
    linked = set()
    for page in pages:
        for link in page.soup.select("a[href^='/']"):
            path = str(link["href"]).split("#")[0].split("?")[0]
            if language_of(path) == language and "/-/" not in path:
                linked.add(path)
    assert linked - listed == set()
    assert listed - linked == set()


def test_the_text_of_every_page_is_in_its_language(pages: Pages) -> None:
    def rule(page: PublicPage) -> object:
        text = re.sub(r"https?://\S+", "", " ".join(visible_texts(page.one("main"))))
        if len(text) < 200:
            return None
        found = detector().detect_language_of(text)
        return found != SPOKEN[page.language] and found

    assert offenders(pages, rule) == {}


def test_the_paragraphs_of_every_page_are_in_its_language(pages: Pages) -> None:
    """Long paragraphs one by one: a forgotten one doesn't show in the whole."""
    mistaken: dict[str, list[str]] = {}
    for page in pages:
        for paragraph in page.soup.select("main p, main li, main dd"):
            marked = paragraph.find_parent(lang=True)
            if paragraph.find(["p", "li", "dd", "h3"]) or paragraph.get("lang") or marked is not page.soup.html:
                continue
            text = re.sub(r"\s+", " ", " ".join(visible_texts(paragraph)))
            # A reference to a publication is in the publication's language.
            if len(text) < 120 or paragraph.select_one("cite"):
                continue
            certainty = detector().compute_language_confidence(text, SPOKEN[page.language])
            if certainty < 0.3:
                mistaken.setdefault(page.path, []).append(text[:100])
    assert mistaken == {}
