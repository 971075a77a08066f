"""What may stand in an address of the API. Whatever else does is refused, so that no typing error goes unseen."""

import re
from datetime import date
from decimal import Decimal
from typing import Annotated, Any, Literal, Self

from django.utils.translation import gettext as _
from ninja import Schema
from pydantic import AfterValidator, BeforeValidator, Field, ValidationInfo, WithJsonSchema, model_validator

from labs.facts import BY_KEY
from labs.filters import LARGEST
from labs.models import Lab, LabActivity
from sessions.models import SessionPage

from .problems import ProblemError

LARGEST_PAGE = 100
SORTS = [f"{sign}{key}" for key in BY_KEY for sign in ("", "-")]


def _known_sort(value: str) -> str:
    if value not in SORTS:
        raise ValueError(f"Sort by one of: {', '.join(SORTS)}")
    return value


Sort = Annotated[str, AfterValidator(_known_sort), WithJsonSchema({"type": "string", "enum": SORTS})]
Code = Annotated[str, Field(pattern="^[-a-zA-Z0-9_]+$", max_length=80)]


def _iso_day(value: Any) -> Any:
    """Refuse what isn't written as a day: pydantic would take any number as seconds since 1970."""
    if isinstance(value, str) and not re.fullmatch(r"\d{4}-\d{2}-\d{2}", value, re.ASCII):
        raise ValueError("Write a day as YYYY-MM-DD")
    return value


Day = Annotated[date, BeforeValidator(_iso_day)]
Amount = Annotated[Decimal, Field(ge=0, le=LARGEST), WithJsonSchema({"type": "number", "minimum": 0, "maximum": 1e12})]


class Parameters(Schema):
    """What every address understands."""

    lang: Literal["nl", "fr", "de", "en"] | None = Field(
        None, description="Language of the texts. Without it `Accept-Language` decides, and English if that is absent."
    )

    @model_validator(mode="after")
    def nothing_else(self, info: ValidationInfo) -> Self:
        """Refuse parameters that this address doesn't have: a typing error would go unseen.

        Raises:
            ProblemError: there are some.
        """
        if info.context and (unknown := sorted(set(info.context["request"].GET) - set(type(self).model_fields))):
            names = {"unknown": ", ".join(unknown), "known": ", ".join(type(self).model_fields)}
            detail = _("This address has no parameters %(unknown)s. It understands: %(known)s.") % names
            raise ProblemError(
                400, detail, errors=[{"parameter": name, "message": "Unknown parameter"} for name in unknown]
            )
        return self


class PageParameters(Parameters):
    """What every list understands."""

    page: int = Field(1, ge=1, description="Number of the page, from 1.")
    page_size: int = Field(50, ge=1, le=LARGEST_PAGE, description="Items on a page, at most 100.")


class LabParameters(PageParameters):
    """The filters and the order of the benchmark; several values of a filter mean any of them."""

    kind: list[Lab.Kind] = Field([], description="Kind of organisation.")
    country: list[Annotated[str, Field(pattern="^[A-Z]{2}$")]] = Field([], description="Country (ISO 3166-1 alpha-2).")
    level: list[Lab.Level] = Field([], description="Level of government.")
    governance: list[Lab.GovernanceModel] = Field([], description="Governance model.")
    activity: list[LabActivity.Kind] = Field([], description="Something that the lab does.")
    budget_min: Amount | None = Field(None, description="Lowest budget in EUR; labs without a known budget drop out.")
    budget_max: Amount | None = Field(None, description="Highest budget in EUR; labs without a known budget drop out.")
    staff_min: Amount | None = Field(None, description="Fewest staff, as the lab counts them; unknown drops out.")
    staff_max: Amount | None = Field(None, description="Most staff, as the lab counts them; unknown drops out.")
    sort: Sort = Field("name", description="Key of a fact; with `-` before it the other way. Unknown comes last.")


class ToolParameters(PageParameters):
    """Filters of the toolbox."""

    phase: Code | None = Field(None, description="Code of a phase of the innovation cycle.")
    theme: Code | None = Field(None, description="Code of a theme.")


class SessionParameters(PageParameters):
    """Filters of the sessions."""

    kind: SessionPage.Kind | None = Field(None, description="Inspiration session or event.")
    theme: Code | None = Field(None, description="Code of a theme.")
    date_from: Day | None = Field(None, description="First day (ISO 8601).")
    date_to: Day | None = Field(None, description="Last day (ISO 8601).")


class QuestionParameters(PageParameters):
    """Filters of the questions."""

    expert: Code | None = Field(None, description="Code of the person who answered.")
    theme: Code | None = Field(None, description="Code of a theme.")
