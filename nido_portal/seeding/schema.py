"""What a fixture record may say, by kind. A key that isn't named here is a mistake."""

import datetime
from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, HttpUrl, StringConstraints, model_validator

from labs.balance import shares_difference

Key = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)]
NonEmpty = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
Country = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")]
PartialDate = Annotated[str, StringConstraints(pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$")]
Stream = list[dict[str, Any]]


class Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Text(Strict):
    """A text in the four languages, none of them empty."""

    nl: NonEmpty
    fr: NonEmpty
    de: NonEmpty
    en: NonEmpty


class Record(Strict):
    key: Key


class Source(Record):
    title: Text
    publisher: NonEmpty | None = None
    date: PartialDate | None = None
    url: HttpUrl | None = None
    licence: NonEmpty | None = None
    note: Text | None = None


class Theme(Record):
    name: Text
    slug: Text
    summary: Text


class Organisation(Record):
    name: Text
    abbreviation: Text | None = None
    country: Country | None = None
    website: HttpUrl | None = None
    summary: Text | None = None
    source: Key | None = None


class Person(Record):
    name: NonEmpty
    function: Text | None = None
    organisation: Key | None = None
    source: Key


class CycleRecord(Record):
    order: int = Field(ge=1)
    name: Text
    slug: Text
    summary: Text
    themes: list[Key] = []
    source: Key


class Phase(CycleRecord):
    guiding_questions: Text
    pitfalls: Text
    outcome: Text
    go_on_when: Text
    starter: bool = False


class Instrument(CycleRecord):
    body: Text
    parts: Text | None = None
    phases: list[Key] = []


class Obstacle(CycleRecord):
    body: Text
    instruments: list[Key]
    phases: list[Key] = []


class Share(Strict):
    payer: Text
    organisation: Key | None = None
    payers: int = Field(default=1, ge=1)
    amount_eur: Decimal | None = Field(default=None, gt=0)
    note: Text | None = None


class Figure(Strict):
    measure: NonEmpty
    availability: NonEmpty
    value: Decimal | None = Field(default=None, ge=0)
    unit: NonEmpty
    period: Literal["year"] | None = None
    precision: NonEmpty = "exact"
    eur_value: Decimal | None = Field(default=None, ge=0)
    conversion: Text | None = None
    year: int | None = Field(default=None, ge=1900, le=2200)
    note: Text | None = None
    shares: list[Share] = []

    @model_validator(mode="after")
    def value_exactly_when_given(self) -> "Figure":
        if (self.availability == "given") != (self.value is not None):
            raise ValueError("a value is needed when availability is 'given', and only then")
        return self

    @model_validator(mode="after")
    def shares_add_up(self) -> "Figure":
        budget = self.value if self.unit == "EUR" else self.eur_value
        difference = shares_difference(budget, [(share.payers, share.amount_eur) for share in self.shares])
        if difference:
            raise ValueError(f"the shares differ from the budget by EUR {difference}")
        return self


class Body(Strict):
    name: Text
    role: NonEmpty
    task: Text | None = None
    members: int | None = Field(default=None, ge=1)
    external_members: int | None = Field(default=None, ge=0)
    meetings_per_year: int | None = Field(default=None, ge=1)
    meetings_precision: NonEmpty | None = None
    threshold_eur: Decimal | None = Field(default=None, gt=0)
    note: Text | None = None
    organisations: list[Key] = []


class Activity(Strict):
    kind: NonEmpty
    text: Text


class Link(Strict):
    title: Text
    url: HttpUrl


class Lab(Record):
    name: Text
    short_name: Text
    kind: NonEmpty
    country: Country
    level: NonEmpty
    host: Key | None = None
    parent: Key | None = None
    website: HttpUrl | None = None
    founded: int | None = Field(default=None, ge=1800, le=2200)
    founded_note: Text | None = None
    status: NonEmpty
    role: Text
    governance_model: NonEmpty | None = None
    decides: Text | None = None
    governance: Text | None = None
    source_note: Text | None = None
    themes: list[Key] = []
    source: Key
    figures: list[Figure] = []
    bodies: list[Body] = []
    activities: list[Activity] = []
    links: list[Link] = []


class Page(Record):
    type: NonEmpty
    parent: Key | None = None
    title: Text
    slug: Text
    summary: Text
    search_description: Text | None = None
    source: Key | None = None
    in_menu: bool = False
    # Among the pages of the same parent, when they are made; editors reorder them later.
    order: int = 100


class IndexPage(Page):
    pass


class TextPage(Page):
    body: Stream = []


class HomePage(Page):
    doors: Stream
    benchmark_text: Text


class ContactPage(TextPage):
    purpose: NonEmpty
    thanks: Text


class NewsPage(TextPage):
    kind: NonEmpty
    date: datetime.date
    themes: list[Key] = []


class LabIndexPage(TextPage):
    method: Stream


class SessionPage(TextPage):
    kind: NonEmpty
    date: datetime.date
    date_precision: Literal["day", "month"] = "day"
    location: Text | None = None
    published_on: datetime.date | None = None
    speakers: list[Key] = []
    themes: list[Key] = []


class QuestionPage(Page):
    context: Text | None = None
    answer: Text
    expert: Key
    session: Key | None = None
    themes: list[Key] = []


class ToolPage(Page):
    why: Text
    steps: Stream
    minutes_min: int = Field(ge=1)
    minutes_max: int = Field(ge=1)
    people_min: int = Field(ge=1)
    people_max: int = Field(ge=1)
    difficulty: NonEmpty
    setting: NonEmpty
    materials: Text
    pitfalls: Text
    belgian_points: Stream
    example: Text
    licence: NonEmpty
    phases: list[Key] = Field(min_length=1)
    obstacles: list[Key] = []
    instruments: list[Key] = []
    themes: list[Key] = []
    starter: bool = False


ROWS: dict[str, type[Record]] = {
    "core.Source": Source,
    "directory.Theme": Theme,
    "directory.Organisation": Organisation,
    "directory.Person": Person,
    "toolbox.Phase": Phase,
    "toolbox.Instrument": Instrument,
    "toolbox.Obstacle": Obstacle,
    "labs.Lab": Lab,
}
PAGES: dict[str, type[Page]] = {
    "home.HomePage": HomePage,
    "home.StandardPage": TextPage,
    "home.ContactPage": ContactPage,
    "home.SourceIndexPage": TextPage,
    "home.SiteMapPage": TextPage,
    "news.NewsIndexPage": IndexPage,
    "news.NewsPage": NewsPage,
    "labs.LabIndexPage": LabIndexPage,
    "inspiration.SessionIndexPage": IndexPage,
    "inspiration.QuestionIndexPage": IndexPage,
    "inspiration.SessionPage": SessionPage,
    "inspiration.QuestionPage": QuestionPage,
    "toolbox.ToolIndexPage": TextPage,
    "toolbox.ToolPage": ToolPage,
    "toolbox.CyclePage": TextPage,
    "toolbox.ObstacleIndexPage": TextPage,
    "toolbox.InstrumentIndexPage": TextPage,
    "directory.PersonIndexPage": IndexPage,
    "directory.OrganisationIndexPage": IndexPage,
    "directory.ThemeIndexPage": IndexPage,
}
# One file or folder for each kind of row, in the order in which they need each other.
FILES: dict[str, str] = {
    "core.Source": "sources.yaml",
    "directory.Theme": "themes.yaml",
    "directory.Organisation": "organisations.yaml",
    "directory.Person": "persons.yaml",
    "toolbox.Phase": "phases.yaml",
    "toolbox.Instrument": "instruments.yaml",
    "toolbox.Obstacle": "obstacles.yaml",
    "labs.Lab": "labs.yaml",
}
PAGE_FOLDERS = ("pages", "toolbox")
