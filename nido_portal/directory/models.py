"""Who said it, who stands behind it, what it is about."""

from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.search import index

from nido_portal.core.furniture import Furniture, absolute
from nido_portal.core.models import RecordIndexPage, Sourced
from nido_portal.core.records import Record, RecordManager, TranslatedAddress

from .related import groups_for


class Theme(TranslatedAddress, Record):
    """What something is about. Sessions, tools, labs and news meet through their themes."""

    name = models.CharField(_("name"), max_length=120)
    summary = models.TextField(_("summary"), blank=True)

    search_fields = [index.SearchField("name_nl"), index.AutocompleteField("name_nl")]

    class Meta:
        verbose_name = _("theme")
        verbose_name_plural = _("themes")
        ordering = ["name_nl"]

    def __str__(self) -> str:
        return self.name


class Organisation(Sourced, Record):
    """A public service, company or institution, under its official name in each language."""

    name = models.CharField(_("name"), max_length=200)
    abbreviation = models.CharField(_("abbreviation"), max_length=40, blank=True)
    country = models.CharField(
        _("country"), max_length=2, blank=True, help_text=_("Two letters (ISO 3166-1), such as BE.")
    )
    website = models.URLField(_("website"), blank=True)
    summary = models.TextField(_("summary"), blank=True)

    search_fields = [
        index.SearchField("name_nl"),
        index.AutocompleteField("name_nl"),
        index.SearchField("abbreviation_nl"),
        index.FilterField("country"),
    ]

    class Meta:
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")
        ordering = ["name_nl"]

    def __str__(self) -> str:
        return self.name


class PersonManager(RecordManager):
    """Fetches persons with their organisation: whoever names a person names it too."""

    def get_queryset(self) -> models.QuerySet[Any]:
        return super().get_queryset().select_related("organisation")


class Person(Sourced, Record):
    """Somebody who said or presented something, with the function that the source gives."""

    name = models.CharField(_("name"), max_length=120)
    function = models.CharField(
        _("function"), max_length=200, blank=True, help_text=_("As the source gives it, at the time of the source.")
    )
    organisation = models.ForeignKey(
        Organisation,
        verbose_name=_("organisation"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="persons",
    )

    objects: ClassVar[RecordManager] = PersonManager()

    search_fields = [index.SearchField("name"), index.AutocompleteField("name")]

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("persons")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class PersonIndexPage(RecordIndexPage):
    """Everybody who spoke or answered, and what they said."""

    record_model = Person
    record_template = "directory/person.html"
    template = "directory/person_index_page.html"
    max_count_per_parent = 1
    subpage_types: list[str] = []

    class Meta:
        verbose_name = _("page of persons")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        return {**super().get_context(request, *args, **kwargs), "persons": Person.objects.all()}

    def record_context(self, request: HttpRequest, record: Person) -> dict[str, Any]:
        return {"groups": groups_for(record, request)}

    def record_structured_data(self, record: Person, furniture: Furniture) -> list[dict[str, Any]]:
        person: dict[str, Any] = {"@type": "Person", "name": record.name, "url": furniture.canonical}
        if record.function:
            person["jobTitle"] = record.function
        if record.organisation:
            person["affiliation"] = {"@type": "Organization", "name": record.organisation.name}
        return [person]


class OrganisationIndexPage(RecordIndexPage):
    """Every organisation, and what it gave, said, hosts or funds."""

    record_model = Organisation
    record_template = "directory/organisation.html"
    template = "directory/organisation_index_page.html"
    max_count_per_parent = 1
    subpage_types: list[str] = []

    class Meta:
        verbose_name = _("page of organisations")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        return {**super().get_context(request, *args, **kwargs), "organisations": Organisation.objects.all()}

    def record_context(self, request: HttpRequest, record: Organisation) -> dict[str, Any]:
        return {"persons": record.persons.all(), "groups": groups_for(record, request)}

    def record_structured_data(self, record: Organisation, furniture: Furniture) -> list[dict[str, Any]]:
        organisation = {"@type": "Organization", "name": record.name, "url": record.website or furniture.canonical}
        if record.abbreviation:
            organisation["alternateName"] = record.abbreviation
        return [organisation]


class ThemeIndexPage(RecordIndexPage):
    """Every theme, and all that the portal has about it."""

    record_model = Theme
    record_template = "directory/theme.html"
    template = "directory/theme_index_page.html"
    max_count_per_parent = 1
    subpage_types: list[str] = []

    class Meta:
        verbose_name = _("page of themes")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        return {**super().get_context(request, *args, **kwargs), "themes": Theme.objects.all()}

    def record_context(self, request: HttpRequest, record: Theme) -> dict[str, Any]:
        return {"groups": groups_for(record, request)}

    def record_structured_data(self, record: Theme, furniture: Furniture) -> list[dict[str, Any]]:
        return [
            {"@type": "DefinedTerm", "name": record.name, "url": absolute(furniture.translations[furniture.language])}
        ]
