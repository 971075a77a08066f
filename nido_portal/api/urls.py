"""Addresses of the API. Each answer goes through `negotiated`, an address that doesn't exist too."""

from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path, re_path

from .api import api
from .negotiation import negotiated
from .problems import nothing_here


def nothing(request: HttpRequest, rest: str) -> HttpResponse:
    """Say that there is nothing at an address."""
    return nothing_here().response(request)


def _negotiated_patterns() -> list[URLPattern]:
    patterns, _app_name, _namespace = api.urls
    for pattern in patterns:
        if isinstance(pattern, URLPattern):
            pattern.callback = negotiated(pattern.callback)
    return [pattern for pattern in patterns if isinstance(pattern, URLPattern)]


app_name = "api"
urlpatterns = [
    *(path(f"api/v1/{pattern.pattern}", pattern.callback, name=pattern.name) for pattern in _negotiated_patterns()),
    re_path(r"^api/(?P<rest>.*)$", negotiated(nothing), name="nothing"),
]
