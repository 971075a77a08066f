"""Home, plain pages, contact pages, the sources and the site map for people."""

from typing import Any

from django.db import models
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField

from nido_portal.core.blocks import SHARED_BLOCKS
from nido_portal.core.furniture import Furniture, absolute
from nido_portal.core.models import BasePage, RecordIndexPage, Source

from . import selectors
from .blocks import DoorBlock
from .forms import MessageForm
from .messages import Message, Purpose

__all__ = ["ContactPage", "HomePage", "Message", "SiteMapPage", "SourceIndexPage", "StandardPage"]


class HomePage(BasePage):
    """The first page of a language: what this is, three doors, the cycle, the newest, the benchmark."""

    doors = StreamField([("door", DoorBlock())], verbose_name=_("doors"), blank=True)
    benchmark_text = models.TextField(_("the benchmark in one line"), blank=True)

    content_panels = [*BasePage.content_panels, FieldPanel("doors"), FieldPanel("benchmark_text")]
    template = "home/home_page.html"
    parent_page_types = ["wagtailcore.Page"]

    class Meta:
        verbose_name = _("home page")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        return {**super().get_context(request, *args, **kwargs), **selectors.home_contents()}

    def structured_data(self, furniture: Furniture) -> list[dict[str, Any]]:
        publisher = {"@type": "GovernmentOrganization", "name": "Nido", "url": "https://www.nidolab.be/"}
        return [
            {
                "@type": "WebSite",
                "name": "Nido",
                "url": absolute(furniture.home_url),
                "inLanguage": furniture.language,
                "publisher": publisher,
            }
        ]


class StandardPage(BasePage):
    """A page of text."""

    body = StreamField(SHARED_BLOCKS, verbose_name=_("text"))

    content_panels = [*BasePage.content_panels, FieldPanel("body")]
    template = "home/standard_page.html"

    class Meta:
        verbose_name = _("page of text")


class ContactPage(BasePage):
    """A page with a form; messages are stored and sent on by mail."""

    purpose = models.CharField(_("purpose"), max_length=20, choices=Purpose, default=Purpose.CONTACT)
    body = StreamField(SHARED_BLOCKS, verbose_name=_("text above the form"), blank=True)
    thanks = models.TextField(_("thanks"), help_text=_("Shown after a message was sent."))

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("purpose"),
        FieldPanel("body"),
        FieldPanel("thanks"),
    ]
    template = "home/contact_page.html"
    subpage_types: list[str] = []

    class Meta:
        verbose_name = _("contact page")

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return self.render_form(request, MessageForm(), sent="sent" in request.GET)

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponse:
        return self.render_form(request, MessageForm()).render()

    def render_form(
        self, request: HttpRequest, form: MessageForm, status: int = 200, sent: bool = False
    ) -> TemplateResponse:
        """Return the page around a form; no cache may keep it, since it holds what somebody typed."""
        context = {**self.get_context(request), "form": form, "sent": sent}
        response = TemplateResponse(request, self.template, context, status=status)
        response["Cache-Control"] = "private, no-store"
        return response


class SourceIndexPage(RecordIndexPage):
    """The documents that the portal's content comes from, and what came from each."""

    body = StreamField(SHARED_BLOCKS, verbose_name=_("text"), blank=True)

    content_panels = [*BasePage.content_panels, FieldPanel("body")]
    record_model = Source
    record_template = "home/source.html"
    template = "home/source_index_page.html"
    max_count_per_parent = 1
    subpage_types: list[str] = []

    class Meta:
        verbose_name = _("page of sources")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        return {**super().get_context(request, *args, **kwargs), "sources": Source.objects.all()}

    def record_context(self, request: HttpRequest, record: Source) -> dict[str, Any]:
        return {"groups": selectors.what_came_from(record, request)}


class SiteMapPage(BasePage):
    """All pages of a language, for people."""

    body = StreamField(SHARED_BLOCKS, verbose_name=_("text"), blank=True)

    content_panels = [*BasePage.content_panels, FieldPanel("body")]
    template = "home/site_map_page.html"
    max_count_per_parent = 1
    subpage_types: list[str] = []

    class Meta:
        verbose_name = _("site map")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        return {**super().get_context(request, *args, **kwargs), "tree": selectors.page_tree()}
