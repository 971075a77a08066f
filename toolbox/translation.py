"""Which fields of the cycle are translated."""

from modeltranslation.translator import TranslationOptions, register

from .cycle import Instrument, Obstacle, Phase

REQUIRED: dict[str, list[str] | tuple[str, ...]] = {"nl": ("name", "slug", "summary")}


@register(Phase)
class PhaseTranslation(TranslationOptions):
    fields = ("name", "slug", "summary", "guiding_questions", "pitfalls", "outcome", "go_on_when")
    required_languages = REQUIRED


@register(Obstacle)
class ObstacleTranslation(TranslationOptions):
    fields = ("name", "slug", "summary", "body")
    required_languages = REQUIRED


@register(Instrument)
class InstrumentTranslation(TranslationOptions):
    fields = ("name", "slug", "summary", "body", "parts")
    required_languages = REQUIRED
