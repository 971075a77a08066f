"""News and knowledge items."""

from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.fields import StreamField
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from nido_portal.core.blocks import SHARED_BLOCKS
from nido_portal.core.furniture import Furniture
from nido_portal.core.models import BasePage
from nido_portal.directory.models import Theme

from . import selectors


class NewsIndexPage(BasePage):
    """All news, the newest first."""

    template = "news/news_index_page.html"
    max_count_per_parent = 1
    subpage_types = ["news.NewsPage"]

    class Meta:
        verbose_name = _("page of news")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        items = selectors.news().prefetch_related("themes")
        return {**super().get_context(request, *args, **kwargs), "items": items}


class NewsPage(BasePage):
    """One item of news, or of knowledge, with its date and themes."""

    class Kind(models.TextChoices):
        NEWS = "news", _("News")
        KNOWLEDGE = "knowledge", _("Knowledge item")

    kind = models.CharField(_("kind"), max_length=20, choices=Kind, default=Kind.NEWS)
    date = models.DateField(_("date"))
    themes = ParentalManyToManyField(Theme, verbose_name=_("themes"), blank=True, related_name="news")
    body = StreamField(SHARED_BLOCKS, verbose_name=_("text"))

    content_panels = [
        *BasePage.content_panels,
        FieldRowPanel([FieldPanel("kind"), FieldPanel("date")]),
        FieldPanel("themes"),
        FieldPanel("body"),
    ]
    search_fields = [*BasePage.search_fields, index.SearchField("body"), index.FilterField("date")]
    override_translatable_fields = [SynchronizedField("themes", overridable=False)]
    template = "news/news_page.html"
    parent_page_types = ["news.NewsIndexPage"]
    subpage_types: list[str] = []

    class Meta:
        verbose_name = _("news item")
        verbose_name_plural = _("news items")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        return {**super().get_context(request, *args, **kwargs), "themes": list(self.themes.all())}

    def structured_data(self, furniture: Furniture) -> list[dict[str, Any]]:
        return [
            {
                "@type": "NewsArticle",
                "headline": self.title,
                "description": self.summary,
                "datePublished": self.date.isoformat(),
                "inLanguage": furniture.language,
                "url": furniture.canonical,
            }
        ]
