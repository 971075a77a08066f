"""Errors as problem documents (RFC 9457): what went wrong and what to do, in the reader's language."""

import json
import logging
from http import HTTPStatus
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from ninja import NinjaAPI
from ninja.errors import HttpError, Throttled, ValidationError

CONTENT_TYPE = "application/problem+json"
logger = logging.getLogger("django.request")


class ProblemError(Exception):
    """Something that ends a request with an error, and a sentence that explains it."""

    def __init__(self, status: int, detail: str, **members: Any) -> None:
        self.status = status
        self.detail = detail
        self.members = members
        super().__init__(status, detail)

    def response(self, request: HttpRequest) -> HttpResponse:
        """Return the problem document; `members` stand beside the standard ones."""
        document = {
            "type": "about:blank",
            "title": HTTPStatus(self.status).phrase,
            "status": self.status,
            "detail": self.detail,
            "instance": request.get_full_path(),
            **self.members,
        }
        return HttpResponse(json.dumps(document, ensure_ascii=False), status=self.status, content_type=CONTENT_TYPE)


def nothing_here() -> ProblemError:
    """Return the problem of an address that isn't there, with where to look."""
    return ProblemError(404, _("There is nothing at this address. All addresses are in /api/v1/openapi.json."))


def add_handlers(api: NinjaAPI) -> None:
    """Make an API answer every error with a problem document."""
    api.add_exception_handler(ProblemError, _problem)
    api.add_exception_handler(Http404, _not_found)
    api.add_exception_handler(ValidationError, _invalid)
    api.add_exception_handler(HttpError, _http_error)
    api.add_exception_handler(Exception, _unexpected)


def _problem(request: HttpRequest, error: Any) -> HttpResponse:
    return error.response(request)


def _not_found(request: HttpRequest, error: Any) -> HttpResponse:
    return nothing_here().response(request)


def _invalid(request: HttpRequest, error: Any) -> HttpResponse:
    errors = [{"parameter": str(_parameter_of(item["loc"])), "message": item["msg"]} for item in error.errors]
    names = ", ".join(dict.fromkeys(item["parameter"] for item in errors))
    return ProblemError(422, _("These parameters can't be used: %s.") % names, errors=errors).response(request)


def _parameter_of(place: tuple[Any, ...]) -> Any:
    """Return a parameter's name from where it was found: `("query", "parameters", "kind", 0)`."""
    names = [part for part in place[1:] if isinstance(part, str) and part != "parameters"]
    return names[0] if names else place[-1]


def _http_error(request: HttpRequest, error: Any) -> HttpResponse:
    if not isinstance(error, Throttled):
        return ProblemError(error.status_code, str(error)).response(request)
    seconds = error.wait or 1
    detail = _("You asked more often than is allowed. Try again in %s seconds.") % seconds
    response = ProblemError(429, detail).response(request)
    response["Retry-After"] = str(seconds)
    return response


def _unexpected(request: HttpRequest, error: Any) -> HttpResponse:
    """Apologise without showing anything of what went wrong; the log has all of it."""
    logger.error("The API failed at %s", request.path, exc_info=error, extra={"status_code": 500, "request": request})
    return ProblemError(500, _("Something went wrong here. It isn't your fault; please try again later.")).response(
        request
    )
