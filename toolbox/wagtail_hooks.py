"""Phases, obstacles and instruments in the admin."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.snippets.models import register_snippet

from nido_portal.core.panels import language_tabs
from nido_portal.core.viewsets import OrderedRecordViewSet, SnippetViewSetGroup

from .cycle import Instrument, Obstacle, Phase


class PhaseViewSet(OrderedRecordViewSet):
    model = Phase
    icon = "rotate"
    list_display = ["name", "code", "is_starter", "source"]
    list_filter = ["themes", "is_starter", "source"]
    search_fields = ["name_nl", "name_fr", "name_de", "name_en", "code"]
    edit_handler = language_tabs(
        [FieldPanel("code"), FieldPanel("is_starter"), FieldPanel("themes"), FieldPanel("source")],
        ["name", "slug", "summary", "guiding_questions", "pitfalls", "outcome", "go_on_when"],
    )


class ObstacleViewSet(OrderedRecordViewSet):
    model = Obstacle
    icon = "warning"
    list_display = ["name", "code", "source"]
    list_filter = ["instruments", "phases", "themes"]
    search_fields = ["name_nl", "name_fr", "name_de", "name_en", "code"]
    edit_handler = language_tabs(
        [FieldPanel(name) for name in ("code", "instruments", "phases", "themes", "source")],
        ["name", "slug", "summary", "body"],
    )


class InstrumentViewSet(OrderedRecordViewSet):
    model = Instrument
    icon = "cogs"
    list_display = ["name", "code", "source"]
    list_filter = ["phases", "themes"]
    search_fields = ["name_nl", "name_fr", "name_de", "name_en", "code"]
    edit_handler = language_tabs(
        [FieldPanel(name) for name in ("code", "phases", "themes", "source")],
        ["name", "slug", "summary", "body", "parts"],
    )


@register_snippet
class CycleGroup(SnippetViewSetGroup):
    """The innovation cycle in the admin's menu."""

    menu_label = _("Innovation cycle")
    menu_icon = "rotate"
    menu_order = 220
    items = (PhaseViewSet, ObstacleViewSet, InstrumentViewSet)
