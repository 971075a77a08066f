"""What the news pages read from the database."""

from typing import Any

from django.db.models import QuerySet
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from nido_portal.directory.models import Theme
from nido_portal.directory.related import RelatedGroup, RelatedLink


def news() -> QuerySet[Any]:
    """Return the published news in the active language, the newest first."""
    from .models import NewsPage

    return (
        NewsPage.objects.live()
        .public()
        .filter(locale__language_code=get_language())
        .select_related("locale")
        .order_by("-date", "title")
    )


def news_related_to(record: Any) -> RelatedGroup | None:
    """Return the news about a theme."""
    if not isinstance(record, Theme):
        return None
    links = [RelatedLink(item.title, item, item.summary) for item in news().filter(themes=record)]
    return RelatedGroup(_("News"), "news", links)
