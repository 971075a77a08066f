"""Makes PDF from HTML with WeasyPrint. Import it late: where its system libraries are missing, the import fails."""

import logging
from functools import cache
from pathlib import Path
from threading import Lock
from typing import Any
from urllib.parse import unquote, urlsplit

from django.conf import settings
from weasyprint import CSS, HTML
from weasyprint.document import Document
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher

STATIC = Path(settings.BASE_DIR) / "static"
VARIANT = "pdf/ua-1"

# Otherwise every sheet leaves thirty lines in the log.
for _name in ("weasyprint.progress", "fontTools"):
    logging.getLogger(_name).setLevel(logging.WARNING)

# Pango's fonts are shared by all threads of a process.
_one_at_a_time = Lock()


class StaticOnly(URLFetcher):
    """Fetches files of `static/` and nothing else: no other file, no other host."""

    def fetch(self, url: str, headers: Any = None) -> Any:
        parts = urlsplit(url)
        if parts.scheme != "file" or not Path(unquote(parts.path)).resolve().is_relative_to(STATIC):
            raise ValueError(f"Only files below static/ are read, not {url}")
        return super().fetch(url, headers)


@cache
def _fonts() -> FontConfiguration:
    return FontConfiguration()


@cache
def _style(name: str) -> CSS:
    """Return a style sheet of `static/css`, read once with its fonts."""
    fetcher = StaticOnly(allowed_protocols=("file",))
    return CSS(filename=STATIC / "css" / name, font_config=_fonts(), url_fetcher=fetcher)


def on_one_page(html: str, style: str) -> bytes | None:
    """Return HTML as a tagged PDF (PDF/UA-1), or None where it doesn't fit on one page."""
    with _one_at_a_time:
        document = _laid_out(html, style)
        return _written(document) if len(document.pages) == 1 else None


def first_page(html: str, style: str) -> bytes:
    """Return the first page of HTML as a tagged PDF (PDF/UA-1)."""
    with _one_at_a_time:
        document = _laid_out(html, style)
        return _written(document.copy(document.pages[:1]))


def _laid_out(html: str, style: str) -> Document:
    fetcher = StaticOnly(allowed_protocols=("file",))
    source = HTML(string=html, base_url=f"{STATIC.as_uri()}/", url_fetcher=fetcher)
    return source.render(font_config=_fonts(), stylesheets=[_style(style)], pdf_variant=VARIANT)


def _written(document: Document) -> bytes:
    return document.write_pdf(pdf_variant=VARIANT, pdf_tags=True)
