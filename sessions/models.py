"""Inspiration sessions and events, and the questions that experts answered."""

import datetime
from calendar import monthrange
from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Orderable
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from nido_portal.core.blocks import PROSE
from nido_portal.core.furniture import Furniture
from nido_portal.core.models import BasePage
from nido_portal.directory.models import Person, Theme

from . import selectors
from .blocks import SESSION_BLOCKS


class SessionIndexPage(BasePage):
    """All sessions: those to come and those that were."""

    template = "sessions/session_index_page.html"
    max_count_per_parent = 1
    subpage_types = ["inspiration.SessionPage", "home.ContactPage"]

    class Meta:
        verbose_name = _("page of sessions")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        theme = request.GET.get("theme", "")
        return {**super().get_context(request, *args, **kwargs), **selectors.session_lists(theme)}


class SessionPage(BasePage):
    """An inspiration session or event.

    `date` is the first day of the month where `date_precision` says that only the month is known.
    """

    class Kind(models.TextChoices):
        INSPIRATION = "inspiration", _("Inspiration session")
        EVENT = "event", _("Event")

    class DatePrecision(models.TextChoices):
        DAY = "day", _("Day")
        MONTH = "month", _("Month")

    kind = models.CharField(_("kind"), max_length=20, choices=Kind, default=Kind.INSPIRATION)
    date = models.DateField(_("date"))
    date_precision = models.CharField(
        _("what is known of the date"), max_length=10, choices=DatePrecision, default=DatePrecision.DAY
    )
    published_on = models.DateField(_("source published on"), null=True, blank=True)
    location = models.CharField(_("place"), max_length=120, blank=True)
    themes = ParentalManyToManyField(Theme, verbose_name=_("themes"), blank=True, related_name="sessions")
    body = StreamField(SESSION_BLOCKS, verbose_name=_("content"))

    content_panels = [
        *BasePage.content_panels,
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("kind"), FieldPanel("location")]),
                FieldRowPanel([FieldPanel("date"), FieldPanel("date_precision"), FieldPanel("published_on")]),
            ],
            _("When and where"),
        ),
        InlinePanel("speakers", label=_("Speaker"), heading=_("Speakers")),
        FieldPanel("themes"),
        FieldPanel("body"),
    ]
    search_fields = [*BasePage.search_fields, index.SearchField("body"), index.FilterField("date")]
    override_translatable_fields = [SynchronizedField("themes", overridable=False)]
    template = "sessions/session_page.html"
    parent_page_types = ["inspiration.SessionIndexPage"]
    subpage_types: list[str] = []

    class Meta:
        verbose_name = _("session")
        verbose_name_plural = _("sessions")

    @property
    def last_possible_day(self) -> datetime.date:
        """The day of the session, or the last of its month where only that is known."""
        if self.date_precision == self.DatePrecision.DAY:
            return self.date
        return self.date.replace(day=monthrange(self.date.year, self.date.month)[1])

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        return {**super().get_context(request, *args, **kwargs), **selectors.session_contents(self)}

    def structured_data(self, furniture: Furniture) -> list[dict[str, Any]]:
        start = self.date.isoformat() if self.date_precision == self.DatePrecision.DAY else f"{self.date:%Y-%m}"
        event: dict[str, Any] = {
            "@type": "Event",
            "name": self.title,
            "description": self.summary,
            "startDate": start,
            "url": furniture.canonical,
            "organizer": {"@type": "Organization", "name": "Nido"},
        }
        if self.location:
            event["location"] = {"@type": "Place", "name": self.location}
        return [event]


class SessionSpeaker(Orderable):
    """Somebody who spoke at a session; wagtail-localize keeps the translations' rows the same."""

    page = ParentalKey(SessionPage, on_delete=models.CASCADE, related_name="speakers")
    person = models.ForeignKey(
        Person, verbose_name=_("person"), on_delete=models.PROTECT, related_name="session_speakers"
    )

    panels = [FieldPanel("person")]

    class Meta(Orderable.Meta):
        constraints = [models.UniqueConstraint(fields=["page", "person"], name="speaker_once_per_session")]

    def __str__(self) -> str:
        return self.person.name


class QuestionIndexPage(BasePage):
    """All questions that experts answered."""

    template = "sessions/question_index_page.html"
    max_count_per_parent = 1
    subpage_types = ["inspiration.QuestionPage"]

    class Meta:
        verbose_name = _("page of questions")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        return {**super().get_context(request, *args, **kwargs), "questions": selectors.questions()}

    def structured_data(self, furniture: Furniture) -> list[dict[str, Any]]:
        return [{"@type": "FAQPage", "mainEntity": [q.as_schema_question() for q in selectors.questions()]}]


class QuestionPage(BasePage):
    """One question with an expert's answer, citable at its own address."""

    context = RichTextField(_("context"), features=PROSE, blank=True)
    answer = RichTextField(_("answer, as reported speech"), features=PROSE)
    expert = models.ForeignKey(Person, verbose_name=_("expert"), on_delete=models.PROTECT, related_name="answers")
    session = models.ForeignKey(
        SessionPage,
        verbose_name=_("session"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("In any language: readers see the session in theirs."),
    )
    themes = ParentalManyToManyField(Theme, verbose_name=_("themes"), blank=True, related_name="questions")

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("context"),
        FieldPanel("answer"),
        FieldPanel("expert"),
        FieldPanel("session"),
        FieldPanel("themes"),
    ]
    search_fields = [*BasePage.search_fields, index.SearchField("context"), index.SearchField("answer")]
    override_translatable_fields = [SynchronizedField("themes", overridable=False)]
    template = "sessions/question_page.html"
    parent_page_types = ["inspiration.QuestionIndexPage"]
    subpage_types: list[str] = []

    class Meta:
        verbose_name = _("question")
        verbose_name_plural = _("questions")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        return {**super().get_context(request, *args, **kwargs), **selectors.question_contents(self)}

    def as_schema_question(self) -> dict[str, Any]:
        """Return the question as schema.org's Question with its accepted answer."""
        author: dict[str, Any] = {"@type": "Person", "name": self.expert.name}
        return {
            "@type": "Question",
            "name": self.title,
            "acceptedAnswer": {"@type": "Answer", "text": self.answer, "author": author},
        }

    def structured_data(self, furniture: Furniture) -> list[dict[str, Any]]:
        return [{"@type": "QAPage", "mainEntity": self.as_schema_question()}]
