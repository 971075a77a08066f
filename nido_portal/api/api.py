"""The open-data API: everything that the portal publishes, to read."""

from typing import Any

from django.http import HttpRequest
from django.utils.translation import get_language
from ninja import Query

from nido_portal.core.furniture import absolute

from . import cycle, labs, sessions
from .conversion import ROOT
from .openapi import DescribedAPI
from .parameters import Parameters
from .problems import add_handlers
from .schemas.content import Entrance
from .throttling import RateLimit

COLLECTIONS = ("labs", "phases", "tools", "sessions", "questions")
DESCRIPTION = """Everything that the portal of Nido publishes, read-only, in four languages.

**Language**: the parameter `lang` (nl, fr, de, en), else `Accept-Language`, else English;
`Content-Language` says which.
**Lists** come in pages (`page`, `page_size`); `next` and `previous` are addresses.
**Unknown** is null and never zero; `availability` says which kind of unknown it is.
**Units**: amounts are in the currency of `unit`, and in EUR in `eur`; staff is `headcount` or `fte`;
durations are in minutes.
**Caching**: every answer has an ETag. **Errors** are problem documents (RFC 9457). **CORS**: any site may read.
**Licence**: the labs are CC0 1.0 (naming Nido as the source is appreciated); each tool says its own; for the
other texts the rights of their sources hold.
"""

api = DescribedAPI(
    title="Nido open data",
    version="1.0.0",
    description=DESCRIPTION,
    urls_namespace="api",
    # A page of documentation would need scripts of another host; the open-data page explains instead.
    docs_url=None,
    servers=[{"url": absolute("")}] if absolute("") else [],
    throttle=[RateLimit()],
)
add_handlers(api)
api.add_router("", labs.router)
api.add_router("", cycle.router)
api.add_router("", sessions.router)


@api.get("/", response=Entrance, summary="What there is", operation_id="entrance", tags=["Entrance"])
def entrance(request: HttpRequest, parameters: Query[Parameters]) -> dict[str, Any]:
    """Where every list, the description and the catalogue are."""
    language = get_language()
    return {
        "title": api.title,
        "documentation": absolute(f"/{language}/open-data/"),
        "description": absolute(f"{ROOT}/openapi.json"),
        "catalogue": absolute("/open-data/catalog.jsonld"),
        "collections": {name: absolute(f"{ROOT}/{name}?lang={language}") for name in COLLECTIONS},
    }
