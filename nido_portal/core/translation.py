"""Which fields of a source are translated."""

from modeltranslation.translator import TranslationOptions, register

from .models import Source


@register(Source)
class SourceTranslation(TranslationOptions):
    fields = ("title", "note")
    required_languages = {"nl": ("title",)}
