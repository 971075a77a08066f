"""Links to pages that an editor chose in one language, shown in the reader's."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import Q
from django.http import HttpRequest
from django.utils.translation import get_language
from wagtail.models import Page


@dataclass(frozen=True)
class LocalisedLink:
    """A link to a page; `language` is set where the page isn't there in the reader's language."""

    title: str
    url: str
    language: str = ""


def localised_links(request: HttpRequest, chosen: Any) -> list[LocalisedLink]:
    """Return links to the translations of the chosen pages, in their order.

    A page without a published translation is shown in the language in which it was chosen; one that isn't
    published there either is left out. All translations that this request hasn't asked for before are
    fetched in one query.

    Args:
        request: keeps what was fetched.
        chosen: a page, or pages, or a block or stream of blocks that hold one in their field `page`.
    """
    pages = list(_pages_in(chosen))
    language = get_language() or "nl"
    known: dict[tuple[str, int], Page | None] = request.__dict__.setdefault("_localised_pages", {})
    _fetch([page for page in pages if (language, page.pk) not in known], language, known)
    found = [known[language, page.pk] for page in pages]
    return [_link(page, language, request) for page in found if page is not None]


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


def _fetch(pages: list[Page], language: str, known: dict[tuple[str, int], Page | None]) -> None:
    if not pages:
        return
    candidates = (
        Page.objects.live()
        .filter(Q(locale__language_code=language) | Q(pk__in=[page.pk for page in pages]))
        .filter(translation_key__in=[page.translation_key for page in pages])
        .select_related("locale")
    )
    found = list(candidates)
    for page in pages:
        known[language, page.pk] = _best(page, found, language)


def _best(page: Page, found: Iterable[Page], language: str) -> Page | None:
    versions = [other for other in found if other.translation_key == page.translation_key]
    versions.sort(key=lambda other: (other.locale.language_code != language, other.pk != page.pk))
    return versions[0] if versions else None


def _link(page: Page, language: str, request: HttpRequest) -> LocalisedLink:
    own = page.locale.language_code
    return LocalisedLink(page.title, page.get_url(request) or "", "" if own == language else own)
