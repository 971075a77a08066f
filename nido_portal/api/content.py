"""What the API needs of published pages, of whatever type: finding one by its slug, and its translations."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from wagtail.models import Page

from nido_portal.core.furniture import LANGUAGE_NAMES, absolute
from nido_portal.core.pages import is_restricted, path_of

from .conversion import api_url, page_url, references, source
from .problems import ProblemError, nothing_here


def page_at(pages: QuerySet[Any], slug: str) -> Any:
    """Return the page of a type in the reader's language, by its slug in any language or by its id.

    Args:
        pages: the published pages of the type in the reader's language.
        slug: the slug, or the UUID that is the same in all languages.

    Raises:
        ProblemError: there is no such page, or none in this language.
    """
    slug = slug.replace("\0", "")
    own = pages.filter(slug=slug).first()
    if own is not None:
        return own
    everywhere = pages.model.objects.live().filter(~is_restricted())
    others = everywhere.filter(translation_key=slug) if _is_uuid(slug) else everywhere.filter(slug=slug)
    keys = dict.fromkeys(others.values_list("translation_key", flat=True))
    if not keys:
        raise nothing_here()
    found = pages.filter(translation_key__in=keys).first()
    if found is None:
        names = others.values_list("locale__language_code", flat=True)
        languages = ", ".join(LANGUAGE_NAMES[code] for code in LANGUAGE_NAMES if code in set(names))
        raise ProblemError(
            404, _("This isn't published in the language that you ask for, but it is in: %s.") % languages
        )
    return found


def _is_uuid(text: str) -> bool:
    try:
        UUID(text)
    except ValueError:
        return False
    return True


def translations_of(pages: Iterable[Page]) -> dict[Any, dict[str, str]]:
    """Return the addresses of pages by translation key and language, from one query."""
    addresses: dict[Any, dict[str, str]] = defaultdict(dict)
    versions = (
        Page.objects.live()
        .filter(~is_restricted(), translation_key__in=[page.translation_key for page in pages])
        .select_related("locale")
        .only("url_path", "translation_key", "locale__language_code")
        .order_by("locale__language_code")
    )
    for version in versions:
        addresses[version.translation_key][version.locale.language_code] = absolute(path_of(version))
    return addresses


def content_of(page: Any, collection: str, translations: dict[Any, dict[str, str]]) -> dict[str, Any]:
    """Return what the answer about any page has. `page` comes with its themes and source."""
    return {
        "id": str(page.translation_key),
        "slug": page.slug,
        "title": page.title,
        "summary": page.summary,
        "url": page_url(path_of(page)),
        "api_url": api_url(collection, page.slug),
        "languages": translations.get(page.translation_key, {}),
        "published": page.first_published_at,
        "modified": page.last_published_at,
        "themes": references(page.themes.all()),
        "source": source(page.source),
    }


def page_reference(page: Any, collection: str) -> dict[str, Any]:
    """Return what another answer says of a page."""
    return {
        "slug": page.slug,
        "title": page.title,
        "url": page_url(path_of(page)),
        "api_url": api_url(collection, page.slug),
    }
