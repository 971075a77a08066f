"""Persons, organisations, themes and sources in the admin."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.snippets.models import register_snippet

from nido_portal.core.models import Source
from nido_portal.core.panels import language_tabs
from nido_portal.core.viewsets import RecordViewSet, SnippetViewSetGroup

from .models import Organisation, Person, Theme

NAMES = ["name_nl", "name_fr", "name_de", "name_en"]


class PersonViewSet(RecordViewSet):
    model = Person
    icon = "user"
    list_display = ["name", "function", "organisation", "source"]
    list_filter = ["organisation", "source"]
    search_fields = ["name", "function_nl", "function_fr", "function_de", "function_en"]
    edit_handler = language_tabs(
        [FieldPanel(name) for name in ("code", "name", "organisation", "source")], ["function"]
    )


class OrganisationViewSet(RecordViewSet):
    model = Organisation
    icon = "group"
    list_display = ["name", "abbreviation", "country", "source"]
    list_filter = ["country", "source"]
    search_fields = [*NAMES, "abbreviation_nl", "code"]
    edit_handler = language_tabs(
        [FieldPanel(name) for name in ("code", "country", "website", "source")],
        ["name", "abbreviation", "summary"],
    )


class ThemeViewSet(RecordViewSet):
    model = Theme
    icon = "tag"
    list_display = ["name", "code"]
    search_fields = [*NAMES, "code"]
    edit_handler = language_tabs([FieldPanel("code")], ["name", "slug", "summary"])


class SourceViewSet(RecordViewSet):
    model = Source
    icon = "doc-full"
    list_display = ["title", "publisher", "date", "code"]
    search_fields = ["title_nl", "title_fr", "title_de", "title_en", "code"]
    edit_handler = language_tabs(
        [FieldPanel(name) for name in ("code", "publisher", "date", "url", "licence")], ["title", "note"]
    )


@register_snippet
class DirectoryGroup(SnippetViewSetGroup):
    """Who said it and where it comes from, in the admin's menu."""

    menu_label = _("Directory")
    menu_icon = "group"
    menu_order = 230
    items = (PersonViewSet, OrganisationViewSet, ThemeViewSet, SourceViewSet)
