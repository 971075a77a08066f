"""Where the parts of the portal say what they have to do with a record.

`labs`, `sessions` and `toolbox` don't know each other. Each registers, in its `AppConfig.ready`, what
it has to do with a record (a person, an organisation, a theme, a phase …): a query for pages, or a
function that returns links. All queries for pages are asked as one.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.db.models import CharField, Count, QuerySet, Value
from django.http import HttpRequest
from django.utils.functional import Promise

from nido_portal.core.navigation import navigation
from nido_portal.core.pages import path_from


@dataclass(frozen=True)
class RelatedLink:
    """A link to a page or record; `text` says why it is here, such as what a person said."""

    title: str
    url: str
    text: str = ""


@dataclass(frozen=True)
class RelatedGroup:
    """Links of one kind under a heading; `kind` names the icon."""

    title: str | Promise
    kind: str
    links: list[RelatedLink] = field(default_factory=list)


PageQuery = Callable[[Any], QuerySet[Any] | None]
LinkFinder = Callable[[Any, HttpRequest], list[RelatedLink]]


@dataclass(frozen=True)
class _Kind:
    order: int
    name: str
    title: str | Promise
    pages: PageQuery | None = None
    links: LinkFinder | None = None


# A theme's own page shows all; elsewhere the nearest are enough.
MOST_BY_THEME = 6

_kinds: list[_Kind] = []


def register_pages(name: str, title: str | Promise, pages: PageQuery, order: int) -> None:
    """Add a kind of page: `pages` returns those that have to do with a record, or None."""
    _register(_Kind(order, name, title, pages=pages))


def register_links(name: str, title: str | Promise, links: LinkFinder, order: int) -> None:
    """Add a kind of link for what can't be asked as a query for pages."""
    _register(_Kind(order, name, title, links=links))


def _register(kind: _Kind) -> None:
    _kinds.append(kind)
    _kinds.sort(key=lambda kind: kind.order)


def by_theme(pages: QuerySet[Any], record: Any) -> QuerySet[Any] | None:
    """Return the pages that share a theme with a record, or are about it if it is a theme itself.

    Each carries in `shared` how many themes it shares. None where the record has no themes.
    """
    from .models import Theme

    if isinstance(record, Theme):
        return pages.filter(themes=record)
    if hasattr(record, "themes"):
        return pages.filter(themes__in=record.themes.values("pk")).annotate(shared=Count("themes", distinct=True))
    return None


def groups_for(record: Any, request: HttpRequest) -> list[RelatedGroup]:
    """Return the groups that have something for the record, in their order."""
    page_links = _page_links(record)
    groups = [
        RelatedGroup(
            kind.title, kind.name, kind.links(record, request) if kind.links else page_links.get(kind.name, [])
        )
        for kind in _kinds
    ]
    return [group for group in groups if group.links]


def _page_links(record: Any) -> dict[str, list[RelatedLink]]:
    from .models import Theme

    queries = []
    for kind in _kinds:
        pages = kind.pages(record) if kind.pages else None
        if pages is not None:
            name = Value(kind.name, output_field=CharField())
            if "shared" not in pages.query.annotations:
                pages = pages.annotate(shared=Value(1))
            queries.append(pages.order_by().values_list("title", "url_path", "summary", "shared", name))
    links: dict[str, list[RelatedLink]] = {}
    if queries:
        rows = queries[0].union(*queries[1:]) if len(queries) > 1 else queries[0]
        for title, url_path, summary, _shared, name in sorted(rows, key=lambda row: (-row[3], row[0].casefold())):
            links.setdefault(name, []).append(RelatedLink(title, path_from(url_path), summary))
    if isinstance(record, Theme):
        return links
    return {name: found[:MOST_BY_THEME] for name, found in links.items()}


def record_links(records: Any, request: HttpRequest) -> list[RelatedLink]:
    """Return links to the pages of records, with their summaries where they have one."""
    places = navigation(request)
    return [RelatedLink(str(record), places.record_url(record), getattr(record, "summary", "")) for record in records]
