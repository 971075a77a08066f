"""Where the files of what a page shows are."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.utils.translation import get_language
from django.utils.translation import gettext as _

FOLDER = "/open-data/"
MEDIA_TYPES = {
    "csv": "text/csv",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "json": "application/json",
    "pdf": "application/pdf",
}


@dataclass(frozen=True)
class Download:
    """A file with the same facts as the page, under the same question."""

    label: str
    url: str
    media_type: str


def downloads(name: str, query: str) -> list[Download]:
    """Return the files of the table (`labs`) or of a comparison (`comparison`) for a query string."""
    return [_download(f"{name}.{kind}", kind, query, kind.upper()) for kind in ("csv", "xlsx", "json")]


def brief(query: str) -> Download:
    """Return the manager's brief of a comparison."""
    return _download("brief.pdf", "pdf", query, _("Brief for a manager (PDF, one page)"))


def changes_feed() -> str:
    """Return the feed of changes in the figures, in the active language."""
    return f"{FOLDER}changes-{get_language() or 'nl'}.atom"


def _download(file: str, kind: str, query: str, label: str) -> Download:
    language = urlencode({"lang": get_language() or "nl"})
    rest = query.removeprefix("?")
    return Download(label, f"{FOLDER}{file}?{rest}{'&' if rest else ''}{language}", MEDIA_TYPES[kind])
