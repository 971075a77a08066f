"""The API's answers about the innovation cycle, tools, sessions and questions."""

from datetime import date, datetime

from ninja import Schema
from pydantic import Field

from .common import (
    ApiUrl,
    Fallbacks,
    Label,
    Languages,
    Page,
    PageReference,
    PageUrl,
    PersonOut,
    Reference,
    SourceOut,
)


class PhaseOut(Schema):
    """A phase of the innovation cycle."""

    code: str = Field(description="Code, the same in all languages; it never changes.")
    number: int = Field(description="Place in the cycle, from 1.")
    slug: str = Field(description="Last part of its address, in the answer's language.")
    name: str
    summary: str
    guiding_questions: list[str]
    pitfalls: list[str]
    outcome: str | None
    go_on_when: list[str] = Field(description="How you know that you may go on to the next phase.")
    is_starter: bool = Field(description="True for a text that Nido has yet to review.")
    obstacles: list[Reference]
    instruments: list[Reference]
    source: SourceOut | None
    url: PageUrl
    api_url: ApiUrl
    fallbacks: Fallbacks


class PhasePage(Page):
    """One page of phases."""

    items: list[PhaseOut]


class PhaseDetailOut(PhaseOut):
    """A phase with the tools for it."""

    tools: list[PageReference]


class ContentOut(Schema):
    """What every published page has."""

    id: str = Field(description="UUID of the page, the same in all languages.")
    slug: str = Field(description="Last part of its address, in the answer's language.")
    title: str
    summary: str
    url: PageUrl
    api_url: ApiUrl
    languages: Languages
    published: datetime | None = Field(description="When it was first published (ISO 8601).")
    modified: datetime | None = Field(description="When it was last published (ISO 8601).")
    themes: list[Reference]
    source: SourceOut | None


class ToolOut(ContentOut):
    """A tool: what it takes, and what it is for."""

    minutes_min: int = Field(description="Shortest duration, in minutes.")
    minutes_max: int = Field(description="Longest duration, in minutes.")
    people_min: int = Field(description="Smallest group, in persons.")
    people_max: int = Field(description="Largest group, in persons.")
    difficulty: Label
    setting: Label
    phases: list[Reference]
    is_starter: bool = Field(description="True for a text that Nido has yet to review.")


class ToolPage(Page):
    """One page of tools."""

    items: list[ToolOut]


class StepOut(Schema):
    """One step of a method."""

    title: str
    text: str


class PointOut(Schema):
    """What a Belgian public service should mind."""

    topic: Label
    text: str


class ToolDetailOut(ToolOut):
    """A tool with its steps. Texts are plain, with an empty line between paragraphs."""

    why: str
    steps: list[StepOut]
    materials: list[str]
    pitfalls: list[str]
    belgian_points: list[PointOut]
    example: str | None
    licence: str | None
    template_url: str | None = Field(description="A template to download.")
    obstacles: list[Reference]
    instruments: list[Reference]


class SessionOut(ContentOut):
    """An inspiration session or an event."""

    kind: Label
    date: date
    date_precision: str = Field(description="`day`, or `month` where only the month of `date` is known.")
    location: str | None
    speakers: list[PersonOut]


class SessionPageOut(Page):
    """One page of sessions."""

    items: list[SessionOut]


class StatementOut(Schema):
    """What somebody said, as reported speech: never a verbatim quotation."""

    person: PersonOut
    text: str


class SessionDetailOut(SessionOut):
    """A session with what was said there and the questions answered after it."""

    statements: list[StatementOut]
    questions: list[PageReference]


class QuestionOut(ContentOut):
    """A question and an expert's answer. Texts are plain, with an empty line between paragraphs."""

    context: str | None
    answer: str = Field(description="The answer as reported speech.")
    expert: PersonOut
    session: PageReference | None


class QuestionPageOut(Page):
    """One page of questions."""

    items: list[QuestionOut]


class Entrance(Schema):
    """Where everything is."""

    title: str
    documentation: str
    description: str = Field(description="This API in OpenAPI.")
    catalogue: str = Field(description="All data sets in DCAT-AP.")
    collections: dict[str, str] = Field(description="Address of each list.")
