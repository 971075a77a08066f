"""The benchmark: its page, and below it a page for each lab."""

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField

from nido_portal.core.blocks import SHARED_BLOCKS
from nido_portal.core.furniture import Furniture
from nido_portal.core.models import BasePage, RecordIndexPage
from nido_portal.directory.related import groups_for

from . import selectors
from .figure import FundingShare, GovernanceBody, LabFigure
from .lab import Lab, LabActivity, LabLink

__all__ = ["FundingShare", "GovernanceBody", "Lab", "LabActivity", "LabFigure", "LabIndexPage", "LabLink"]


class LabIndexPage(RecordIndexPage):
    """All labs in one honest table, what the benchmark is for, and how to read it."""

    body = StreamField(SHARED_BLOCKS, verbose_name=_("text"), blank=True)
    method = StreamField(SHARED_BLOCKS, verbose_name=_("how to read the figures"), blank=True)

    content_panels = [*BasePage.content_panels, FieldPanel("body"), FieldPanel("method")]
    record_model = Lab
    record_template = "labs/lab.html"
    template = "labs/lab_index_page.html"
    max_count_per_parent = 1
    subpage_types: list[str] = []

    class Meta:
        verbose_name = _("benchmark")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        return {**context, "table": selectors.lab_table(request.GET.get("sort", ""))}

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
