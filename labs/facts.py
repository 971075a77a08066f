"""What is known of a lab, fact by fact: the one form that page, exports, API and brief are made from."""

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import get_language, gettext_lazy, pgettext_lazy
from django.utils.translation import gettext as _

from nido_portal.core.countries import country_name

from .cells import NOT_COMPUTED, figure_cell, missing_cell, whole_number
from .derived import budget_per_head, implied_rate, members_per_body
from .figure import LabFigure
from .lab import Lab, first_sentences

GIVEN = LabFigure.Availability.GIVEN.value
NOT_GIVEN = LabFigure.Availability.NOT_GIVEN.value


@dataclass(frozen=True)
class Fact:
    """One fact of one lab.

    `text` is what a reader sees: the value with unit and precision, or the kind of unknown. `value`
    is what a machine reads: a number, a code, a year or a list of codes, None where unknown.
    `order` sorts (None comes last). `language` is set where the text is Dutch for want of a
    translation. For amounts, `value` is in `unit` and `eur` in EUR; `rate` is how many of `unit` make one
    EUR, computed from the two. `formula` is set for derived figures.
    """

    key: str
    text: str
    availability: str = GIVEN
    value: Any = None
    order: Any = None
    unit: str = ""
    precision: str = ""
    year: int | None = None
    note: str = ""
    eur: Decimal | None = None
    eur_text: str = ""
    rate: Decimal | None = None
    conversion: str = ""
    formula: str = ""
    source: Any = None
    figure: LabFigure | None = None
    language: str = ""

    @property
    def is_known(self) -> bool:
        return self.availability == GIVEN

    @property
    def period_missing(self) -> bool:
        """Whether this is an amount of which the source doesn't say what period it is for."""
        return self.is_known and self.figure is not None and self.eur is not None and not self.figure.period


@dataclass(frozen=True)
class Field:
    """A fact that every lab has: its key in addresses and files, its heading, group and meaning."""

    key: str
    heading: str | Promise
    group: str
    meaning: str | Promise
    read: Callable[[Lab], Fact]


GROUPS = {
    "role": gettext_lazy("Role"),
    "governance": gettext_lazy("Governance"),
    "resources": gettext_lazy("Resources"),
}


def newest_figures(lab: Lab) -> dict[str, LabFigure]:
    """Return the newest figure of each measure; one without a year only where there is no other."""
    newest: dict[str, LabFigure] = {}
    for figure in sorted(lab.figures.all(), key=lambda figure: figure.year or 0):
        newest[figure.measure] = figure
    return newest


def facts_of(lab: Lab) -> dict[str, Fact]:
    """Return all facts of a lab by key, in the order of `FIELDS`."""
    return {field.key: field.read(lab) for field in FIELDS}


def figure_fact(lab: Lab, measure: str) -> Fact:
    """Return the newest figure of a measure as a fact."""
    figure = newest_figures(lab).get(measure)
    if figure is None:
        cell = missing_cell()
        return Fact(measure, cell.text, cell.availability)
    cell = figure_cell(figure)
    return Fact(
        measure,
        cell.text,
        cell.availability,
        value=figure.value,
        order=cell.comparable,
        unit=figure.unit,
        precision=figure.precision if figure.value is not None else "",
        year=figure.year,
        note=_translated(figure, "note"),
        eur=figure.in_eur if figure.unit in ("EUR", "SEK") else None,
        eur_text=cell.eur_text,
        rate=implied_rate(figure.value, figure.eur_value),
        conversion=_translated(figure, "conversion"),
        source=figure.source or lab.source,
        figure=figure,
    )


def alphabetical(text: str) -> str:
    """Return what to sort a text by: letters with an accent stand with those without."""
    letters = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def _translated(row: Any, name: str) -> str:
    return getattr(row, f"{name}_{get_language()}", None) or getattr(row, f"{name}_nl", None) or ""


def _text(lab: Lab, key: str, name: str, html: bool = False) -> Fact:
    """Return a translated text; Dutch and marked so where the reader's language lacks it."""
    own = getattr(lab, f"{name}_{get_language()}", None)
    text = own or getattr(lab, f"{name}_nl", None) or ""
    text = first_sentences(text) if html else text
    if not text:
        return Fact(key, _("Not given"), NOT_GIVEN, source=lab.source)
    return Fact(key, text, value=text, order=alphabetical(text), language="" if own else "nl", source=lab.source)


def _choice(lab: Lab, key: str, name: str) -> Fact:
    """Return one of a list of choices: its label for readers, its code for machines."""
    code = getattr(lab, name)
    if not code:
        return Fact(key, _("Not given"), NOT_GIVEN, source=lab.source)
    label = str(getattr(lab, f"get_{name}_display")())
    return Fact(key, label, value=code, order=alphabetical(label), source=lab.source)


def _country(lab: Lab) -> Fact:
    if not lab.country:
        return Fact("country", _("Not given"), NOT_GIVEN)
    name = country_name(lab.country)
    return Fact("country", name, value=lab.country, order=alphabetical(name), source=lab.source)


def _activities(lab: Lab) -> Fact:
    kinds = sorted({activity.kind for activity in lab.activities.all()})
    if not kinds:
        return Fact("activities", _("Not given"), NOT_GIVEN, source=lab.source)
    labels = dict(lab.activities.model.Kind.choices)
    names = sorted(str(labels[kind]) for kind in kinds)
    return Fact("activities", ", ".join(names), value=kinds, order=len(kinds), source=lab.source)


def _bodies(lab: Lab) -> Fact:
    bodies = list(lab.bodies.all())
    if not bodies:
        return Fact("bodies", _("Not given"), NOT_GIVEN, source=lab.source)
    names = [_translated(body, "name") for body in bodies]
    return Fact("bodies", ", ".join(names), value=names, order=len(names), source=lab.source)


def _members(lab: Lab) -> Fact:
    seats = [body.members for body in lab.bodies.all()]
    mean = members_per_body(seats)
    if mean is None:
        return Fact("members_per_body", _("Not given"), NOT_GIVEN, note=_("No number of members is given."))
    text = whole_number(mean.quantize(Decimal("0.1")) if mean % 1 else mean)
    return Fact("members_per_body", text, value=mean, order=mean, formula=_("members of all bodies ÷ number of bodies"))


def _per_head(lab: Lab) -> Fact:
    budget, staff = figure_fact(lab, "budget"), figure_fact(lab, "staff")
    formula = _("budget in EUR ÷ staff")
    mean = budget_per_head(budget.eur, staff.value)
    if mean is None:
        missing = [_("the budget")] if budget.eur is None else []
        missing += [_("the staff")] if not staff.value else []
        note = _("Can't be computed without %s.") % _(" and ").join(missing)
        return Fact("budget_per_head", _("Not computed"), NOT_COMPUTED, note=note, formula=formula)
    rounded = mean.quantize(Decimal(1))
    about = any(fact.precision not in ("", "exact") for fact in (budget, staff))
    text = f"EUR {whole_number(rounded)}"
    note = ""
    if budget.figure is not None and not budget.figure.period:
        note = _("The source doesn't say what period the budget is for.")
    if about:
        text = f"{LabFigure.Precision.ABOUT.label} {text}"
    return Fact(
        "budget_per_head", text, value=rounded, order=mean, unit="EUR", eur=rounded,
        precision="about" if about else "exact", note=note, formula=formula,
    )  # fmt: skip


def _founded(lab: Lab) -> Fact:
    if lab.founded is None:
        return Fact("founded", _("Not given"), NOT_GIVEN, source=lab.source)
    note = _translated(lab, "founded_note")
    return Fact("founded", str(lab.founded), value=lab.founded, order=lab.founded, note=note, source=lab.source)


FIELDS: list[Field] = [
    Field("name", gettext_lazy("Lab"), "role", gettext_lazy("Official name."), lambda lab: _text(lab, "name", "name")),
    Field("role", gettext_lazy("Role"), "role", gettext_lazy("What the lab is for, in a sentence or two."),
          lambda lab: _text(lab, "role", "role", html=True)),
    Field("kind", gettext_lazy("Kind"), "role", gettext_lazy("Lab, agency, community, network or sandbox."),
          lambda lab: _choice(lab, "kind", "kind")),
    Field("country", gettext_lazy("Country"), "role", gettext_lazy("Country (ISO 3166-1)."), _country),
    Field("level", gettext_lazy("Level of government"), "role",
          gettext_lazy("National, regional, local, or a public company."), lambda lab: _choice(lab, "level", "level")),
    Field("activities", gettext_lazy("Activities"), "role", gettext_lazy("The kinds of things that the lab does."),
          _activities),
    Field("founded", gettext_lazy("Founded"), "role", gettext_lazy("Year of founding."), _founded),
    Field("status", gettext_lazy("Status"), "role", gettext_lazy("Active, ended or merged."),
          lambda lab: _choice(lab, "status", "status")),
    Field("governance_model", gettext_lazy("Governance model"), "governance",
          gettext_lazy("How the lab is governed, in one of a few models."),
          lambda lab: _choice(lab, "governance_model", "governance_model")),
    Field("decides", gettext_lazy("Who decides"), "governance", gettext_lazy("Who takes the decisions."),
          lambda lab: _text(lab, "decides", "decides")),
    Field("bodies", gettext_lazy("Bodies"), "governance", gettext_lazy("Bodies that decide, advise, support or fund."),
          _bodies),
    Field("members_per_body", gettext_lazy("Members per body"), "governance",
          gettext_lazy("Derived: members of all bodies ÷ number of bodies whose members are known."), _members),
    Field("budget", pgettext_lazy("of a lab", "Budget"), "resources",
          gettext_lazy("Amount in its original currency, and in EUR."), lambda lab: figure_fact(lab, "budget")),
    Field("staff", pgettext_lazy("of a lab", "Staff"), "resources",
          gettext_lazy("People, as head count or full-time."), lambda lab: figure_fact(lab, "staff")),
    Field("budget_per_head", gettext_lazy("Budget per head"), "resources",
          gettext_lazy("Derived: budget in EUR ÷ staff."), _per_head),
]  # fmt: skip

BY_KEY = {field.key: field for field in FIELDS}
TABLE_KEYS = ["name", "role", "kind", "country", "governance_model", "decides", "budget", "staff", "budget_per_head",
              "founded", "status"]  # fmt: skip
