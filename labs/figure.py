"""What a lab has and does in figures, who pays, and who decides."""

from decimal import Decimal

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.models import Orderable

from nido_portal.core.models import Sourced
from nido_portal.directory.models import Organisation

from .history_queries import FigureQuerySet
from .lab import Lab


class LabFigureManager(models.Manager.from_queryset(FigureQuerySet)):  # type: ignore[misc]  # a class made by Django
    """Finds a figure by its lab, measure and year."""

    def get_by_natural_key(self, lab: str, measure: str, year: int | None) -> "LabFigure":
        found: LabFigure = self.get(lab__code=lab, measure=measure, year=year)
        return found


class LabFigure(Sourced, ClusterableModel):
    """One measure of one lab, for one year or, where the source gives none, without a year.

    `value` is in `unit`: an amount in EUR or SEK (a year, where `period` says so), persons (head count), FTE, or
    a count. It is there exactly when `availability` is 'given'. `eur_value` is the amount in EUR where the
    original is in another currency, and `conversion` says where it comes from.
    """

    class Measure(models.TextChoices):
        BUDGET = "budget", _("Budget")
        STAFF = "staff", _("Staff")
        PROJECTS_DONE = "projects_done", _("Projects done")
        PROJECTS_SUPPORTED = "projects_supported", _("Projects supported")
        TRAINING_ACTIONS = "training_actions", _("Training actions")
        TERRITORIAL_LABS = "territorial_labs", _("Territorial labs")
        MEMBER_LABS = "member_labs", _("Labs in the network")

    class Availability(models.TextChoices):
        GIVEN = "given", _("Given")
        NOT_GIVEN = "not_given", _("Not given")
        UNKNOWN = "unknown", _("Unknown")
        NOT_PUBLISHED = "not_published", _("Not published")
        NOT_APPLICABLE = "not_applicable", _("Not applicable")
        STAFF_COST_ONLY = "staff_cost_only", _("Staff cost only")

    class Unit(models.TextChoices):
        EUR = "EUR", _("EUR")
        SEK = "SEK", _("SEK")
        HEADCOUNT = "headcount", _("staff members")
        FTE = "fte", _("full-time staff")
        PROJECTS = "projects", _("projects")
        ACTIONS = "actions", _("actions")
        LABS = "labs", _("labs")

    class Period(models.TextChoices):
        YEAR = "year", _("a year")

    class Precision(models.TextChoices):
        EXACT = "exact", _("exactly")
        ABOUT = "about", _("about")
        AT_LEAST = "at_least", _("at least")
        MORE_THAN = "more_than", _("more than")
        ALMOST = "almost", _("almost")

    lab = ParentalKey(Lab, on_delete=models.CASCADE, related_name="figures", verbose_name=_("lab"))
    measure = models.CharField(_("measure"), max_length=30, choices=Measure)
    year = models.PositiveSmallIntegerField(
        _("year"), null=True, blank=True, help_text=_("Empty where the source gives none.")
    )
    availability = models.CharField(_("availability"), max_length=20, choices=Availability, default=Availability.GIVEN)
    period = models.CharField(
        _("period of an amount"),
        max_length=10,
        choices=Period,
        blank=True,
        help_text=_("Empty where the source doesn't say what period an amount is for."),
    )
    value = models.DecimalField(_("value"), max_digits=16, decimal_places=2, null=True, blank=True)
    unit = models.CharField(_("unit"), max_length=20, choices=Unit)
    precision = models.CharField(_("precision"), max_length=20, choices=Precision, default=Precision.EXACT)
    eur_value = models.DecimalField(_("amount in EUR"), max_digits=16, decimal_places=2, null=True, blank=True)
    conversion = models.CharField(_("how it was converted"), max_length=300, blank=True)
    note = models.TextField(_("note"), blank=True)

    objects = LabFigureManager()

    class Meta:
        verbose_name = _("figure")
        verbose_name_plural = _("figures")
        ordering = ["measure", "-year"]
        constraints = [
            models.UniqueConstraint(fields=["lab", "measure", "year"], name="one_figure_per_year"),
            models.UniqueConstraint(
                fields=["lab", "measure"], condition=models.Q(year__isnull=True), name="one_figure_without_year"
            ),
            models.CheckConstraint(
                condition=models.Q(availability="given", value__isnull=False)
                | (~models.Q(availability="given") & models.Q(value__isnull=True)),
                name="value_exactly_when_given",
                violation_error_message=_("A value is needed when the figure is given, and only then."),
            ),
            models.CheckConstraint(
                condition=models.Q(value__isnull=True) | models.Q(value__gte=0), name="figure_not_negative"
            ),
            models.CheckConstraint(
                condition=models.Q(eur_value__isnull=True) | ~models.Q(unit="EUR"),
                name="conversion_only_of_other_currencies",
                violation_error_message=_("An amount in EUR needs no conversion."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.lab.short_name}: {self.get_measure_display()}"

    def natural_key(self) -> tuple[str, str, int | None]:
        return (self.lab.code, self.measure, self.year)

    @property
    def in_eur(self) -> Decimal | None:
        """The amount in EUR per year, or None where it isn't an amount or not known."""
        return self.value if self.unit == self.Unit.EUR else self.eur_value

    def clean(self) -> None:
        super().clean()
        if self.eur_value is not None and not self.conversion_nl:
            raise ValidationError({"conversion_nl": _("Say where the amount in EUR comes from.")})


class FundingShare(Orderable):
    """Who pays how much of a budget: `payers` organisations that each pay `amount_eur` EUR per year.

    The amount is empty where the source doesn't give it. Where all are given, they add up to the
    budget: the database can't hold that, so the lab's form and the loader do, by `balance.shares_difference`.
    """

    figure = ParentalKey(LabFigure, verbose_name=_("budget"), on_delete=models.CASCADE, related_name="shares")
    payer = models.CharField(_("who pays"), max_length=200)
    organisation = models.ForeignKey(
        Organisation,
        verbose_name=_("organisation"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="funding_shares",
    )
    payers = models.PositiveSmallIntegerField(_("number of payers"), default=1)
    amount_eur = models.DecimalField(
        _("amount each, in EUR per year"), max_digits=16, decimal_places=2, null=True, blank=True
    )
    note = models.TextField(_("note"), blank=True)

    class Meta(Orderable.Meta):
        verbose_name = _("funding share")
        verbose_name_plural = _("funding shares")
        constraints = [
            models.CheckConstraint(condition=models.Q(payers__gte=1), name="funding_share_has_a_payer"),
            models.CheckConstraint(
                condition=models.Q(amount_eur__isnull=True) | models.Q(amount_eur__gt=0),
                name="funding_share_is_positive",
            ),
        ]

    def __str__(self) -> str:
        return self.payer

    @property
    def total_eur(self) -> Decimal | None:
        """What these payers pay together in EUR per year."""
        return None if self.amount_eur is None else self.amount_eur * self.payers


class GovernanceBody(Orderable):
    """A body that decides, advises, supports or funds. Members are persons or seats; threshold in EUR."""

    class Role(models.TextChoices):
        DECIDES = "decides", _("Decides")
        ADVISES = "advises", _("Advises")
        SUPPORTS = "supports", _("Supports")
        FUNDS = "funds", _("Funds")

    lab = ParentalKey(Lab, on_delete=models.CASCADE, related_name="bodies", verbose_name=_("lab"))
    name = models.CharField(_("name"), max_length=200)
    role = models.CharField(_("role"), max_length=20, choices=Role)
    task = models.TextField(_("task"), blank=True)
    members = models.PositiveSmallIntegerField(_("members"), null=True, blank=True)
    external_members = models.PositiveSmallIntegerField(_("of which external"), null=True, blank=True)
    meetings_per_year = models.PositiveSmallIntegerField(_("meetings a year"), null=True, blank=True)
    meetings_precision = models.CharField(
        _("precision of the meetings"), max_length=20, choices=LabFigure.Precision, blank=True
    )
    threshold_eur = models.DecimalField(
        _("decides above this amount, in EUR"), max_digits=16, decimal_places=2, null=True, blank=True
    )
    note = models.TextField(_("note"), blank=True)
    organisations = models.ManyToManyField(
        Organisation, verbose_name=_("member organisations"), blank=True, related_name="governance_bodies"
    )

    class Meta(Orderable.Meta):
        verbose_name = _("governance body")
        verbose_name_plural = _("governance bodies")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(external_members__isnull=True)
                | models.Q(members__isnull=False, external_members__lte=models.F("members")),
                name="external_members_are_members",
            )
        ]

    def __str__(self) -> str:
        return self.name
