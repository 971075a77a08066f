"""The navigation in one language: what menus, breadcrumbs and links to records need.

One query a request, kept on the request.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db.models import Q
from django.http import HttpRequest
from django.utils.translation import get_language
from wagtail.models import Page

from .pages import is_restricted, path_of

HOME_DEPTH = 2


def record_index_types() -> dict[int, Any]:
    """Return the record that each kind of index page shows, by the page's content type."""
    from .models import RecordIndexPage

    pages = [model for model in apps.get_models() if issubclass(model, RecordIndexPage)]
    return {ContentType.objects.get_for_model(page).pk: page.record_model for page in pages}


@dataclass(frozen=True)
class Navigation:
    """The published pages directly below home, and where records have their pages.

    `around` are also the page that is shown, the pages above it, and all their translations.
    """

    language: str
    pages: list[Page]
    around: list[Page]

    @property
    def home_url(self) -> str:
        return f"/{self.language}/"

    @cached_property
    def top_pages(self) -> list[Page]:
        return [page for page in self.pages if page.depth == HOME_DEPTH + 1]

    @cached_property
    def record_bases(self) -> dict[Any, str]:
        """The address below which the records of a model have their pages."""
        types = record_index_types()
        return {types[page.content_type_id]: path_of(page) for page in self.pages if page.content_type_id in types}

    def page_of(self, page_type: str) -> Page | None:
        """Return the first published page of a type such as `news.NewsIndexPage`, or None."""
        wanted = ContentType.objects.get_by_natural_key(*page_type.lower().split("."))
        return next((page for page in self.pages if page.content_type_id == wanted.pk), None)

    def record_url(self, record: Any) -> str:
        """Return the address of a record's page, or '' when its index page isn't published."""
        base = self.record_bases.get(type(record), "")
        return f"{base}{record.address(self.language)}/" if base else ""


def navigation(request: HttpRequest, places: list[str] | None = None) -> Navigation:
    """Return the navigation in the active language.

    Args:
        request: keeps what was read.
        places: places in the tree (`url_path`) whose pages, with their translations, are to be around;
            heeded by the first call of a request.
    """
    language = get_language() or "nl"
    by_language: dict[str, Navigation] = request.__dict__.setdefault("_navigation", {})
    if language not in by_language:
        by_language[language] = _read(language, places or [])
    return by_language[language]


def _read(language: str, places: list[str]) -> Navigation:
    types = record_index_types()
    wanted = Q(locale__language_code=language) & (Q(depth=HOME_DEPTH + 1) | Q(content_type__in=types))
    if places:
        here = Page.objects.filter(url_path__in=places).values("translation_key")
        wanted |= Q(translation_key__in=here)
    found = list(
        Page.objects.live()
        .filter(wanted)
        .annotate(restricted=is_restricted())
        .select_related("locale")
        .only(
            "title", "path", "depth", "url_path", "show_in_menus", "content_type", "translation_key",
            "locale__language_code",
        )
        .order_by("path")
    )  # fmt: skip
    pages = [
        page
        for page in found
        if page.locale.language_code == language
        and (page.depth == HOME_DEPTH + 1 or page.content_type_id in types)
        and not page.restricted
    ]
    return Navigation(language, pages, found)
