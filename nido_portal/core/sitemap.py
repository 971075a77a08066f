"""All public addresses of the portal: one rule for the sitemap of machines and that of people."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils import translation
from wagtail.models import Page

from .furniture import LANGUAGE_NAMES, absolute
from .navigation import record_index_types
from .pages import is_restricted, path_of

# Pages outside the tree, by the names of their addresses; each is there in every language.
STANDING_ALONE = ("open_data",)


@dataclass(frozen=True)
class Entry:
    """One address, when its page was last published, and its translations by language."""

    location: str
    updated: datetime | None
    alternates: list[tuple[str, str]]


def sitemap_entries() -> Iterator[Entry]:
    """Yield every public page and every record's page, in every language.

    Costs a fixed number of queries: one for the pages and one for each kind of record.
    """
    pages = Page.objects.live().filter(~is_restricted(), depth__gt=1).select_related("locale").order_by("path")
    translations: dict[object, list[Page]] = defaultdict(list)
    for page in pages:
        translations[page.translation_key].append(page)
    types = record_index_types()
    for versions in translations.values():
        paths = {page.locale.language_code: path_of(page) for page in versions}
        updated = {page.locale.language_code: page.last_published_at for page in versions}
        yield from _entries(paths, updated)
        for word in getattr(versions[0].specific_class, "sub_page_words", ()):
            yield from _entries({code: f"{path}{word}/" for code, path in paths.items()}, updated)
        if versions[0].content_type_id in types:
            for record in types[versions[0].content_type_id]._default_manager.all():
                yield from _entries({code: f"{path}{record.address(code)}/" for code, path in paths.items()}, updated)
    newest = max((page.last_published_at for page in pages if page.last_published_at), default=None)
    for name in STANDING_ALONE:
        yield from _entries(
            {code: _address(name, code) for code in LANGUAGE_NAMES}, dict.fromkeys(LANGUAGE_NAMES, newest)
        )


def _address(name: str, language: str) -> str:
    with translation.override(language):
        return reverse(name)


def _entries(paths: dict[str, str], updated: dict[str, datetime | None]) -> Iterator[Entry]:
    alternates = [(code, absolute(paths[code])) for code in LANGUAGE_NAMES if code in paths]
    for code, location in alternates:
        yield Entry(location, updated[code], alternates)
