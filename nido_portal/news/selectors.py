"""What the news pages read from the database."""

from typing import Any

from django.db.models import QuerySet

from nido_portal.core.pages import published
from nido_portal.directory.models import Theme


def news() -> QuerySet[Any]:
    """Return the published news in the active language, the newest first."""
    from .models import NewsPage

    return published(NewsPage).order_by("-date", "title")


def news_about(record: Any) -> QuerySet[Any] | None:
    """Return the news about a theme."""
    return news().filter(themes=record) if isinstance(record, Theme) else None
