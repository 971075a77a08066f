"""What surrounds the content of every page: menus, languages, breadcrumb, description for machines.

Everything is computed on first use, from one query: the navigation with the page's translations and
the pages above it.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, gettext
from wagtail.models import Page

from .navigation import HOME_DEPTH, Navigation, navigation
from .pages import path_of, places_above

if TYPE_CHECKING:
    from .models import BasePage, Source
    from .sub_pages import SubPage

LANGUAGE_NAMES = {"nl": "Nederlands", "fr": "Français", "de": "Deutsch", "en": "English"}
OPEN_GRAPH_LOCALES = {"nl": "nl_BE", "fr": "fr_BE", "de": "de_BE", "en": "en_GB"}


@dataclass(frozen=True)
class Link:
    """A link to a page of the portal."""

    title: str
    url: str
    current: bool = False


@dataclass(frozen=True)
class Language:
    """A language of the switcher, and where this page is in it."""

    code: str
    name: str
    url: str
    available: bool
    current: bool


def absolute(path: str) -> str:
    """Return the public address of a path of the portal."""
    return path if path.startswith(("http://", "https://")) else f"{settings.BASE_URL}{path}"


def json_for_html(value: Any) -> SafeString:
    """Return JSON that can stand in a script element: nothing in it can end the element."""
    text = json.dumps(value, ensure_ascii=False)
    for character in "<>&":
        text = text.replace(character, f"\\u{ord(character):04X}")
    return mark_safe(text)  # noqa: S308 -- the three characters that matter to HTML are escaped above


class Furniture:
    """The parts of a public page that its template doesn't compute itself.

    `record` is set on the page of a record (a lab, a phase, a person) below its index page, `sub_page` on
    a page below it that shows none. `state` is the query string that the switch of language carries on.
    """

    def __init__(
        self,
        request: HttpRequest,
        page: "BasePage | None" = None,
        record: Any = None,
        sub_page: "SubPage | None" = None,
        state: str = "",
    ) -> None:
        self.request = request
        self.page = page
        self.record = record
        self.below = record if record is not None else sub_page
        self.query = sub_page.query if sub_page else ""
        self.state = state
        self.language = get_language() or settings.LANGUAGE_CODE
        if page is not None:
            # Now, and with the page's place: whatever asks for the navigation later finds all of it there.
            navigation(request, places_above(page.url_path))

    @cached_property
    def navigation(self) -> Navigation:
        return navigation(self.request)

    @property
    def home_url(self) -> str:
        return self.navigation.home_url

    def _links(self, pages: Iterable[Page]) -> list[Link]:
        here = self.page.path if self.page else ""
        return [Link(page.title, path_of(page), bool(here) and here.startswith(page.path)) for page in pages]

    @cached_property
    def menu(self) -> list[Link]:
        return self._links(page for page in self.navigation.top_pages if page.show_in_menus)

    @cached_property
    def footer(self) -> list[Link]:
        return self._links(page for page in self.navigation.top_pages if not page.show_in_menus)

    @cached_property
    def title(self) -> str:
        if self.below is not None:
            return str(self.below)
        return self.page.title if self.page else ""

    @cached_property
    def breadcrumbs(self) -> list[Link]:
        """The way from home to this page, itself included; empty on home."""
        if self.page is None or self.page.depth <= HOME_DEPTH:
            return []
        trail = [
            page for page in self.navigation.around if page.depth > HOME_DEPTH and self.page.path.startswith(page.path)
        ]
        links = [Link(gettext("Home"), self.home_url)]
        links += [Link(page.title, path_of(page)) for page in trail if page.pk != self.page.pk]
        links.append(Link(self.page.title, path_of(self.page), self.below is None))
        if self.below is not None:
            links.append(Link(str(self.below), self._path(self.page, self.language), True))
        return links

    def _path(self, page: Page, language: str) -> str:
        path = path_of(page)
        return f"{path}{self.below.address(language)}/{self.query}" if self.below is not None else path

    @cached_property
    def translations(self) -> dict[str, str]:
        """Paths of this page in the languages in which it is published, by language code."""
        if self.page is None:
            return {}
        paths = {
            page.locale.language_code: self._path(page, page.locale.language_code)
            for page in self.navigation.around
            if page.translation_key == self.page.translation_key and page.pk != self.page.pk
        }
        paths[self.language] = self._path(self.page, self.language)
        return paths

    @cached_property
    def languages(self) -> list[Language]:
        """All four languages; one without a translation leads to a page that says so."""
        languages = []
        for code, name in LANGUAGE_NAMES.items():
            url = self.translations.get(code)
            if url is None:
                url = f"/{code}/"
                if self.page is not None:
                    url += f"{reverse('translation_missing', args=[self.page.pk]).split('/', 2)[2]}"
            elif self.state:
                url = url.removesuffix(self.query) + self.state
            languages.append(
                Language(code, name, url, self.page is None or code in self.translations, code == self.language)
            )
        return languages

    @cached_property
    def canonical(self) -> str:
        return absolute(self.translations[self.language]) if self.page else ""

    @cached_property
    def alternates(self) -> list[tuple[str, str]]:
        """Pairs of language and address; `x-default` is the choice of language or the Dutch page."""
        if not self.translations:
            return []
        pairs = [(code, absolute(self.translations[code])) for code in LANGUAGE_NAMES if code in self.translations]
        is_home = self.page is not None and self.page.depth == HOME_DEPTH
        default = absolute("/") if is_home else dict(pairs).get("nl", self.canonical)
        return [*pairs, ("x-default", default)]

    @property
    def open_graph_locale(self) -> str:
        return OPEN_GRAPH_LOCALES[self.language]

    @cached_property
    def meta_title(self) -> str:
        """The title in tabs and lists of results; a record's says which list it is in, since names recur."""
        title = self.title
        if self.below is not None and self.page is not None:
            title = f"{title} · {self.page.title}"
        elif self.page is not None and self.page.seo_title:
            title = self.page.seo_title
        return title if not title or title.startswith("Nido") else f"{title} · Nido"

    @cached_property
    def meta_description(self) -> str:
        if self.below is not None:
            return str(getattr(self.below, "summary", "") or getattr(self.page, "meta_description", ""))
        return self.page.meta_description if self.page else ""

    @property
    def og_image(self) -> str:
        return absolute(static("images/open-graph.png"))

    @property
    def updated(self) -> Any:
        return self.page.updated_on if self.page else None

    @property
    def source(self) -> "Source | None":
        subject = self.record if self.record is not None else self.page
        return getattr(subject, "source", None)

    @cached_property
    def json_ld(self) -> list[SafeString]:
        """JSON-LD blocks: the breadcrumb, and what the page says about its subject."""
        if self.page is None:
            return []
        things: list[dict[str, Any]] = []
        if self.breadcrumbs:
            things.append(
                {
                    "@type": "BreadcrumbList",
                    "itemListElement": [
                        {"@type": "ListItem", "position": number, "name": str(link.title), "item": absolute(link.url)}
                        for number, link in enumerate(self.breadcrumbs, 1)
                    ],
                }
            )
        if self.record is not None:
            things += self.page.record_structured_data(self.record, self)
        elif self.below is None:
            things += self.page.structured_data(self)
        return [json_for_html({"@context": "https://schema.org", **thing}) for thing in things]
