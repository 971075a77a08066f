"""Parts of the API's answers that several of them have."""

from typing import Annotated, Any

from ninja import Schema
from pydantic import Field

Languages = Annotated[
    dict[str, str],
    Field(description="Addresses of the page in the languages in which it is published, by language (ISO 639-1)."),
]
Fallbacks = Annotated[
    list[str], Field(description="Fields whose text is Dutch because it isn't translated into the answer's language.")
]
PageUrl = Annotated[str | None, Field(description="The page for people, in the answer's language.")]
ApiUrl = Annotated[str, Field(description="Address of this item in the API.")]


class Page(Schema):
    """One page of a list."""

    total: int = Field(description="Items on all pages together.")
    page: int = Field(description="Number of this page, from 1.")
    page_size: int = Field(description="Most items on a page.")
    pages: int = Field(description="Number of pages.")
    previous: str | None = Field(description="Address of the page before, null on the first.")
    next: str | None = Field(description="Address of the page after, null on the last.")


class Reference(Schema):
    """Something with a stable code that other answers name."""

    code: str = Field(description="Code, the same in all languages; it never changes.")
    name: str = Field(description="Name in the answer's language.")


class PageReference(Schema):
    """A page of the portal that another answer names."""

    slug: str = Field(description="Last part of its address, in the answer's language.")
    title: str
    url: PageUrl
    api_url: ApiUrl


class Label(Schema):
    """One of a list of choices."""

    code: str = Field(description="For machines; the same in all languages.")
    label: str = Field(description="For readers, in the answer's language.")


class SourceOut(Schema):
    """The document that facts come from."""

    code: str
    title: str
    publisher: str | None
    date: str | None = Field(description="As precise as the document gives it: YYYY, YYYY-MM or YYYY-MM-DD.")
    url: str | None
    licence: str | None


class PersonOut(Schema):
    """Somebody, with the function that the source gives at its time."""

    code: str
    name: str
    function: str | None
    organisation: Reference | None


class ProblemOut(Schema):
    """An error (RFC 9457)."""

    type: str = Field(description="Always `about:blank`: the status says what kind of problem it is.")
    title: str = Field(description="The status in words.")
    status: int = Field(description="HTTP status.")
    detail: str = Field(description="What went wrong and what to do, in the answer's language.")
    instance: str = Field(description="The address that was asked for.")
    errors: list[dict[str, Any]] = Field(
        [], description="For 400 and 422: each parameter that can't be used, with why (in English)."
    )
