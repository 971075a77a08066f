"""Every public page, rendered once per language and worker, for the contracts that hold for all of them."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

from bs4 import BeautifulSoup, Tag
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from nido_portal.core.sitemap import Entry, sitemap_entries

LANGUAGES = ("nl", "fr", "de", "en")
HOST = "http://testserver"


@dataclass
class PublicPage:
    """One page as a visitor gets it."""

    path: str
    language: str
    entry: Entry
    response: HttpResponse
    queries: list[str]

    @property
    def html(self) -> str:
        return self.response.content.decode()

    @cached_property
    def soup(self) -> BeautifulSoup:
        return BeautifulSoup(self.html, "html.parser")

    def one(self, selector: str) -> Tag:
        """Return the only element that a selector finds."""
        found = self.soup.select(selector)
        assert len(found) == 1, f"{self.path}: {len(found)} elements are {selector}"
        return found[0]

    def canonical(self) -> str:
        return str(self.one("link[rel=canonical]")["href"])

    def alternates(self) -> dict[str, str]:
        """Return the addresses of the page's translations by language."""
        links = self.soup.select("link[rel=alternate][hreflang]")
        return {str(link["hreflang"]): str(link["href"]) for link in links}


def all_entries() -> list[Entry]:
    """Return every public address, as the sitemap has it."""
    return list(sitemap_entries())


def path_of(location: str) -> str:
    """Return the path of an absolute address of the portal."""
    return location.removeprefix(HOST)


def language_of(path: str) -> str:
    """Return the language that an address names."""
    return path.split("/")[1]


def render_all(language: str) -> list[PublicPage]:
    """Return every public page of a language."""
    client = Client()
    client.get(f"/{language}/")
    entries = [entry for entry in all_entries() if language_of(path_of(entry.location)) == language]
    return [fetch(client, entry) for entry in entries]


def fetch(client: Client, entry: Entry) -> PublicPage:
    """Return one page with the queries that it took."""
    path = path_of(entry.location)
    with CaptureQueriesContext(connection) as queries:
        response = client.get(path)
    translation.activate("nl")
    return PublicPage(path, language_of(path), entry, response, [query["sql"] for query in queries])


def offenders(pages: list[PublicPage], rule: Callable[[PublicPage], object]) -> dict[str, object]:
    """Return what a rule complains about, by page: it returns nothing where a page is right."""
    return {page.path: complaint for page in pages if (complaint := rule(page))}


def visible_texts(soup: Tag) -> Iterator[str]:
    """Yield the texts of an element in its own language: without parts that are marked with another."""
    for child in soup.children:
        if isinstance(child, Tag):
            if child.name not in ("script", "style", "svg", "template", "code") and not child.has_attr("lang"):
                yield from visible_texts(child)
        elif text := re.sub(r"\s+", " ", str(child)).strip():
            yield text
