"""Headers that every answer carries: the content security policy, and who may keep a page."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_cache_control

PUBLIC_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
# Wagtail's admin and wagtail-localize's editor use inline scripts and styles.
ADMIN_POLICY = (
    "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data: blob:; font-src 'self' data:; frame-src 'self'; object-src 'none'; "
    "form-action 'self'; base-uri 'self'; frame-ancestors 'self'"
)
ADMIN_PATHS = ("/cms/",)

GetResponse = Callable[[HttpRequest], HttpResponse]


def has_session(request: HttpRequest) -> bool:
    """Return whether the reader brings a session cookie; visitors never get one."""
    return settings.SESSION_COOKIE_NAME in request.COOKIES


def is_preview(request: HttpRequest) -> bool:
    """Return whether this is the inner request by which Wagtail's admin previews a page."""
    return getattr(request, "is_dummy", False)


class ContentSecurityPolicyMiddleware:
    """Adds the strict policy to public pages and a looser one to the admin.

    Whoever has a session gets the looser one on public pages too, for Wagtail's bar for editors.
    `frame-ancestors 'self'` rather than 'none': the admin previews public pages in a frame.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if is_preview(request):
            return response
        policy = ADMIN_POLICY if request.path.startswith(ADMIN_PATHS) or has_session(request) else PUBLIC_POLICY
        response.headers.setdefault("Content-Security-Policy", policy)
        response.headers.setdefault("Permissions-Policy", "camera=(), geolocation=(), microphone=()")
        return response


class VisitorCacheMiddleware:
    """Lets caches keep public pages for a minute, and nothing that belongs to one person.

    A page with a form, an answer to a form, and whatever is shown to somebody who has a session is
    private. A visitor's page depends on its address alone, so it doesn't vary by cookie or language.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        own_rule = response.has_header("Cache-Control")
        if own_rule or is_preview(request) or request.path.startswith(ADMIN_PATHS):
            return response
        if (
            request.method in ("GET", "HEAD")
            and not has_session(request)
            and not response.cookies
            and response.status_code < 400
        ):
            patch_cache_control(response, public=True, max_age=60)
        else:
            patch_cache_control(response, private=True, no_store=True)
        return response
