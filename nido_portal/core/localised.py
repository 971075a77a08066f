"""Pages that an editor chose in one language, shown in the reader's."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import Q
from django.utils.translation import get_language
from wagtail.models import Page

from .pages import is_restricted, path_of


@dataclass(frozen=True)
class LocalisedLink:
    """A link to a page; `language` is set where the page isn't there in the reader's language."""

    title: str
    url: str
    language: str = ""


def in_readers_language(keys: Iterable[int]) -> dict[int, Page]:
    """Return published pages by the keys of the pages that were chosen.

    A page without a published translation comes in the language in which it was chosen; one that
    isn't published there either is left out.
    """
    language = get_language() or "nl"
    chosen = set(keys)
    versions = list(
        Page.objects.filter(translation_key__in=Page.objects.filter(pk__in=chosen).values("translation_key"))
        .filter(Q(locale__language_code=language) | Q(pk__in=chosen))
        .annotate(restricted=is_restricted())
        .select_related("locale")
    )
    published = [page for page in versions if page.live and not page.restricted]
    translated = {page.translation_key: page for page in published if page.locale.language_code == language}
    itself = {page.pk: page for page in published}
    best = {page.pk: translated.get(page.translation_key) or itself.get(page.pk) for page in versions}
    return {key: page for key, page in best.items() if key in chosen and page is not None}


def localised_links(chosen: Any) -> list[LocalisedLink]:
    """Return links to chosen pages, in their order.

    Args:
        chosen: a page, or pages, or a block or stream of blocks that hold one in their field `page`.
    """
    language = get_language() or "nl"
    return [
        LocalisedLink(
            page.title, path_of(page), "" if page.locale.language_code == language else page.locale.language_code
        )
        for page in _pages_in(chosen)
    ]


def _pages_in(chosen: Any) -> Iterator[Page]:
    if isinstance(chosen, Page):
        yield chosen
    elif hasattr(chosen, "value"):
        yield from _pages_in(chosen.value)
    elif isinstance(chosen, dict):
        yield from _pages_in(chosen["page"])
    elif chosen is not None:
        for item in chosen:
            yield from _pages_in(item)
