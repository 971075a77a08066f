"""The six-phase innovation cycle: phases, what hampers them, and what helps."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.search import index

from nido_portal.core.models import Sourced
from nido_portal.core.records import Record, TranslatedAddress
from nido_portal.core.snippet_preview import PreviewPerLanguage
from nido_portal.directory.models import Theme


class CycleRecord(TranslatedAddress, Sourced, PreviewPerLanguage, Record):
    """What phases, obstacles and instruments share: an order, a name, a summary and themes."""

    name = models.CharField(_("name"), max_length=120)
    summary = models.TextField(_("summary"))
    sort_order = models.PositiveSmallIntegerField(_("order"), editable=False, unique=True)
    themes = models.ManyToManyField(Theme, verbose_name=_("themes"), blank=True, related_name="+")

    search_fields = [index.SearchField("name_nl"), index.AutocompleteField("name_nl")]

    class Meta:
        abstract = True
        ordering = ["sort_order"]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save the record; a new one without an order comes last."""
        if self.sort_order is None:
            last = type(self)._default_manager.aggregate(last=models.Max("sort_order"))["last"]
            self.sort_order = (last or 0) + 1
        super().save(*args, **kwargs)


class Phase(CycleRecord):
    """One of the six phases of the innovation cycle; `sort_order` is its number, from 1.

    Texts marked as starter content explain what the source only names.
    """

    guiding_questions = models.TextField(_("guiding questions"), blank=True, help_text=_("One a line."))
    pitfalls = models.TextField(_("pitfalls"), blank=True, help_text=_("One a line."))
    outcome = models.TextField(_("outcome"), blank=True)
    go_on_when = models.TextField(_("how you know that you may go on"), blank=True, help_text=_("One a line."))
    is_starter = models.BooleanField(_("starter content, for Nido to review"), default=False)

    class Meta(CycleRecord.Meta):
        verbose_name = _("phase")
        verbose_name_plural = _("phases")


class Instrument(CycleRecord):
    """Something an organisation puts in place so that innovation can happen."""

    body = models.TextField(_("text"), blank=True)
    parts = models.TextField(_("parts"), blank=True, help_text=_("One a line."))
    phases = models.ManyToManyField(Phase, verbose_name=_("phases"), blank=True, related_name="instruments")

    class Meta(CycleRecord.Meta):
        verbose_name = _("instrument")
        verbose_name_plural = _("instruments")


class Obstacle(CycleRecord):
    """Something that hampers people who want to innovate, and the instruments that help against it."""

    body = models.TextField(_("text"), blank=True)
    instruments = models.ManyToManyField(
        Instrument, verbose_name=_("instruments that help"), blank=True, related_name="obstacles"
    )
    phases = models.ManyToManyField(Phase, verbose_name=_("phases"), blank=True, related_name="obstacles")

    class Meta(CycleRecord.Meta):
        verbose_name = _("obstacle")
        verbose_name_plural = _("obstacles")
