"""What the database itself refuses, whoever writes to it."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from labs.factories import FundingShareFactory, GovernanceBodyFactory, LabFactory, LabFigureFactory
from labs.models import Lab, LabFigure
from nido_portal.directory.factories import PersonFactory, ThemeFactory
from nido_portal.media_library.factories import PortalImageFactory
from nido_portal.media_library.models import PortalImage
from nido_portal.seeding.models import SeedRecord
from sessions.factories import SessionPageFactory
from sessions.models import SessionIndexPage, SessionSpeaker
from toolbox.factories import PhaseFactory
from toolbox.models import Phase, ToolPage

pytestmark = pytest.mark.django_db


def refused(action, *names: str) -> None:
    """Check that the database refuses something, by the constraint of one of the names where it says which."""
    with pytest.raises(IntegrityError) as caught, transaction.atomic():
        action()
    assert not names or any(name in str(caught.value) for name in names), caught.value


def test_a_lab_has_one_figure_per_measure_and_year():
    figure = LabFigureFactory(year=2024)
    LabFigureFactory(lab=figure.lab, year=2023)
    LabFigureFactory(lab=figure.lab, year=2024, measure="staff", unit="fte")
    refused(lambda: LabFigureFactory(lab=figure.lab, year=2024), "one_figure_per_year", "labs_labfigure.year")


def test_a_lab_has_one_figure_per_measure_without_a_year():
    figure = LabFigureFactory(year=None)
    LabFigureFactory(lab=figure.lab, year=2024)
    refused(lambda: LabFigureFactory(lab=figure.lab, year=None), "one_figure_without_year", "labs_labfigure.measure")


@pytest.mark.parametrize("availability", LabFigure.Availability.values)
def test_a_figure_has_a_value_exactly_when_it_is_given(availability: str):
    wrong, right = (None, 1) if availability == "given" else (1, None)
    LabFigureFactory(availability=availability, value=right)
    refused(lambda: LabFigureFactory(availability=availability, value=wrong), "value_exactly_when_given")


def test_a_figure_isnt_negative():
    LabFigureFactory(value=0)
    refused(lambda: LabFigureFactory(value=-1), "figure_not_negative")


def test_only_other_currencies_are_converted():
    LabFigureFactory(unit="SEK", eur_value=10, conversion_nl="Zoals in de bron")
    refused(lambda: LabFigureFactory(unit="EUR", eur_value=10), "conversion_only_of_other_currencies")


def test_a_conversion_says_where_it_comes_from():
    with pytest.raises(ValidationError, match="conversion_nl"):
        LabFigureFactory.build(lab=LabFactory(), unit="SEK", eur_value=10).clean()


def test_a_funding_share_has_at_least_one_payer_and_a_positive_amount():
    FundingShareFactory(amount_eur=None)
    refused(lambda: FundingShareFactory(payers=0), "funding_share_has_a_payer")
    refused(lambda: FundingShareFactory(amount_eur=0), "funding_share_is_positive")


@pytest.mark.parametrize(("members", "external"), [(3, 4), (None, 1)])
def test_external_members_are_among_the_members(members: int | None, external: int):
    GovernanceBodyFactory(members=3, external_members=3)
    GovernanceBodyFactory(members=3)
    refused(lambda: GovernanceBodyFactory(members=members, external_members=external), "external_members_are_members")


def test_a_lab_isnt_part_of_itself():
    lab = LabFactory()
    refused(lambda: Lab.objects.filter(pk=lab.pk).update(parent=lab), "lab_is_not_its_own_parent")


@pytest.mark.parametrize("factory", [LabFactory, PersonFactory, ThemeFactory, PhaseFactory])
def test_a_code_is_used_once(factory):
    factory(code="once")
    refused(lambda: factory(code="once"), "code")


def test_no_two_phases_have_the_same_place():
    refused(lambda: PhaseFactory(sort_order=Phase.objects.first().sort_order), "sort_order")


def test_a_new_phase_comes_last():
    last = Phase.objects.last().sort_order
    assert PhaseFactory().sort_order == last + 1


def test_the_first_record_of_its_kind_gets_the_first_place():
    Phase.objects.all().delete()
    assert PhaseFactory().sort_order == 1


@pytest.mark.parametrize(("field", "value"), [("minutes_max", 1), ("people_max", 0)])
def test_the_most_of_a_tool_isnt_less_than_the_least(field: str, value: int):
    tool = ToolPage.objects.filter(minutes_min__gt=1).first()
    refused(lambda: ToolPage.objects.filter(pk=tool.pk).update(**{field: value}), "tool_")


def test_a_person_speaks_once_at_a_session():
    person = PersonFactory()
    session = SessionPageFactory(parent=SessionIndexPage.objects.get(locale__language_code="nl"), speakers=[person])
    refused(lambda: SessionSpeaker.objects.create(page=session, person=person), "speaker_once", "person_id")
    assert str(session.speakers.get()) == person.name


@pytest.mark.parametrize(("description", "decorative"), [("", False), ("Een tafel", True)])
def test_an_image_is_described_or_decorative(media, description: str, decorative: bool):
    decorated = PortalImageFactory(description="", is_decorative=True)
    assert PortalImage.objects.get(pk=decorated.pk).is_decorative
    image = PortalImageFactory()
    assert image.default_alt_text == image.description
    change = {"description": description, "is_decorative": decorative}
    refused(lambda: PortalImage.objects.filter(pk=image.pk).update(**change), "image_described_or_decorative")
    image.description, image.is_decorative = description, decorative
    with pytest.raises(ValidationError, match="description"):
        image.clean()


def test_the_loader_remembers_each_record_once():
    seed = SeedRecord.objects.first()
    assert str(seed) == f"{seed.kind} {seed.key}"
    refused(lambda: SeedRecord.objects.create(kind=seed.kind, key=seed.key, fixture_hash="", state=""))


def test_records_are_found_by_their_natural_keys():
    ric = Lab.objects.get(code="ric")
    assert Lab.objects.get_by_natural_key(*ric.natural_key()) == ric
    for figure in ric.figures.all():
        assert LabFigure.objects.get_by_natural_key(*figure.natural_key()) == figure


def test_what_others_refer_to_cant_be_deleted():
    person = PersonFactory()
    with pytest.raises(IntegrityError):
        person.organisation.delete()


def test_everything_says_what_it_is_in_a_list():
    figure = LabFigureFactory(lab__short_name_nl="Proef")
    assert str(figure).startswith("Proef: ")
    assert str(FundingShareFactory(figure=figure)) == "Een ministerie"
    assert str(GovernanceBodyFactory()) == "Bestuur"
    ric = Lab.objects.get(code="ric")
    for child in [*ric.activities.all(), *Lab.objects.get(code="vinnova").links.all()]:
        assert "object" not in str(child)
