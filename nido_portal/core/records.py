"""Rows with an identity: what snippets such as labs, phases and persons have in common."""

from typing import Any, ClassVar, Self

from django.conf import settings
from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.search import index


class RecordManager(models.Manager[Any]):
    """Finds a record by its code, the key that fixtures, exports and addresses use."""

    def get_by_natural_key(self, code: str) -> Any:
        return self.get(code=code)


class Record(index.Indexed, models.Model):
    """A row with a stable code, one row for all languages (django-modeltranslation).

    The code never changes once published: fixtures, links and exports name the record by it.
    """

    code = models.SlugField(
        _("code"),
        max_length=80,
        unique=True,
        help_text=_("Short, lower case, without spaces. Links and exports use it: don't change it."),
    )

    objects: ClassVar[RecordManager] = RecordManager()

    class Meta:
        abstract = True

    def natural_key(self) -> tuple[str]:
        return (self.code,)

    def address(self, language: str) -> str:
        """Return the last part of the record's address in a language (ISO 639-1)."""
        return self.code

    @classmethod
    def at_address(cls, address: str) -> Self | None:
        """Return the record whose address, in any language, is `address`, or None."""
        return cls._default_manager.filter(code=address).first()


class TranslatedAddress(models.Model):
    """For records whose address is in the reader's language, such as `/fr/cycle/problemes/`."""

    slug = models.SlugField(_("address"), max_length=80)

    class Meta:
        abstract = True

    def address(self, language: str) -> str:
        own: str | None = getattr(self, f"slug_{language}")
        return own or getattr(self, f"slug_{settings.LANGUAGE_CODE}")

    @classmethod
    def at_address(cls, address: str) -> Any:
        in_any_language = models.Q()
        for field in ("slug_nl", "slug_fr", "slug_de", "slug_en"):
            in_any_language |= models.Q(**{field: address})
        found = list(cls._default_manager.filter(in_any_language))
        language = get_language() or "nl"
        found.sort(key=lambda record: record.address(language) != address)
        return found[0] if found else None
