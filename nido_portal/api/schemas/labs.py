"""The API's answers about labs."""

from datetime import date
from typing import TYPE_CHECKING

from django.utils import translation
from ninja import Schema
from pydantic import Field, create_model

from labs.facts import FIELDS

from .common import ApiUrl, Fallbacks, Label, Page, PageUrl, Reference, SourceOut


class FactOut(Schema):
    """One fact, the same as on the page: a value, or which kind of unknown it is."""

    text: str = Field(description="What a reader sees: the value with unit and precision, or the kind of unknown.")
    value: float | int | str | list[str] | None = Field(
        description="What a machine reads: a number in `unit`, a code, a year or a list of codes. "
        "null is unknown, never zero."
    )
    availability: str = Field(
        description="`given`, or why there is no value: `not_given`, `unknown`, `not_published`, `not_applicable`, "
        "`staff_cost_only`, `not_computed`."
    )
    unit: str | None = Field(description="EUR, SEK, `headcount` (persons), `fte` (full-time equivalents)…")
    period: str | None = Field(description="`year` for an amount a year; null where the source doesn't say.")
    precision: str | None = Field(description="`exact`, `about`, `at_least`, `more_than` or `almost`.")
    year: int | None = Field(description="Year of the figure; null where the source gives none.")
    eur: float | None = Field(description="An amount in EUR.")
    rate: float | None = Field(description="How many of `unit` make one EUR, computed from the two amounts.")
    conversion: str | None = Field(description="How an amount in another currency became EUR.")
    formula: str | None = Field(description="How a derived figure is computed.")
    note: str | None
    language: str = Field(description="Language of `text` (ISO 639-1): Dutch where it isn't translated.")
    source: str | None = Field(description="Title of the source, see the lab's `sources`.")


if TYPE_CHECKING:
    Facts = dict[str, FactOut]
else:
    with translation.override("en"):
        Facts = create_model(
            "Facts",
            __base__=Schema,
            __doc__="What is known of a lab, fact by fact.",
            **{field.key: (FactOut, Field(description=str(field.meaning))) for field in FIELDS},
        )


class LabOut(Schema):
    """A lab with the facts of the benchmark."""

    slug: str = Field(description="Code of the lab; it never changes.")
    name: str = Field(description="Official name.")
    short_name: str
    url: PageUrl
    api_url: ApiUrl
    website: str | None
    network: Reference | None = Field(description="The network that the lab belongs to.")
    last_checked: date | None = Field(description="When Nido last compared it with its source.")
    facts: Facts
    sources: list[SourceOut] = Field(description="The documents that the facts come from.")
    fallbacks: Fallbacks


class ShareOut(Schema):
    """Who pays how much of a budget."""

    payer: str
    organisation: Reference | None
    payers: int = Field(description="Number of organisations that each pay `amount_eur`.")
    amount_eur: float | None = Field(description="What each pays, in EUR a year.")
    total_eur: float | None = Field(description="What they pay together: `payers` × `amount_eur`.")
    share: float | None = Field(description="Part of the budget, from 0 to 1: `total_eur` ÷ budget in EUR.")
    note: str | None


class FigureOut(FactOut):
    """One figure of one year, and who pays it where it is a budget."""

    measure: Label
    shares: list[ShareOut]


class BodyOut(Schema):
    """A body that decides, advises, supports or funds."""

    name: str
    role: Label
    task: str | None
    members: int | None = Field(description="Persons or seats.")
    external_members: int | None = Field(description="Those of `members` from outside.")
    meetings_per_year: int | None
    meetings_precision: str | None = Field(description="Precision of `meetings_per_year`.")
    threshold_eur: float | None = Field(description="The body decides above this amount, in EUR.")
    note: str | None
    organisations: list[Reference]


class ActivityOut(Schema):
    """Something that the lab does."""

    kind: Label
    text: str


class LinkOut(Schema):
    """An address outside the portal."""

    title: str
    url: str


class LabDetailOut(LabOut):
    """A lab with all figures of all years, who pays, and who decides."""

    role: str = Field(description="What the lab is for, as plain text.")
    governance: str | None = Field(description="How it is governed, as plain text.")
    founded_note: str | None
    source_note: str | None
    host: Reference | None = Field(description="The organisation that the lab is, or is part of.")
    members: list[Reference] = Field(description="Labs in this network.")
    figures: list[FigureOut]
    bodies: list[BodyOut]
    activities: list[ActivityOut]
    links: list[LinkOut]
    themes: list[Reference]


class LabPage(Page):
    """One page of labs."""

    items: list[LabOut]
