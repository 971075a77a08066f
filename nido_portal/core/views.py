"""Pages and answers outside the page tree: language choice, health, files for machines, errors."""

from datetime import UTC, datetime, timedelta
from typing import Any

from django.conf import settings
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.template.response import TemplateResponse
from django.utils.translation import get_language
from django.views.decorators.http import require_safe
from wagtail.models import Page

from .furniture import LANGUAGE_NAMES, Furniture, absolute
from .pages import path_of
from .sitemap import sitemap_entries


@require_safe
def choose_language(request: HttpRequest) -> HttpResponse:
    """Offer the four languages, the reader's likely one first; nothing is remembered."""
    likely = get_language() or settings.LANGUAGE_CODE
    languages = sorted(LANGUAGE_NAMES.items(), key=lambda language: language[0] != likely)
    response = TemplateResponse(request, "core/choose_language.html", {"languages": languages, "likely": likely})
    response["Vary"] = "Accept-Language"
    return response


@require_safe
def translation_missing(request: HttpRequest, page_pk: int) -> HttpResponse:
    """Say that a page isn't there in this language, and offer those in which it is."""
    page = Page.objects.live().public().filter(pk=page_pk).select_related("locale").first()
    if page is None:
        return page_not_found(request)
    published = list(page.get_translations(inclusive=True).live().public().select_related("locale"))
    for translation in published:
        if translation.locale.language_code == get_language():
            return redirect(path_of(translation))
    context = {
        "translations": [
            (
                other.locale.language_code,
                LANGUAGE_NAMES[other.locale.language_code],
                other.title,
                path_of(other),
            )
            for other in published
        ]
    }
    return TemplateResponse(request, "core/translation_missing.html", context)


@require_safe
def alive(request: HttpRequest) -> JsonResponse:
    """Say that the process lives; asks nobody else."""
    return _uncached({"status": "alive"})


@require_safe
def ready(request: HttpRequest) -> JsonResponse:
    """Say whether the portal can serve: the database answers and no migration is missing."""
    try:
        executor = MigrationExecutor(connection)
        missing = executor.migration_plan(executor.loader.graph.leaf_nodes())
    except DatabaseError:
        return _uncached({"status": "not ready", "reason": "the database doesn't answer"}, status=503)
    if missing:
        return _uncached({"status": "not ready", "reason": f"{len(missing)} migrations are missing"}, status=503)
    return _uncached({"status": "ready"})


@require_safe
def version(request: HttpRequest) -> JsonResponse:
    """Say which version of the portal this is."""
    return _uncached({"version": settings.VERSION})


def _uncached(answer: dict[str, Any], status: int = 200) -> JsonResponse:
    return JsonResponse(answer, status=status, headers={"Cache-Control": "no-store"})


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Tell crawlers where the sitemap is and that the admin is none of their business."""
    text = f"User-agent: *\nDisallow: /cms/\n\nSitemap: {absolute('/sitemap.xml')}\n"
    return HttpResponse(text, content_type="text/plain; charset=utf-8")


@require_safe
def security(request: HttpRequest) -> HttpResponse:
    """Say where to report a weakness (RFC 9116)."""
    contact = settings.SECURITY_CONTACT or absolute("/en/contact/")
    expires = (datetime.now(tz=UTC) + timedelta(days=180)).strftime("%Y-%m-%dT00:00:00Z")
    text = (
        f"Contact: {contact}\nExpires: {expires}\nPreferred-Languages: nl, fr, de, en\n"
        f"Canonical: {absolute('/.well-known/security.txt')}\n"
    )
    return HttpResponse(text, content_type="text/plain; charset=utf-8")


@require_safe
def sitemap(request: HttpRequest) -> HttpResponse:
    """List every public page with its translations, for search engines."""
    entries = list(sitemap_entries())
    return TemplateResponse(request, "core/sitemap.xml", {"entries": entries}, content_type="application/xml")


def page_not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Explain a wrong address in its language and offer ways on."""
    return TemplateResponse(request, "404.html", {"portal": Furniture(request)}, status=404)


def server_error(request: HttpRequest) -> HttpResponse:
    """Apologise without touching the database, which may be what failed."""
    return HttpResponse(render_to_string("500.html"), status=500)
