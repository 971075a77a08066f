"""The page types of the portal, and the richest page of each in every language."""

from collections import defaultdict
from functools import cached_property
from urllib.parse import urljoin, urlsplit

from .crawl import LANGUAGES, Crawl, Page
from .portal import Portal

LIVE_PAGES = """
    SELECT page.url_path, type.model, locale.language_code
    FROM wagtailcore_page AS page
    JOIN django_content_type AS type ON type.id = page.content_type_id
    JOIN wagtailcore_locale AS locale ON locale.id = page.locale_id
    WHERE page.live AND page.depth > 1
"""


class PageTypes:
    """Which type every crawled page has: Wagtail's page model, or the kind of record that an index page shows."""

    def __init__(self, portal: Portal, crawl: Crawl) -> None:
        self.portal = portal
        self.crawl = crawl

    @cached_property
    def types(self) -> dict[str, str]:
        """Types by path, of all pages in the tree."""
        found = {}
        for url_path, model, language in self.portal.rows(LIVE_PAGES):
            # Wagtail keeps the path with the slug of the home page in front.
            found[f"/{language}/" + url_path.split("/", 2)[2]] = model
        return found

    def type_of(self, path: str) -> str:
        """Return a page's type; a record's is named after the index page that shows it."""
        if path in self.types:
            return self.types[path]
        parent = path.rstrip("/").rsplit("/", 1)[0] + "/"
        return f"{self.types[parent]}: record" if parent in self.types else "outside the tree"

    @cached_property
    def richest(self) -> dict[str, dict[str, str]]:
        """The Dutch page with the most HTML of every type, as paths by language."""
        by_type: dict[str, list[Page]] = defaultdict(list)
        for page in self.crawl.pages.values():
            if page.is_listed and page.language == "nl":
                by_type[self.type_of(page.path)].append(page)
        found = {}
        for name, pages in sorted(by_type.items()):
            page = max(pages, key=lambda candidate: len(candidate.answer.body))
            found[name] = {language: urlsplit(page.alternates[language]).path for language in LANGUAGES}
        return found

    def paths(self, language: str) -> dict[str, str]:
        """Return one path for every type in a language, and the pages that stand outside the tree."""
        paths = {name: versions[language] for name, versions in self.richest.items()}
        return paths | {"choice of language": "/", "not found": f"/{language}/nothing-is-here/"}

    def url(self, path: str) -> str:
        return urljoin(self.portal.url, path)
