"""Make persons, organisations and themes, for tests and demo content."""

import factory

from .models import Organisation, Person, Theme


class ThemeFactory(factory.django.DjangoModelFactory):
    """A theme, in Dutch only."""

    class Meta:
        model = Theme

    code = factory.Sequence(lambda number: f"theme-{number}")
    name_nl = factory.Sequence(lambda number: f"Thema {number}")
    slug_nl = factory.Sequence(lambda number: f"thema-{number}")


class OrganisationFactory(factory.django.DjangoModelFactory):
    """A Belgian organisation, in Dutch only."""

    class Meta:
        model = Organisation

    code = factory.Sequence(lambda number: f"organisation-{number}")
    name_nl = factory.Sequence(lambda number: f"Organisatie {number}")
    country = "BE"


class PersonFactory(factory.django.DjangoModelFactory):
    """Somebody with a function at an organisation."""

    class Meta:
        model = Person

    code = factory.Sequence(lambda number: f"person-{number}")
    name = factory.Sequence(lambda number: f"Persoon {number}")
    function_nl = "Adviseur"
    organisation = factory.SubFactory(OrganisationFactory)
