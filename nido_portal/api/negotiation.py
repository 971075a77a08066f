"""What every answer of the API has, whoever makes it: language, CORS, ETag, and only reading."""

import hashlib
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.cache import get_conditional_response, patch_vary_headers
from django.utils.translation import gettext as _
from django.utils.translation.trans_real import parse_accept_lang_header

from .problems import ProblemError

METHODS = "GET, HEAD, OPTIONS"
MEDIA_TYPES = ("application/json", "application/problem+json")
LANGUAGES = tuple(code for code, _name in settings.LANGUAGES)
DEFAULT_LANGUAGE = "en"
CORS = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "Content-Language, ETag, Retry-After",
}
PREFLIGHT = {
    "Access-Control-Allow-Methods": METHODS,
    "Access-Control-Allow-Headers": "Accept, Accept-Language, If-None-Match",
    "Access-Control-Max-Age": "86400",
}

View = Callable[..., HttpResponse]


def language_of(request: HttpRequest) -> str:
    """Return the language that a request asks for: the parameter `lang`, else `Accept-Language`, else English."""
    asked = request.GET.get("lang", "")
    if asked in LANGUAGES:
        return asked
    for tag, _quality in parse_accept_lang_header(request.headers.get("Accept-Language", "")):
        if (language := tag.split("-")[0]) in LANGUAGES:
            return language
    return DEFAULT_LANGUAGE


def negotiated(view: View) -> View:
    """Return a view that reads only, speaks the language asked for and may be used by any site."""

    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        # The middleware after this looks for the address in another language if it isn't found here.
        request.urlconf = "nido_portal.api.urls"
        language = language_of(request)
        with translation.override(language):
            response = _answer(view, request, *args, **kwargs)
        response["Content-Language"] = language
        patch_vary_headers(response, ["Accept", "Accept-Language"])
        for name, value in CORS.items():
            response[name] = value
        return response

    answer.csrf_exempt = True  # type: ignore[attr-defined]  # nothing here changes anything
    return answer


def _answer(view: View, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
    if request.method == "OPTIONS":
        return HttpResponse(status=204, headers={"Allow": METHODS, **PREFLIGHT})
    if request.method not in ("GET", "HEAD"):
        response = ProblemError(405, _("The API can only be read: use GET.")).response(request)
        response["Allow"] = METHODS
        return response
    if not any(request.accepts(media_type) for media_type in MEDIA_TYPES):
        return ProblemError(406, _("The API answers in JSON only: accept application/json.")).response(request)
    method, request.method = request.method, "GET"
    try:
        response = view(request, *args, **kwargs)
    finally:
        request.method = method
    if response.status_code != 200:
        return response
    etag = f'"{hashlib.sha256(response.content).hexdigest()[:32]}"'
    response["ETag"] = etag
    return get_conditional_response(request, etag, None, response) or response
