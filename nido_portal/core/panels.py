"""Admin panels for records: what is shared first, then one tab per language."""

from collections.abc import Sequence

from django.conf import settings
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, ObjectList, Panel, TabbedInterface


def language_tabs(shared: Sequence[Panel | str], translated: Sequence[str]) -> TabbedInterface:
    """Return an edit form with one tab for shared fields and one per language.

    Translated fields are always named with their language: the bare field would write into the
    language of the editor's own interface.
    """
    tabs: list[Panel] = [ObjectList(list(shared), heading=_("In all languages"))]
    tabs += [
        ObjectList([FieldPanel(f"{name}_{code}") for name in translated], heading=label)
        for code, label in settings.LANGUAGES
    ]
    return TabbedInterface(tabs)
