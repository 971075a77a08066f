"""The project's own rules, checked by `manage.py check`."""

from typing import Any

from django.apps import apps
from django.conf import settings
from django.core.checks import CheckMessage, Error, register
from modeltranslation.translator import translator
from wagtail.models import TranslatableMixin

from .models import BasePage


@register()
def translated_one_way_only(**kwargs: Any) -> list[CheckMessage]:
    """A record is a page per language or a row for all languages, never both."""
    return [
        Error(
            f"{model.__name__} is translated by wagtail-localize and by django-modeltranslation.",
            hint="Prose that an editor lays out is a page; a thing with identity and figures is a row.",
            id="portal.E001",
        )
        for model in translator.get_registered_models()
        if issubclass(model, TranslatableMixin)
    ]


@register()
def pages_have_the_portals_base(**kwargs: Any) -> list[CheckMessage]:
    """Every page type of the project inherits the furniture, the lead and the source of BasePage."""
    own = {"core", "directory", "home", "news", "labs", "inspiration", "toolbox"}
    return [
        Error(f"{model.__name__} is a page but no BasePage.", id="portal.E002")
        for model in apps.get_models()
        if model._meta.app_label in own and hasattr(model, "depth") and not issubclass(model, BasePage)
    ]


@register()
def languages_agree(**kwargs: Any) -> list[CheckMessage]:
    """The languages of the interface, of the pages and of the rows are the same four."""
    interface = [code for code, _name in settings.LANGUAGES]
    pages = [code for code, _name in settings.WAGTAIL_CONTENT_LANGUAGES]
    if interface == pages == ["nl", "fr", "de", "en"]:
        return []
    return [Error("The languages of interface and content differ.", id="portal.E003")]
