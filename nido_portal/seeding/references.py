"""From keys in fixtures to rows and pages, and identities that a second run finds again."""

import uuid
from functools import cache
from typing import Any

from django.db import models
from wagtail.models import Locale, Page

from .errors import FieldError

NAMESPACE = uuid.UUID("7d0d1b0e-6a0a-5c86-9a1b-0b8f6d3f2f51")
LANGUAGES = ("nl", "fr", "de", "en")


def identity(*parts: str) -> uuid.UUID:
    """Return the same UUID for the same words every time: for translation keys and blocks."""
    return uuid.uuid5(NAMESPACE, "/".join(parts))


def page_identity(key: str) -> uuid.UUID:
    """Return the translation key of the page with a key in the fixtures."""
    return identity("page", key)


def row_with_key(model: type[models.Model], key: str, field: str) -> Any:
    """Return the row with a code.

    Raises:
        FieldError: there is none.
    """
    row = model._default_manager.filter(code=key).first()
    if row is None:
        raise FieldError(field, f"there is no {model._meta.verbose_name} '{key}'")
    return row


def page_with_key(key: str, field: str) -> Page:
    """Return the Dutch page with a key.

    Raises:
        FieldError: there is none.
    """
    page = Page.objects.filter(translation_key=page_identity(key), locale__language_code="nl").first()
    if page is None:
        raise FieldError(field, f"there is no page '{key}'")
    return page


@cache
def _is_text(keys: frozenset[str]) -> bool:
    return keys == frozenset(LANGUAGES)


def in_language(value: Any, language: str) -> Any:
    """Return a fixture's value with each text in one language instead of four."""
    if isinstance(value, dict):
        if _is_text(frozenset(value)):
            return value[language]
        return {key: in_language(item, language) for key, item in value.items()}
    if isinstance(value, list):
        return [in_language(item, language) for item in value]
    return value


def locales() -> dict[str, Locale]:
    """Return the four locales by language, made where they don't exist yet."""
    return {code: Locale.objects.get_or_create(language_code=code)[0] for code in LANGUAGES}
