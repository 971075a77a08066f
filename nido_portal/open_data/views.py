"""The page of the open data, and the catalogue for machines."""

import hashlib
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import translation
from django.utils.cache import get_conditional_response
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe
from wagtail.models import Page

from nido_portal.core.furniture import absolute
from nido_portal.core.pages import is_restricted, path_of
from nido_portal.core.standing_alone import StandingAlone

from .catalogue import catalogue
from .data_sets import CC0, DATA_SETS, LANGUAGES, OPENAPI, DataSet
from .dates import Dates, dates

TITLE = _("Open data")
SUMMARY = _("Everything that the portal knows, as data: files, an API, and a catalogue for other catalogues.")
CATALOGUE_FORMATS = {
    "jsonld": ("json-ld", "application/ld+json"),
    "ttl": ("turtle", "text/turtle; charset=utf-8"),
}


def page_path(language: str) -> str:
    """Return the address of the page in a language (ISO 639-1)."""
    return f"/{language}/open-data/"


@require_safe
def to_likely_language(request: HttpRequest) -> HttpResponse:
    """Lead to the page in the language that the reader most likely wants."""
    response = redirect(page_path(get_language() or "en"))
    response["Vary"] = "Accept-Language"
    return response


@require_safe
def open_data(request: HttpRequest) -> HttpResponse:
    """List the data sets with their files, licence, codebook and last change."""
    language = get_language() or "en"
    known, pages = dates(), pages_for_people()
    context = {
        "portal": StandingAlone(request, TITLE, SUMMARY, page_path, [_structured_data(language)]),
        "summary": SUMMARY,
        "data_sets": [_shown(data_set, known[data_set.key], pages[data_set.key], language) for data_set in DATA_SETS],
        "licence": CC0,
        "openapi": OPENAPI,
        "catalogues": [(f"/open-data/catalog.{extension}", extension) for extension in CATALOGUE_FORMATS],
    }
    return TemplateResponse(request, "open_data/open_data.html", context)


@require_safe
def catalogue_file(request: HttpRequest, extension: str) -> HttpResponse:
    """Answer with the catalogue in JSON-LD or Turtle."""
    form, content_type = CATALOGUE_FORMATS[extension]
    text = catalogue(dates(), pages_for_people()).serialize(format=form, **_options(form))
    response = HttpResponse(text, content_type=content_type)
    response["Access-Control-Allow-Origin"] = "*"
    response["Content-Language"] = ", ".join(LANGUAGES)
    response["X-Robots-Tag"] = "noindex"
    etag = f'"{hash_of(text)}"'
    response["ETag"] = etag
    return get_conditional_response(request, etag, None, response) or response


def hash_of(text: str) -> str:
    """Return what tells one text from another."""
    return hashlib.sha256(text.encode()).hexdigest()[:32]


def _options(form: str) -> dict[str, Any]:
    return {"auto_compact": True, "sort_keys": True} if form == "json-ld" else {}


def pages_for_people() -> dict[str, dict[str, str]]:
    """Return the paths of each data set's published page, by its key and language, from one query."""
    types = {
        data_set.page_type: ContentType.objects.get_by_natural_key(*data_set.page_type.lower().split("."))
        for data_set in DATA_SETS
    }
    published = Page.objects.live().filter(~is_restricted(), content_type__in=types.values()).select_related("locale")
    paths: dict[int, dict[str, str]] = {}
    for page in published.only("url_path", "content_type", "locale__language_code").order_by("-path"):
        paths.setdefault(page.content_type_id, {})[page.locale.language_code] = path_of(page)
    return {
        data_set.key: {
            code: f"{path}{data_set.word}/" if data_set.word else path
            for code, path in paths.get(types[data_set.page_type].pk, {}).items()
        }
        for data_set in DATA_SETS
    }


def _shown(data_set: DataSet, known: Dates, pages: dict[str, str], language: str) -> dict[str, Any]:
    def links(files: Any) -> list[dict[str, Any]]:
        return [{"file": file, "url": file.path(language)} for file in files]

    return {
        "id": data_set.key,
        "title": data_set.title,
        "description": data_set.description,
        "url": pages.get(language, ""),
        "licence": data_set.licence,
        "updated": known.modified,
        "files": links(data_set.files),
        "codebook": links(data_set.codebook),
    }


def _structured_data(language: str) -> dict[str, Any]:
    """Return the data sets as schema.org objects, for search engines of data."""
    with translation.override(language):
        return {
            "@type": "DataCatalog",
            "name": str(TITLE),
            "description": str(SUMMARY),
            "url": absolute(page_path(language)),
            "license": CC0.url,
            "dataset": [
                {
                    "@type": "Dataset",
                    "name": str(data_set.title),
                    "description": str(data_set.description),
                    "url": f"{absolute(page_path(language))}#{data_set.key}",
                    **({"license": data_set.licence.url} if data_set.licence else {}),
                    "creator": {"@type": "Organization", "name": "Nido"},
                    "distribution": [
                        {
                            "@type": "DataDownload",
                            "encodingFormat": file.format.media_type,
                            "contentUrl": absolute(file.path(language)),
                        }
                        for file in data_set.files
                    ],
                }
                for data_set in DATA_SETS
            ],
        }
