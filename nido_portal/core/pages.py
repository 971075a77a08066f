"""Published pages and their addresses, at the cost of as few queries as possible."""

from typing import Any

from django.db.models import BooleanField, Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Length, Substr
from django.utils.translation import get_language
from wagtail.models import Page, PageViewRestriction, Site


def is_restricted() -> Exists:
    """Return the condition that a page, or one above it, is for some readers only.

    The same rule as Wagtail's `PageQuerySet.private`, aliases of restricted pages included, but as
    part of the query at hand instead of one before it.
    """
    path = OuterRef("path")
    above = Q(page__path=Substr(path, 1, Length("page__path")))
    alias_above = Q(page__aliases__path=Substr(path, 1, Length("page__aliases__path")))
    return Exists(PageViewRestriction.objects.filter(above | alias_above), output_field=BooleanField())


def published(model: type[Page], language: str | None = None) -> QuerySet[Any]:
    """Return the pages of a type that every visitor may read, in a language or in the active one."""
    in_language = Q(locale__language_code=language or get_language())
    pages: QuerySet[Any] = model.objects.live().filter(in_language)
    return pages.filter(~is_restricted())


def path_of(page: Page) -> str:
    """Return the address of a page without its host, such as `/fr/sessions/`, or '' outside the site."""
    return path_from(page.url_path)


def path_from(url_path: str) -> str:
    """Return the address for the place of a page in the tree (its `url_path`)."""
    for root in Site.get_site_root_paths():
        if url_path.startswith(root.root_path):
            return f"/{root.language_code}/{url_path[len(root.root_path) :]}"
    return ""


def places_above(url_path: str, root_path: str = "/") -> list[str]:
    """Return a place in the tree and those above it, down from `root_path`: `/start/`, `/start/toolbox/`, …"""
    parts = [part for part in url_path.removeprefix(root_path).split("/") if part]
    return [root_path + "".join(f"{part}/" for part in parts[:number]) for number in range(len(parts) + 1)]
