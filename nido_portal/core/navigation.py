"""The navigation in one language: what menus, breadcrumbs and links to records need.

One query a request, kept on the request.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db.models import Model, Q
from django.http import HttpRequest
from django.utils.translation import get_language
from wagtail.models import Page

HOME_DEPTH = 2


def record_index_types() -> dict[int, type[Model]]:
    """Return the record that each kind of index page shows, by the page's content type."""
    from .models import RecordIndexPage

    pages = [model for model in apps.get_models() if issubclass(model, RecordIndexPage)]
    return {ContentType.objects.get_for_model(page).pk: page.record_model for page in pages}


@dataclass(frozen=True)
class Navigation:
    """The published pages directly below home, and where records have their pages."""

    request: HttpRequest
    language: str
    pages: list[Page]

    @property
    def home_url(self) -> str:
        return f"/{self.language}/"

    @cached_property
    def top_pages(self) -> list[Page]:
        return [page for page in self.pages if page.depth == HOME_DEPTH + 1]

    @cached_property
    def record_bases(self) -> dict[type[Model], str]:
        """The address below which the records of a model have their pages."""
        types = record_index_types()
        return {
            types[page.content_type_id]: page.get_url(self.request) or ""
            for page in self.pages
            if page.content_type_id in types
        }

    def page_of(self, page_type: str) -> Page | None:
        """Return the first published page of a type such as `news.NewsIndexPage`, or None."""
        wanted = ContentType.objects.get_by_natural_key(*page_type.lower().split("."))
        return next((page for page in self.pages if page.content_type_id == wanted.pk), None)

    def record_url(self, record: Any) -> str:
        """Return the address of a record's page, or '' when its index page isn't published."""
        base = self.record_bases.get(type(record), "")
        return f"{base}{record.address(self.language)}/" if base else ""


def navigation(request: HttpRequest) -> Navigation:
    """Return the navigation in the active language."""
    language = get_language() or "nl"
    by_language: dict[str, Navigation] = request.__dict__.setdefault("_navigation", {})
    if language not in by_language:
        pages = (
            Page.objects.live()
            .filter(locale__language_code=language)
            .filter(Q(depth=HOME_DEPTH + 1) | Q(content_type__in=record_index_types()))
            .select_related("locale")
            .order_by("path")
        )
        by_language[language] = Navigation(request, language, list(pages))
    return by_language[language]
