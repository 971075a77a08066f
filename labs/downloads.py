"""Answers with the benchmark's files, at addresses that stay: `/open-data/labs.csv` and the like."""

import hashlib
from collections.abc import Callable
from functools import wraps
from http import HTTPStatus
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils import translation
from django.utils.cache import get_conditional_response, patch_cache_control
from django.views.decorators.http import require_safe

from . import asked, brief, codebook, exports, selectors, workbook
from .asked import RefusedError
from .exports import Export
from .yours import is_asked

CONTENT_TYPES = {
    "csv": "text/csv; charset=utf-8; header=present",
    "json": "application/json; charset=utf-8",
    "pdf": "application/pdf",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
MAX_AGE = 60

View = Callable[..., HttpResponseBase]


def _answers(view: View) -> View:
    """Run a view in the language that the address asks for, and turn a refusal into words."""

    @require_safe
    @wraps(view)
    def answer(request: HttpRequest, extension: str) -> HttpResponseBase:
        try:
            with translation.override(asked.language(request.GET)):
                response = view(request, extension)
                response["Content-Language"] = translation.get_language() or "en"
        except RefusedError as refused:
            return _refusal(refused, extension)
        response["X-Robots-Tag"] = "noindex"
        if is_asked(request.GET):
            # What somebody says of their own lab is kept nowhere.
            patch_cache_control(response, private=True, no_store=True)
        else:
            patch_cache_control(response, public=True, max_age=MAX_AGE)
        return response

    return answer


def _refusal(refused: RefusedError, extension: str) -> HttpResponse:
    """Return why there is no file: as problem+json (RFC 9457) to who asked for JSON, else as plain text."""
    if extension == "json":
        problem = {"title": HTTPStatus(refused.status).phrase, "status": refused.status, "detail": refused.reason}
        response = HttpResponse(exports.json_of(problem), content_type="application/problem+json")
    else:
        response = HttpResponse(f"{refused.reason}\n", content_type="text/plain; charset=utf-8")
    response.status_code = refused.status
    response["Content-Language"] = refused.language
    response["Access-Control-Allow-Origin"] = "*"
    return response


@_answers
def labs_file(request: HttpRequest, extension: str) -> HttpResponseBase:
    """Send the table as filtered."""
    return _export(request, asked.table(request.GET), extension)


@_answers
def comparison_file(request: HttpRequest, extension: str) -> HttpResponseBase:
    """Send a comparison."""
    return _export(request, asked.comparison_export(request.GET), extension)


@_answers
def codebook_file(request: HttpRequest, extension: str) -> HttpResponseBase:
    """Send what the columns and codes mean."""
    sources = exports.sources_of(selectors.rows())
    content = exports.json_of(codebook.as_json(sources))

    def body() -> bytes:
        if extension == "json":
            return content
        notes = [["about", "", label, text, ""] for label, text in codebook.about(sources)]
        return exports.csv_of([*codebook.lines(), *notes])

    return _file(request, "nido-codebook", extension, content, body)


@_answers
def brief_file(request: HttpRequest, extension: str) -> HttpResponseBase:
    """Send the manager's brief of a comparison."""
    found = asked.comparison(request.GET)
    try:
        paper = brief.brief_of(found.rows, asked.page_address(found.selection))
        name = f"nido-brief-{'-'.join(found.selection.labs)}"
        keep = not is_asked(request.GET)
        return _file(request, name, extension, paper.html().encode(), lambda: brief.pdf_of(paper, keep))
    except brief.NoPrinterError as missing:
        raise RefusedError(str(missing), 503) from missing


def _export(request: HttpRequest, export: Export, extension: str) -> HttpResponseBase:
    write = {"csv": exports.to_csv, "json": exports.to_json, "xlsx": workbook.to_xlsx}[extension]
    return _file(request, export.file_name, extension, exports.to_json(export), lambda: write(export))


def _file(
    request: HttpRequest, name: str, extension: str, content: bytes, body: Callable[[], bytes]
) -> HttpResponseBase:
    """Return a file, or only that it hasn't changed.

    Args:
        content: all that the file says, in any form: it makes the ETag.
        body: makes the file itself; not asked where the reader has it already.
    """
    language = translation.get_language() or "en"
    digest = hashlib.sha256(content).hexdigest()[:24]
    # Weak: two workbooks with the same cells differ in the moment that they were zipped.
    etag = f'W/"{extension}-{language}-{digest}"'
    response = get_conditional_response(request, etag=etag)
    if response is None:
        disposition = "inline" if extension == "json" else "attachment"
        headers: dict[str, Any] = {
            "Content-Disposition": f'{disposition}; filename="{name}-{language}.{extension}"',
            "Access-Control-Allow-Origin": "*",
        }
        response = HttpResponse(body(), content_type=CONTENT_TYPES[extension], headers=headers)
    response["ETag"] = etag
    return response
