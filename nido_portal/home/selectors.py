"""What home, the sources and the site map read from the database."""

from dataclasses import dataclass, field
from typing import Any

from django.apps import apps
from django.db import models
from django.http import HttpRequest
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from labs.lab import Lab
from nido_portal.core.models import BasePage, Source, Sourced
from nido_portal.core.navigation import record_index_types
from nido_portal.core.pages import path_of, published
from nido_portal.core.records import Record
from nido_portal.directory.related import RelatedGroup, RelatedLink, record_links
from nido_portal.news.selectors import news
from sessions.selectors import questions, sessions
from toolbox.selectors import phases, tools


def home_contents() -> dict[str, Any]:
    """Return what the home page shows of the rest of the portal."""
    return {
        "phases": phases(),
        "sessions": sessions()[:2],
        "questions": questions()[:2],
        "tools": tools().order_by("-first_published_at", "title")[:3],
        "news": news()[:3],
        # The labs of a network are part of it: the benchmark counts the network.
        "lab_count": Lab.objects.filter(parent=None).count(),
    }


def what_came_from(source: Source, request: HttpRequest) -> list[RelatedGroup]:
    """Return the pages in the active language and the records whose facts come from a source."""
    pages = published(Page).filter(pk__in=_page_keys(source)).order_by("path")
    groups = [RelatedGroup(_("Pages"), "page", [RelatedLink(page.title, path_of(page)) for page in pages])]
    for model in apps.get_models():
        if issubclass(model, Sourced) and issubclass(model, Record):
            records = model._default_manager.filter(models.Q(source=source))
            links = record_links(records, request)
            groups.append(RelatedGroup(model._meta.verbose_name_plural or "", "record", links))
    return [group for group in groups if group.links]


def _page_keys(source: Source) -> Any:
    """Return a query for the keys of the pages of all types that name the source."""
    kinds = [model for model in apps.get_models() if issubclass(model, BasePage)]
    first, *others = [model.objects.filter(source=source).values_list("pk", flat=True).order_by() for model in kinds]
    return first.union(*others)


@dataclass
class Branch:
    """A page of the site map, its children, and the records that have a page below it."""

    page: Any
    children: list["Branch"] = field(default_factory=list)
    records: list[tuple[str, str]] = field(default_factory=list)


def page_tree() -> list[Branch]:
    """Return the tree below home in the active language, with the pages of records."""
    language = get_language() or "nl"
    types = record_index_types()
    roots: list[Branch] = []
    branches: dict[str, Branch] = {}
    for page in published(Page).filter(depth__gt=2).order_by("path"):
        branch = Branch(page)
        branches[page.path] = branch
        if page.content_type_id in types:
            base = path_of(page)
            records = types[page.content_type_id]._default_manager.all()
            branch.records = [(str(record), f"{base}{record.address(language)}/") for record in records]
        parent = branches.get(page.path[: -page.steplen])
        (parent.children if parent else roots).append(branch)
    return roots
