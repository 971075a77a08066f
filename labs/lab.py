"""A lab, and what it does."""

from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.models import Orderable
from wagtail.search import index

from nido_portal.core.models import Sourced
from nido_portal.core.records import Record, RecordManager
from nido_portal.core.snippet_preview import PreviewPerLanguage
from nido_portal.directory.models import Organisation, Theme

from .forms import LabForm

# Words that addresses of the benchmark use where a lab's code may stand.
RESERVED_CODES = ("compare", "stand", "changes", "yours")


class LabManager(RecordManager):
    """Fetches labs with the rows that every view of them names."""

    def get_queryset(self) -> models.QuerySet[Any]:
        return super().get_queryset().select_related("host", "parent", "source")


class Lab(PreviewPerLanguage, Sourced, Record, ClusterableModel):
    """An innovation lab, agency, community or network, as its source describes it.

    `founded` is a year; `country` an ISO 3166-1 code. What the source doesn't say is empty.
    """

    class Kind(models.TextChoices):
        LAB = "lab", _("Lab")
        AGENCY = "agency", _("Agency")
        COMMUNITY = "community", _("Community")
        NETWORK = "network", _("Network")
        SANDBOX = "sandbox", _("Sandbox")

    class Level(models.TextChoices):
        NATIONAL = "national", _("National")
        REGIONAL = "regional", _("Regional")
        LOCAL = "local", _("Local")
        COMPANY = "company", _("Public company")

    class Status(models.TextChoices):
        ACTIVE = "active", _("Active")
        ENDED = "ended", _("Ended")
        MERGED = "merged", _("Merged")

    class GovernanceModel(models.TextChoices):
        FUNDERS_COUNCIL = "funders-council", _("Council of its funders")
        PART_OF_AGENCY = "part-of-agency", _("Part of an agency")
        MIXED_BOARD = "mixed-board", _("Board of public and private organisations")
        TRUSTEES = "trustees", _("Independent, with trustees")
        NETWORK = "network", _("Network of independent labs")
        INTERNAL_BOARD = "internal-board", _("Board within the company")
        FUNDERS_STEERING_GROUP = "funders-steering-group", _("Steering group of its funders")
        MINISTRY_AGENCY = "ministry-agency", _("Agency under a ministry")
        PART_OF_DEPARTMENT = "part-of-department", _("Part of a department")

    name = models.CharField(_("name"), max_length=200)
    short_name = models.CharField(_("short name"), max_length=60)
    kind = models.CharField(_("kind"), max_length=20, choices=Kind)
    country = models.CharField(_("country"), max_length=2, help_text=_("Two letters (ISO 3166-1), such as BE."))
    level = models.CharField(_("level of government"), max_length=20, choices=Level)
    status = models.CharField(_("status"), max_length=20, choices=Status, default=Status.ACTIVE)
    host = models.ForeignKey(
        Organisation,
        verbose_name=_("host organisation"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="hosted_labs",
        help_text=_("The organisation that the lab is, or is part of."),
    )
    parent = models.ForeignKey(
        "self",
        verbose_name=_("network that it belongs to"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="members",
    )
    website = models.URLField(_("website"), blank=True)
    founded = models.PositiveSmallIntegerField(_("founded in (year)"), null=True, blank=True)
    founded_note = models.CharField(_("note on the founding"), max_length=200, blank=True)
    role = models.TextField(_("role"))
    governance_model = models.CharField(_("governance model"), max_length=30, choices=GovernanceModel, blank=True)
    decides = models.TextField(_("who decides"), blank=True)
    governance = models.TextField(_("governance"), blank=True)
    source_note = models.TextField(_("note on the source"), blank=True)
    last_checked = models.DateField(_("last checked on"), null=True, blank=True)
    themes = models.ManyToManyField(Theme, verbose_name=_("themes"), blank=True, related_name="labs")

    objects: ClassVar[RecordManager] = LabManager()

    search_fields = [
        index.SearchField("name_nl"),
        index.AutocompleteField("name_nl"),
        index.SearchField("short_name_nl"),
        index.FilterField("kind"),
        index.FilterField("country"),
    ]

    base_form_class = LabForm

    class Meta:
        verbose_name = _("lab")
        verbose_name_plural = _("labs")
        ordering = ["name_nl"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(parent__isnull=True) | ~models.Q(parent=models.F("id")),
                name="lab_is_not_its_own_parent",
            )
        ]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        super().clean()
        if self.code in RESERVED_CODES:
            raise ValidationError({"code": _("The benchmark uses this word in its addresses: choose another code.")})

    @property
    def summary(self) -> str:
        """The start of the role as plain text, for descriptions and lists."""
        return first_sentences(self.role)


class LabActivity(Orderable):
    """Something that a lab does, of a kind by which labs can be compared."""

    class Kind(models.TextChoices):
        COMMUNITY = "community", _("Community")
        KNOWLEDGE = "knowledge", _("Sharing knowledge")
        EVENTS = "events", _("Events")
        TRAINING = "training", _("Training")
        EXPERIMENTS = "experiments", _("Experiments")
        PROJECTS = "projects", _("Projects")
        FUNDING = "funding", _("Funding")
        MEASUREMENT = "measurement", _("Measuring innovation")
        FORESIGHT = "foresight", _("Foresight")
        PARTICIPATION = "participation", _("Participation")
        NETWORK = "network", _("Network")
        PODCAST = "podcast", _("Podcast")
        SUPPORT = "support", _("Support")

    lab = ParentalKey(Lab, on_delete=models.CASCADE, related_name="activities")
    kind = models.CharField(_("kind"), max_length=20, choices=Kind)
    text = models.TextField(_("what it does"))

    class Meta(Orderable.Meta):
        verbose_name = _("activity")
        verbose_name_plural = _("activities")

    def __str__(self) -> str:
        return self.text


class LabLink(Orderable):
    """An address outside the portal with more about a lab."""

    lab = ParentalKey(Lab, on_delete=models.CASCADE, related_name="links")
    title = models.CharField(_("title"), max_length=200)
    url = models.URLField(_("address"), max_length=500)

    class Meta(Orderable.Meta):
        verbose_name = _("link")
        verbose_name_plural = _("links")

    def __str__(self) -> str:
        return self.title


def first_sentences(html: str, length: int = 200) -> str:
    """Return rich text without its tags, ended at a sentence or word before `length` characters."""
    from django.utils.html import strip_tags
    from django.utils.text import Truncator

    text = " ".join(
        strip_tags((html or "").replace("</p>", "</p> ").replace("</li><li>", "; ").replace("</li>", " ")).split()
    )
    if len(text) <= length:
        return text
    end = text.rfind(". ", 0, length)
    return text[: end + 1] if end > 60 else Truncator(text).chars(length)
