"""The public log of figures as an Atom feed in each language: `/open-data/changes-<language>.atom`."""

import uuid
from datetime import datetime
from typing import Any

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import translation
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from nido_portal.core.furniture import absolute
from nido_portal.core.navigation import navigation

from . import take_along
from .history import Change, changes
from .lab import Lab

FEED = uuid.UUID("3d3f5bb1-6d0a-4f0e-9f3b-8a8b1f0d7c55")
# An empty log has a date too, the same at every visit.
START = datetime.fromisoformat("2025-01-01T00:00:00+00:00")


class DatedAtomFeed(Atom1Feed):
    """An Atom feed whose own date moves only when an entry is added."""

    def latest_post_date(self) -> datetime:
        return super().latest_post_date() if self.items else START


class ChangesFeed(Feed[Change, str]):
    """The newest changes in the active language."""

    feed_type = DatedAtomFeed
    author_name = "Nido"
    feed_copyright = "CC0 1.0"

    def get_object(self, request: HttpRequest, *args: Any, **kwargs: Any) -> str:
        """Return the address of the log's page in the active language, or of the language's home."""
        places = navigation(request)
        base = places.record_bases.get(Lab, "")
        return absolute(f"{base}changes/" if base else places.home_url)

    def get_feed(self, obj: str, request: HttpRequest) -> Any:
        self.page = obj
        return super().get_feed(obj, request)

    def title(self) -> str:
        return _("Nido: changes in the figures of the benchmark")

    def subtitle(self) -> str:
        return _("Which figure changed when, from what to what, and on which source.")

    def link(self, page: str) -> str:
        return page

    def feed_url(self) -> str:
        return absolute(take_along.changes_feed())

    def feed_guid(self) -> str:
        return uuid.uuid5(FEED, translation.get_language() or "nl").urn

    def items(self) -> list[Change]:
        return changes()

    def item_title(self, item: Change) -> str:
        return item.sentence

    def item_description(self, item: Change) -> str:
        parts = [format_html("<p>{}</p>", text) for text in (item.sentence, item.note) if text]
        if item.source:
            parts.append(format_html("<p>{} {}</p>", _("Source:"), item.source.title))
        return "".join(parts)

    def item_link(self, item: Change) -> str:
        return f"{self.page}#change-{item.key}"

    def item_guid(self, item: Change) -> str:
        return uuid.uuid5(item.identity, translation.get_language() or "nl").urn

    def item_pubdate(self, item: Change) -> datetime:
        return item.at

    def item_updateddate(self, item: Change) -> datetime:
        return item.at


@require_safe
def changes_feed(request: HttpRequest, language: str) -> HttpResponse:
    """Answer with the feed in a language.

    Raises:
        Http404: the portal isn't in that language.
    """
    if language not in dict(settings.LANGUAGES):
        raise Http404
    with translation.override(language):
        response = ChangesFeed()(request)
        response["Content-Language"] = language
    return response
