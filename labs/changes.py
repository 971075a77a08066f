"""The public log of figures: which one changed when, from what to what, and on which source."""

import uuid

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from nido_portal.core.models import Source

from .figure import LabFigure


class FigureChange(models.Model):
    """One change of one figure. Lines are written by `history_log` alone and outlive lab and figure.

    `before` and `after` hold the figure's state as `history_log.Snapshot` gives it; one of them is None
    where a figure was added or removed. `year` is that of the figure after the change. What was written in
    one transaction has the same `batch`. `identity` is the line's lasting name in feeds.
    """

    class Kind(models.TextChoices):
        ADDED = "added", _("Added")
        CHANGED = "changed", _("Changed")
        REMOVED = "removed", _("Removed")

    identity = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    batch = models.UUIDField(editable=False)
    at = models.DateTimeField(_("when"), default=timezone.now, db_index=True)
    kind = models.CharField(_("what happened"), max_length=10, choices=Kind)
    lab_code = models.SlugField(_("code of the lab"), max_length=80)
    lab_name = models.CharField(_("name of the lab"), max_length=200)
    measure = models.CharField(_("measure"), max_length=30, choices=LabFigure.Measure)
    year = models.PositiveSmallIntegerField(_("year"), null=True, blank=True)
    before = models.JSONField(_("before"), null=True, blank=True)
    after = models.JSONField(_("after"), null=True, blank=True)
    source = models.ForeignKey(
        Source, verbose_name=_("source"), null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        verbose_name = _("change of a figure")
        verbose_name_plural = _("changes of figures")
        ordering = ["-at", "-pk"]
        indexes = [models.Index(fields=["batch", "lab_code", "measure"], name="figure_change_in_batch")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(kind="added", before__isnull=True, after__isnull=False)
                | models.Q(kind="changed", before__isnull=False, after__isnull=False)
                | models.Q(kind="removed", before__isnull=False, after__isnull=True),
                name="change_has_its_two_sides",
            )
        ]

    def __str__(self) -> str:
        return f"{self.lab_name}: {self.get_measure_display()}"
