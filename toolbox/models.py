"""The pages of the toolbox: tools, and the cycle with its obstacles and instruments."""

from typing import Any

from django.core.validators import MinValueValidator
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from nido_portal.core.blocks import PROSE, SHARED_BLOCKS
from nido_portal.core.furniture import Furniture
from nido_portal.core.models import BasePage, RecordIndexPage
from nido_portal.directory.models import Theme
from nido_portal.directory.related import groups_for

from . import selectors
from .blocks import BelgianPointBlock, StepBlock
from .cycle import Instrument, Obstacle, Phase

__all__ = [
    "CyclePage",
    "Instrument",
    "InstrumentIndexPage",
    "Obstacle",
    "ObstacleIndexPage",
    "Phase",
    "ToolIndexPage",
    "ToolPage",
]


class ToolIndexPage(BasePage):
    """All tools."""

    body = StreamField(SHARED_BLOCKS, verbose_name=_("text"), blank=True)

    content_panels = [*BasePage.content_panels, FieldPanel("body")]
    template = "toolbox/tool_index_page.html"
    max_count_per_parent = 1
    subpage_types = ["toolbox.ToolPage"]

    class Meta:
        verbose_name = _("toolbox")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        return {**super().get_context(request, *args, **kwargs), **selectors.toolbox_contents(self, request.GET)}


class ToolPage(BasePage):
    """A method card: what to do, with whom, how long it takes and what to mind in Belgium.

    Durations are in minutes, group sizes in persons.
    """

    class Difficulty(models.TextChoices):
        EASY = "easy", _("Easy")
        MEDIUM = "medium", _("Takes some practice")
        HARD = "hard", _("For experienced facilitators")

    class Setting(models.TextChoices):
        ONLINE = "online", _("Online")
        ONSITE = "onsite", _("On site")
        BOTH = "both", _("Online or on site")

    why = RichTextField(_("why"), features=PROSE)
    steps = StreamField([("step", StepBlock())], verbose_name=_("steps"))
    minutes_min = models.PositiveSmallIntegerField(_("minutes, at least"), validators=[MinValueValidator(1)])
    minutes_max = models.PositiveSmallIntegerField(_("minutes, at most"), validators=[MinValueValidator(1)])
    people_min = models.PositiveSmallIntegerField(_("people, at least"), validators=[MinValueValidator(1)])
    people_max = models.PositiveSmallIntegerField(_("people, at most"), validators=[MinValueValidator(1)])
    difficulty = models.CharField(_("difficulty"), max_length=10, choices=Difficulty)
    setting = models.CharField(_("setting"), max_length=10, choices=Setting)
    materials = models.TextField(_("materials"), blank=True, help_text=_("One a line."))
    pitfalls = models.TextField(_("pitfalls"), blank=True, help_text=_("One a line."))
    belgian_points = StreamField(
        [("point", BelgianPointBlock())], verbose_name=_("Belgian points of attention"), blank=True
    )
    example = RichTextField(_("example"), features=PROSE, blank=True)
    template_file = models.ForeignKey(
        "media_library.PortalDocument",
        verbose_name=_("template to download"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    licence = models.CharField(_("licence"), max_length=120, blank=True)
    phases = ParentalManyToManyField(Phase, verbose_name=_("phases"), related_name="tools")
    obstacles = ParentalManyToManyField(Obstacle, verbose_name=_("obstacles"), blank=True, related_name="tools")
    instruments = ParentalManyToManyField(Instrument, verbose_name=_("instruments"), blank=True, related_name="tools")
    themes = ParentalManyToManyField(Theme, verbose_name=_("themes"), blank=True, related_name="tools")
    is_starter = models.BooleanField(_("starter content, for Nido to review"), default=False)

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("is_starter"),
        FieldPanel("why"),
        FieldPanel("steps"),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("minutes_min"), FieldPanel("minutes_max")]),
                FieldRowPanel([FieldPanel("people_min"), FieldPanel("people_max")]),
                FieldRowPanel([FieldPanel("difficulty"), FieldPanel("setting")]),
            ],
            _("At a glance"),
        ),
        FieldPanel("materials"),
        FieldPanel("pitfalls"),
        FieldPanel("belgian_points"),
        FieldPanel("example"),
        MultiFieldPanel([FieldPanel("template_file"), FieldPanel("licence")], _("Template and licence")),
        MultiFieldPanel(
            [FieldPanel("phases"), FieldPanel("obstacles"), FieldPanel("instruments"), FieldPanel("themes")],
            _("What it is for"),
        ),
    ]
    search_fields = [*BasePage.search_fields, index.SearchField("why"), index.SearchField("steps")]
    override_translatable_fields = [
        SynchronizedField(name, overridable=False) for name in ("phases", "obstacles", "instruments", "themes")
    ]
    template = "toolbox/tool_page.html"
    parent_page_types = ["toolbox.ToolIndexPage"]
    subpage_types: list[str] = []

    class Meta:
        verbose_name = _("tool")
        verbose_name_plural = _("tools")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(minutes_max__gte=models.F("minutes_min")),
                name="tool_minutes_ordered",
                violation_error_message=_("The most minutes can't be fewer than the least."),
            ),
            models.CheckConstraint(
                condition=models.Q(people_max__gte=models.F("people_min")),
                name="tool_people_ordered",
                violation_error_message=_("The most people can't be fewer than the least."),
            ),
        ]

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        return {**super().get_context(request, *args, **kwargs), **selectors.tool_contents(self)}

    def structured_data(self, furniture: Furniture) -> list[dict[str, Any]]:
        return [
            {
                "@type": "HowTo",
                "name": self.title,
                "description": self.summary,
                "totalTime": f"PT{self.minutes_max}M",
                "step": [
                    {"@type": "HowToStep", "name": step.value["title"], "text": step.value["text"]}
                    for step in self.steps
                ],
            }
        ]


class CyclePage(RecordIndexPage):
    """The innovation cycle; each phase has its page below it."""

    body = StreamField(SHARED_BLOCKS, verbose_name=_("text"), blank=True)

    content_panels = [*BasePage.content_panels, FieldPanel("body")]
    record_model = Phase
    record_template = "toolbox/phase.html"
    template = "toolbox/cycle_page.html"
    max_count_per_parent = 1
    subpage_types = [
        "toolbox.ObstacleIndexPage",
        "toolbox.InstrumentIndexPage",
        "home.ContactPage",
        "home.StandardPage",
    ]

    class Meta:
        verbose_name = _("innovation cycle")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        return {**super().get_context(request, *args, **kwargs), **selectors.cycle_contents()}

    def record_context(self, request: HttpRequest, record: Phase) -> dict[str, Any]:
        every_phase = list(selectors.phases())
        return {
            "phases": every_phase,
            **selectors.neighbours(every_phase, record),
            "obstacles": record.obstacles.all(),
            "instruments": record.instruments.all(),
            "tools": selectors.tools_for(phases=record),
            "groups": groups_for(record, request),
        }


class ObstacleIndexPage(RecordIndexPage):
    """What people who innovate run into."""

    body = StreamField(SHARED_BLOCKS, verbose_name=_("text"), blank=True)

    content_panels = [*BasePage.content_panels, FieldPanel("body")]
    record_model = Obstacle
    record_template = "toolbox/obstacle.html"
    template = "toolbox/obstacle_index_page.html"
    max_count_per_parent = 1
    parent_page_types = ["toolbox.CyclePage"]
    subpage_types: list[str] = []

    class Meta:
        verbose_name = _("page of obstacles")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        return {**super().get_context(request, *args, **kwargs), "obstacles": selectors.obstacles()}

    def record_context(self, request: HttpRequest, record: Obstacle) -> dict[str, Any]:
        return {
            "instruments": record.instruments.all(),
            "phases": record.phases.all(),
            "themes": record.themes.all(),
            "tools": selectors.tools_for(obstacles=record),
            "groups": groups_for(record, request),
        }


class InstrumentIndexPage(RecordIndexPage):
    """What an organisation can put in place."""

    body = StreamField(SHARED_BLOCKS, verbose_name=_("text"), blank=True)

    content_panels = [*BasePage.content_panels, FieldPanel("body")]
    record_model = Instrument
    record_template = "toolbox/instrument.html"
    template = "toolbox/instrument_index_page.html"
    max_count_per_parent = 1
    parent_page_types = ["toolbox.CyclePage"]
    subpage_types: list[str] = []

    class Meta:
        verbose_name = _("page of instruments")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        return {**super().get_context(request, *args, **kwargs), "instruments": selectors.instruments()}

    def record_context(self, request: HttpRequest, record: Instrument) -> dict[str, Any]:
        return {
            "obstacles": record.obstacles.all(),
            "phases": record.phases.all(),
            "themes": record.themes.all(),
            "tools": selectors.tools_for(instruments=record),
            "groups": groups_for(record, request),
        }
