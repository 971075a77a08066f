"""Where facts come from, and what every page of the portal has."""

from datetime import date
from typing import Any

from django.db import models
from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.template.response import TemplateResponse
from django.utils import translation
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page, PageViewRestriction
from wagtail.search import index
from wagtail.url_routing import RouteResult

from .furniture import Furniture
from .pages import path_of
from .records import Record
from .references import resolve


class Source(Record):
    """A document that facts in the portal come from.

    `date` is as precise as the document gives it: `2020-12-15`, `2025-09`, `2024` or empty.
    """

    title = models.CharField(_("title"), max_length=200)
    publisher = models.CharField(_("publisher"), max_length=200, blank=True)
    date = models.CharField(
        _("date"), max_length=10, blank=True, help_text=_("YYYY, YYYY-MM or YYYY-MM-DD, as the document gives it.")
    )
    url = models.URLField(_("address"), blank=True)
    licence = models.CharField(_("licence"), max_length=120, blank=True)
    note = models.TextField(_("note"), blank=True)

    search_fields = [index.SearchField("title_nl"), index.AutocompleteField("title_nl")]

    class Meta:
        verbose_name = _("source")
        verbose_name_plural = _("sources")
        ordering = ["code"]

    def __str__(self) -> str:
        return self.title

    @property
    def year(self) -> int | None:
        """The year that the document gives for itself, or None."""
        return int(self.date[:4]) if self.date else None


class Sourced(models.Model):
    """For rows whose facts come from one document."""

    source = models.ForeignKey(
        Source, verbose_name=_("source"), null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        abstract = True


class BasePage(Sourced, Page):
    """What every page has: a lead, a source, and the furniture around its content."""

    summary = models.TextField(
        _("lead"), max_length=300, help_text=_("One or two sentences below the title; also shown in lists.")
    )

    content_panels = [*Page.content_panels, FieldPanel("summary")]
    promote_panels = [
        MultiFieldPanel(
            [FieldPanel("slug"), FieldPanel("seo_title"), FieldPanel("search_description")],
            _("For search engines"),
        ),
        FieldPanel("show_in_menus"),
        FieldPanel("source"),
    ]
    search_fields = [*Page.search_fields, index.SearchField("summary")]
    schema_type = "WebPage"

    class Meta:
        abstract = True

    @property
    def meta_description(self) -> str:
        return self.search_description or self.summary

    @property
    def updated_on(self) -> date | None:
        return self.last_published_at.date() if self.last_published_at else None

    def get_view_restrictions(self) -> models.QuerySet[PageViewRestriction]:
        """Return who may read this page; nothing is asked twice where `serving` knows already."""
        if getattr(self, "is_unrestricted", False):
            return PageViewRestriction.objects.none()
        return super().get_view_restrictions()

    def structured_data(self, furniture: Furniture) -> list[dict[str, Any]]:
        """Return schema.org objects (JSON-LD) about the page's own subject."""
        return []

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        context["portal"] = Furniture(request, page=self)
        self.resolve_references()
        return context

    def resolve_references(self) -> None:
        """Read what the blocks of all texts of this page point to, one query for each model."""
        texts = [field.name for field in self._meta.get_fields() if isinstance(field, StreamField)]
        resolve(*(getattr(self, name) for name in texts))


class RecordIndexPage(BasePage):
    """A page that lists records and gives each one an address below its own.

    A subclass names `record_model`, `record_template` and `record_context`.
    """

    record_model: type[Record]
    record_template: str
    # The last parts of the addresses of pages below this one that are no records.
    sub_page_words: tuple[str, ...] = ()

    class Meta:
        abstract = True

    def record_context(self, request: HttpRequest, record: Any) -> dict[str, Any]:
        """Return what `record_template` shows besides `record` itself."""
        return {}

    def record_structured_data(self, record: Any, furniture: Furniture) -> list[dict[str, Any]]:
        """Return schema.org objects about one record."""
        return []

    def route(self, request: HttpRequest, path_components: list[str]) -> RouteResult:
        if self.live and len(path_components) == 1:
            record = self.record_model.at_address(path_components[0])
            if record is not None:
                return RouteResult(self, kwargs={"record": record, "address": path_components[0]})
        return super().route(request, path_components)

    def serve(self, request: HttpRequest, record: Any = None, address: str = "") -> HttpResponse:
        if record is None:
            return super().serve(request)
        right_address = record.address(translation.get_language() or "nl")
        if address != right_address:
            return HttpResponsePermanentRedirect(f"{path_of(self)}{right_address}/")
        return self.serve_record(request, record)

    def serve_record(self, request: HttpRequest, record: Any) -> TemplateResponse:
        """Return the page of one record, also for its preview in the admin."""
        context = super().get_context(request)
        context["portal"] = Furniture(request, page=self, record=record)
        context["record"] = record
        context.update(self.record_context(request, record))
        return TemplateResponse(request, self.record_template, context)
