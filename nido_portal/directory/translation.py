"""Which fields of the directory are translated; a person's name is the same everywhere."""

from modeltranslation.translator import TranslationOptions, register

from .models import Organisation, Person, Theme


@register(Theme)
class ThemeTranslation(TranslationOptions):
    fields = ("name", "slug", "summary")
    required_languages = {"nl": ("name", "slug")}


@register(Organisation)
class OrganisationTranslation(TranslationOptions):
    fields = ("name", "abbreviation", "summary")
    required_languages = {"nl": ("name",)}


@register(Person)
class PersonTranslation(TranslationOptions):
    fields = ("function",)
