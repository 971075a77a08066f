"""Which fields of a lab and its figures are translated."""

from modeltranslation.translator import TranslationOptions, register

from .figure import FundingShare, GovernanceBody, LabFigure
from .lab import Lab, LabActivity, LabLink


@register(Lab)
class LabTranslation(TranslationOptions):
    fields = ("name", "short_name", "founded_note", "role", "decides", "governance", "source_note")
    required_languages = {"nl": ("name", "short_name", "role")}


@register(LabActivity)
class LabActivityTranslation(TranslationOptions):
    fields = ("text",)
    required_languages = ("nl",)


@register(LabLink)
class LabLinkTranslation(TranslationOptions):
    fields = ("title",)
    required_languages = ("nl",)


@register(LabFigure)
class LabFigureTranslation(TranslationOptions):
    fields = ("conversion", "note")


@register(FundingShare)
class FundingShareTranslation(TranslationOptions):
    fields = ("payer", "note")
    required_languages = {"nl": ("payer",)}


@register(GovernanceBody)
class GovernanceBodyTranslation(TranslationOptions):
    fields = ("name", "task", "note")
    required_languages = {"nl": ("name",)}
