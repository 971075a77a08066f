"""The description of the API in OpenAPI: what Ninja writes, and the errors and headers that every address has."""

import json
from typing import Any

from ninja import NinjaAPI

from .conversion import ROOT
from .problems import CONTENT_TYPE
from .schemas.common import ProblemOut

ERRORS = {
    400: "A parameter that this address doesn't have.",
    404: "There is nothing at this address, or no such page of a list, or not in this language.",
    406: "JSON isn't accepted.",
    422: "A parameter with a value that it can't have.",
    429: "Asked more often than is allowed; `Retry-After` says in how many seconds to try again.",
    500: "Something went wrong.",
}
HEADERS = {
    "Content-Language": {"description": "Language of the texts.", "schema": {"type": "string"}},
    "ETag": {
        "description": "Send it as `If-None-Match` to get 304 while nothing changed.",
        "schema": {"type": "string"},
    },
}
ACCEPT_LANGUAGE = {
    "in": "header",
    "name": "Accept-Language",
    "required": False,
    "description": "Language of the texts, where the parameter `lang` doesn't say it.",
    "schema": {"type": "string"},
    "example": "fr-BE, nl;q=0.8",
}


class DescribedAPI(NinjaAPI):
    """An API whose description names every error."""

    def get_openapi_schema(self, **options: Any) -> Any:
        document = super().get_openapi_schema(path_prefix=f"{ROOT}/".lstrip("/"))
        document["components"]["schemas"]["Problem"] = ProblemOut.model_json_schema()
        for operations in document["paths"].values():
            for operation in operations.values():
                _complete(operation)
        _drop_unused(document)
        return document


def _complete(operation: dict[str, Any]) -> None:
    operation["parameters"].append(ACCEPT_LANGUAGE)
    operation["responses"][200]["headers"] = HEADERS
    operation["responses"][304] = {"description": "Nothing changed since the answer with this ETag."}
    for status, description in ERRORS.items():
        schema = {"$ref": "#/components/schemas/Problem"}
        operation["responses"][status] = {"description": description, "content": {CONTENT_TYPE: {"schema": schema}}}


def _drop_unused(document: dict[str, Any]) -> None:
    """Leave out schemas that nothing points to: lists of choices stand at their parameters."""
    schemas = document["components"]["schemas"]
    while True:
        text = json.dumps(document)
        unused = [name for name in schemas if f'"#/components/schemas/{name}"' not in text]
        if not unused:
            return
        for name in unused:
            del schemas[name]
