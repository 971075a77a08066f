"""All public addresses of the portal: one rule for the sitemap of machines and that of people."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.http import HttpRequest
from wagtail.models import Page

from .furniture import LANGUAGE_NAMES, absolute
from .models import RecordIndexPage


@dataclass(frozen=True)
class Entry:
    """One address, when its page was last published, and its translations by language."""

    location: str
    updated: datetime | None
    alternates: list[tuple[str, str]]


def sitemap_entries(request: HttpRequest) -> Iterator[Entry]:
    """Yield every public page and every record's page, in every language.

    Costs a fixed number of queries: one for the pages and one for each kind of record.
    """
    pages = Page.objects.live().public().filter(depth__gt=1).select_related("locale").order_by("path").specific()
    translations: dict[object, list[RecordIndexPage | Page]] = defaultdict(list)
    for page in pages:
        translations[page.translation_key].append(page)
    for versions in translations.values():
        paths = {page.locale.language_code: page.get_url(request) or "" for page in versions}
        updated = {page.locale.language_code: page.last_published_at for page in versions}
        yield from _entries(paths, updated)
        if isinstance(versions[0], RecordIndexPage):
            for record in versions[0].sitemap_records():
                yield from _entries({code: f"{path}{record.address(code)}/" for code, path in paths.items()}, updated)


def _entries(paths: dict[str, str], updated: dict[str, datetime | None]) -> Iterator[Entry]:
    alternates = [(code, absolute(paths[code])) for code in LANGUAGE_NAMES if code in paths]
    for code, location in alternates:
        yield Entry(location, updated[code], alternates)
