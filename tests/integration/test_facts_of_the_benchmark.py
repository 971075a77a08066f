"""What the benchmark (source 001) says stands in the database and on the pages, and nothing that it doesn't say."""

from decimal import Decimal

import pytest
from bs4 import BeautifulSoup
from django.test import Client, RequestFactory
from django.utils import translation

from labs.balance import shares_difference
from labs.models import FundingShare, GovernanceBody, Lab, LabFigure, LabIndexPage
from nido_portal.core.navigation import navigation

pytestmark = pytest.mark.django_db

LANGUAGES = ("nl", "fr", "de", "en")
# Lab: budget, currency, whether the source says that it is a year's, staff, precision of the staff.
GIVEN = {
    "ric": (340_000, "EUR", True, 4, "exact"),
    "labx": (1_700_000, "EUR", True, 7, "exact"),
    "co-pi": (20_000_000, "EUR", False, 22, "exact"),
    "nesta": (45_670_000, "EUR", True, 119, "exact"),
    "nmbs-innovation-lab": (800_000, "EUR", True, 10, "exact"),
    "vinnova": (3_500_000_000, "SEK", True, 240, "about"),
    "ino": (150_000, "EUR", True, 3, "exact"),
}
COUNTRIES = {
    "ric": "NL",
    "labx": "PT",
    "co-pi": "DK",
    "nesta": "GB",
    "ditp-labs": "FR",
    "nmbs-innovation-lab": "BE",
    "sandbox-vlaanderen": "BE",
    "vinnova": "SE",
    "ino": "BE",
    "la-fabrique-rh": "FR",
    "lab-110-bis": "FR",
    "siilab": "FR",
}
WEBSITES = {
    "ric": "https://www.rijksinnovatiecommunity.nl/",
    "labx": "https://labx.gov.pt/",
    "co-pi": "https://www.co-pi.dk/",
    "nesta": "https://www.nesta.org.uk/",
    "vinnova": "https://www.vinnova.se/en/",
    "ino": "https://www.vlaanderen.be/innovatienetwerk-overheid",
}


def figure(lab: str, measure: str) -> LabFigure:
    return LabFigure.objects.get(lab__code=lab, measure=measure)


def page_text(client: Client, language: str, lab: Lab) -> str:
    with translation.override(language):
        address = navigation(RequestFactory().get("/")).record_url(lab)
    main = BeautifulSoup(client.get(address).content.decode(), "html.parser").main
    return " ".join(main.get_text(" ").replace("\xa0", " ").replace("\u202f", " ").split())


def written(number: int, language: str) -> str:
    separator = {"nl": ".", "de": ".", "fr": " ", "en": ","}[language]
    return f"{number:,}".replace(",", separator)


def test_all_nine_organisations_and_the_three_french_labs_are_there():
    assert {lab.code: lab.country for lab in Lab.objects.all()} == COUNTRIES


def test_the_three_french_labs_stand_under_the_network():
    members = Lab.objects.filter(parent__code="ditp-labs")
    assert {lab.code for lab in members} == {"la-fabrique-rh", "lab-110-bis", "siilab"}


@pytest.mark.parametrize("code", list(GIVEN))
def test_budget_and_staff_are_as_the_source_gives_them(code: str):
    amount, currency, a_year, staff, precision = GIVEN[code]
    budget = figure(code, "budget")
    assert (budget.value, budget.unit, budget.availability) == (amount, currency, "given")
    assert (budget.period == "year") is a_year
    people = figure(code, "staff")
    assert (people.value, people.precision) == (staff, precision)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", list(GIVEN))
def test_the_page_of_a_lab_shows_its_budget_and_staff(client: Client, code: str, language: str):
    amount, currency, _a_year, staff, _precision = GIVEN[code]
    text = page_text(client, language, Lab.objects.get(code=code))
    assert f"{currency} {written(amount, language)}" in text
    assert str(staff) in text


def test_no_figure_carries_a_year():
    assert set(LabFigure.objects.values_list("year", flat=True)) == {None}


def test_every_figure_names_its_source():
    assert set(LabFigure.objects.values_list("source__code", flat=True)) == {"nido-benchmark"}


def test_the_shares_of_ric_add_up_to_its_budget():
    shares = FundingShare.objects.filter(figure__lab__code="ric")
    assert sorted((share.payers, share.amount_eur) for share in shares) == [(1, 10_000), (11, 30_000)]
    assert sum(share.total_eur for share in shares) == 340_000
    assert shares.get(payers=1).organisation.code == "dutch-general-affairs"


def test_all_shares_that_are_known_add_up():
    for budget in LabFigure.objects.filter(shares__isnull=False).distinct():
        shares = [(share.payers, share.amount_eur) for share in budget.shares.all()]
        assert not shares_difference(budget.in_eur, shares), budget


def test_part_of_labx_is_paid_by_recovery_plans_without_an_amount():
    (share,) = FundingShare.objects.filter(figure__lab__code="labx")
    assert share.amount_eur is None
    assert "Recovery and Resilience" in share.payer_nl


@pytest.mark.parametrize(
    ("code", "availability", "words"),
    [
        ("ditp-labs", "unknown", {"nl": "nbekend", "fr": "nconnu", "de": "nbekannt", "en": "nknown"}),
        ("sandbox-vlaanderen", "staff_cost_only", {"nl": "ersoneel", "fr": "ersonnel", "de": "ersonal", "en": "taff"}),
    ],
)
def test_a_budget_that_isnt_given_says_why_in_every_language(client: Client, code, availability, words):
    budget = figure(code, "budget")
    assert (budget.value, budget.availability) == (None, availability)
    for language, word in words.items():
        with translation.override(language):
            assert word in str(budget.get_availability_display())
        assert word in page_text(client, language, Lab.objects.get(code=code))


def test_sandbox_has_two_people_and_fourteen_funders_and_a_closed_wallet(client: Client):
    assert figure("sandbox-vlaanderen", "staff").value == 2
    sandbox = Lab.objects.get(code="sandbox-vlaanderen")
    assert GovernanceBody.objects.get(lab=sandbox).role in ("decides", "funds")
    for language, words in {
        "nl": ("eertien", "gesloten portefeuille"),
        "fr": ("uatorze", "portefeuille fermé"),
        "de": ("ierzehn", "geschlossene"),
        "en": ("ourteen", "closed"),
    }.items():
        text = page_text(client, language, sandbox)
        assert all(word in text for word in words), language


def test_vinnovas_budget_keeps_the_currency_and_the_sources_own_conversion(client: Client):
    budget = figure("vinnova", "budget")
    assert (budget.precision, budget.eur_value) == ("about", Decimal(313_000_000))
    assert all(getattr(budget, f"conversion_{code}") for code in LANGUAGES)
    for language in LANGUAGES:
        assert written(313_000_000, language) in page_text(client, language, Lab.objects.get(code="vinnova"))


def test_the_french_network_has_its_counts_with_their_precision():
    values = {f.measure: (f.value, f.precision) for f in LabFigure.objects.filter(lab__code="ditp-labs", value__gt=0)}
    assert values == {
        "territorial_labs": (18, "exact"),
        "member_labs": (110, "exact"),
        "projects_done": (80, "more_than"),
        "projects_supported": (100, "almost"),
        "training_actions": (500, "more_than"),
    }


@pytest.mark.parametrize(
    ("words", "members", "external", "meetings", "precision", "threshold"),
    [
        ("Innovation Board", 11, 3, 4, "at_least", 50_000),
        ("comité", 9, None, 6, "exact", None),
    ],
)
def test_the_bodies_of_the_railway_lab_have_their_seats_rhythm_and_threshold(
    words, members, external, meetings, precision, threshold
):
    body = GovernanceBody.objects.get(lab__code="nmbs-innovation-lab", name_nl__icontains=words)
    assert (body.members, body.external_members) == (members, external)
    assert (body.meetings_per_year, body.meetings_precision) == (meetings, precision)
    assert body.threshold_eur == threshold


def test_nine_organisations_govern_co_pi():
    (body,) = GovernanceBody.objects.filter(lab__code="co-pi")
    assert body.organisations.count() == 9


@pytest.mark.parametrize(("code", "year"), [("ric", 2018), ("nesta", 1996), ("nmbs-innovation-lab", 2019)])
def test_a_year_of_founding_is_given_where_the_source_gives_one(code: str, year: int):
    assert Lab.objects.get(code=code).founded == year


def test_no_other_lab_has_a_guessed_year_of_founding():
    assert Lab.objects.filter(founded__isnull=False).count() == 3


@pytest.mark.parametrize("code", list(WEBSITES))
def test_a_lab_links_to_its_website(code: str):
    assert Lab.objects.get(code=code).website == WEBSITES[code]


def test_inos_text_isnt_finished_where_the_source_breaks_off(client: Client):
    ino = Lab.objects.get(code="ino")
    assert "Onverwacht Innovatief" in page_text(client, "nl", ino)
    assert ino.source_note_nl


@pytest.mark.parametrize(
    ("language", "words"),
    [("nl", "exhaustie|volledig"), ("fr", "exhausti|complète"), ("de", "vollständig"), ("en", "exhaustive|complete")],
)
def test_the_benchmark_warns_that_it_isnt_exhaustive(client: Client, language: str, words: str):
    page = LabIndexPage.objects.get(locale__language_code=language)
    text = client.get(page.get_url()).content.decode()
    assert any(word in text for word in words.split("|"))
