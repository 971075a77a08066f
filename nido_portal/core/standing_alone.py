"""The furniture of pages that stand outside the page tree but are public all the same, such as the open data."""

from collections.abc import Callable
from functools import cached_property
from typing import Any

from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from .furniture import LANGUAGE_NAMES, Furniture, Link, absolute, json_for_html


class StandingAlone(Furniture):
    """The furniture of a page that a view shows in all four languages.

    Args:
        title: of the page.
        summary: what it is about, for machines.
        path: returns its address in a language (ISO 639-1).
        things: schema.org objects about its subject.
    """

    def __init__(
        self,
        request: HttpRequest,
        title: str | Promise,
        summary: str | Promise,
        path: Callable[[str], str],
        things: list[dict[str, Any]] | None = None,
    ) -> None:
        super().__init__(request)
        self.own_title = str(title)
        self.summary = str(summary)
        self.path = path
        self.things = things or []

    @cached_property
    def title(self) -> str:
        return self.own_title

    @cached_property
    def translations(self) -> dict[str, str]:
        return {code: self.path(code) for code in LANGUAGE_NAMES}

    @cached_property
    def canonical(self) -> str:
        return absolute(self.translations[self.language])

    @cached_property
    def meta_description(self) -> str:
        return self.summary

    @cached_property
    def breadcrumbs(self) -> list[Link]:
        return [Link(gettext("Home"), self.home_url), Link(self.title, self.translations[self.language], True)]

    @cached_property
    def json_ld(self) -> list[SafeString]:
        trail = {
            "@type": "BreadcrumbList",
            "itemListElement": [
                {"@type": "ListItem", "position": number, "name": str(link.title), "item": absolute(link.url)}
                for number, link in enumerate(self.breadcrumbs, 1)
            ],
        }
        return [json_for_html({"@context": "https://schema.org", **thing}) for thing in (trail, *self.things)]
