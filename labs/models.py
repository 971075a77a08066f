"""The benchmark: its page, and below it a page for each lab."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.url_routing import RouteResult

from nido_portal.core.blocks import SHARED_BLOCKS
from nido_portal.core.furniture import Furniture
from nido_portal.core.models import BasePage, RecordIndexPage
from nido_portal.core.pages import path_of
from nido_portal.core.sub_pages import SubPage
from nido_portal.directory.related import groups_for

from . import selectors
from .changes import FigureChange
from .figure import FundingShare, GovernanceBody, LabFigure
from .lab import Lab, LabActivity, LabLink
from .sub_pages import SUB_PAGES, table_context

__all__ = [
    "FigureChange",
    "FundingShare",
    "GovernanceBody",
    "Lab",
    "LabActivity",
    "LabFigure",
    "LabIndexPage",
    "LabLink",
]


class LabIndexPage(RecordIndexPage):
    """All labs in one honest table, what the benchmark is for, and how to read it."""

    body = StreamField(SHARED_BLOCKS, verbose_name=_("text"), blank=True)
    method = StreamField(SHARED_BLOCKS, verbose_name=_("how to read the figures"), blank=True)

    content_panels = [*BasePage.content_panels, FieldPanel("body"), FieldPanel("method")]
    record_model = Lab
    sub_page_words = tuple(SUB_PAGES)
    record_template = "labs/lab.html"
    template = "labs/lab_index_page.html"
    max_count_per_parent = 1
    subpage_types: list[str] = []

    class Meta:
        verbose_name = _("benchmark")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        return {**context, **table_context(self, request)}

    def sub_page_context(self, request: HttpRequest, sub_page: SubPage, state: str) -> dict[str, Any]:
        """Return what surrounds a page below this one; `state` is the query that other languages get too."""
        context = super().get_context(request)
        portal = Furniture(request, page=self, sub_page=sub_page, state=state)
        return {**context, "portal": portal, "sub_page": sub_page, "benchmark_url": path_of(self)}

    def route(self, request: HttpRequest, path_components: list[str]) -> RouteResult:
        if self.live and len(path_components) == 1 and path_components[0] in SUB_PAGES:
            return RouteResult(self, kwargs={"sub_page": path_components[0]})
        return super().route(request, path_components)

    def serve(self, request: HttpRequest, record: Any = None, address: str = "", sub_page: str = "") -> HttpResponse:
        if sub_page:
            return SUB_PAGES[sub_page](self, request)
        return super().serve(request, record, address)

    def record_context(self, request: HttpRequest, record: Lab) -> dict[str, Any]:
        return {**selectors.lab_contents(record), "groups": groups_for(record, request)}

    def structured_data(self, furniture: Furniture) -> list[dict[str, Any]]:
        return [
            {
                "@type": "Dataset",
                "name": self.title,
                "description": self.summary,
                "url": furniture.canonical,
                "license": "https://creativecommons.org/publicdomain/zero/1.0/",
                "creator": {"@type": "Organization", "name": "Nido"},
            }
        ]

    def record_structured_data(self, record: Lab, furniture: Furniture) -> list[dict[str, Any]]:
        lab: dict[str, Any] = {
            "@type": "Organization",
            "name": record.name,
            "url": record.website or furniture.canonical,
        }
        if record.founded:
            lab["foundingDate"] = str(record.founded)
        return [lab]
