"""Four languages: the switcher stays on the page, says what is missing, and never shows a draft."""

import pytest
from bs4 import BeautifulSoup
from django.test import Client, RequestFactory
from django.utils import translation

from labs.factories import LabFactory
from labs.models import Lab, LabIndexPage
from nido_portal.core.navigation import navigation
from nido_portal.home.models import StandardPage
from nido_portal.seeding.references import page_identity
from toolbox.factories import PhaseFactory
from toolbox.models import Phase

pytestmark = pytest.mark.django_db

LANGUAGES = ("nl", "fr", "de", "en")


def about(language: str) -> StandardPage:
    return StandardPage.objects.get(translation_key=page_identity("about"), locale__language_code=language)


def soup_of(response) -> BeautifulSoup:
    return BeautifulSoup(response.content.decode(), "html.parser")


def switcher(soup: BeautifulSoup) -> dict[str, str]:
    """Return where the switcher leads, by language."""
    return {link["hreflang"]: link["href"] for link in soup.select("header a[hreflang], nav a[hreflang]")}


def test_the_switcher_stays_on_the_same_page(client: Client):
    offered = switcher(soup_of(client.get(about("nl").get_url())))
    assert offered | {"nl": about("nl").get_url()} == {code: about(code).get_url() for code in LANGUAGES}


def test_the_switcher_stays_on_the_same_record(client: Client):
    phase = Phase.objects.get(code="problems")
    path = address("nl", phase)
    offered = switcher(soup_of(client.get(path)))
    for code in ("fr", "de", "en"):
        assert offered[code].endswith(f"/{phase.address(code)}/")
        assert client.get(offered[code]).status_code == 200


def address(language: str, record) -> str:
    """Return the address of a record's page in a language."""
    with translation.override(language):
        return navigation(RequestFactory().get("/")).record_url(record)


def test_a_language_without_the_page_says_so_and_offers_the_others(client: Client):
    about("fr").delete()
    soup = soup_of(client.get(about("nl").get_url()))
    missing = client.get(switcher(soup)["fr"])
    assert missing.status_code == 200
    page = soup_of(missing)
    assert page.html["lang"] == "fr"
    offered = {link["hreflang"]: link["href"] for link in page.main.select("a[hreflang]")}
    assert offered == {code: about(code).get_url() for code in ("nl", "de", "en")}
    assert page.select_one("meta[name=robots]")["content"] == "noindex"
    assert "fr" not in {link["hreflang"] for link in soup.select("link[rel=alternate]")}


def test_a_translation_that_isnt_published_is_never_shown(client: Client):
    draft = about("fr")
    path = draft.get_url()
    draft.title = "Titre secret"
    draft.save_revision()
    draft.unpublish()
    assert client.get(path).status_code == 404
    soup = soup_of(client.get(about("nl").get_url()))
    missing = client.get(switcher(soup)["fr"])
    assert missing.status_code == 200
    assert "Titre secret" not in missing.content.decode()
    assert {link["hreflang"] for link in soup_of(missing).main.select("a[hreflang]")} == {"nl", "de", "en"}


def test_a_draft_of_a_published_page_isnt_shown(client: Client):
    page = about("nl")
    page.title = "Nog niet klaar"
    page.save_revision()
    assert "Nog niet klaar" not in client.get(page.get_url()).content.decode()


def test_asking_for_a_translation_that_exists_leads_to_it(client: Client):
    response = client.get(f"/de/-/language/{about('nl').pk}/")
    assert response.status_code == 302
    assert response["Location"] == about("de").get_url()


@pytest.mark.parametrize("language", ["nl", "fr"])
def test_asking_for_a_translation_of_an_unpublished_page_is_answered_with_not_found(client: Client, language: str):
    page = about("nl")
    page.unpublish()
    assert client.get(f"/{language}/-/language/{page.pk}/").status_code == 404
    assert client.get("/fr/-/language/999999/").status_code == 404


@pytest.mark.parametrize("language", ["fr", "de", "en"])
def test_a_record_without_a_translation_shows_its_dutch_text_marked_as_dutch(client: Client, language: str):
    lab = LabFactory(role_nl="<p>Dit lab bestaat alleen in het Nederlands.</p>", name_nl="Lab zonder vertaling")
    page = soup_of(client.get(address(language, lab)))
    heading = page.h1.find(lang="nl") or page.h1
    assert heading.get_text(strip=True) == "Lab zonder vertaling"
    assert heading.get("lang") == "nl"
    (role,) = [tag for tag in page.main.select("[lang=nl]") if "alleen in het Nederlands" in tag.get_text()]
    assert role is not None


def test_a_record_that_is_translated_isnt_marked(client: Client):
    lab = Lab.objects.get(code="ric")
    page = soup_of(client.get(address("fr", lab)))
    assert page.main.select("h1 [lang], .prose[lang]") == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_address_in_another_language_leads_to_the_right_one_for_good(client: Client, language: str):
    phase = Phase.objects.get(code="problems")
    right = address(language, phase)
    index = right.removesuffix(f"{phase.address(language)}/")
    for other in LANGUAGES:
        response = client.get(f"{index}{phase.address(other)}/")
        if phase.address(other) == phase.address(language):
            assert response.status_code == 200
        else:
            assert response.status_code == 301
            assert response["Location"] == right


def test_of_two_records_with_one_address_the_one_of_this_language_is_shown(client: Client):
    first = Phase.objects.get(code="problems")
    other = PhaseFactory(slug_nl="iets-anders", slug_fr=first.slug_nl, name_nl="Iets anders")
    assert first.name_nl in soup_of(client.get(address("nl", first))).h1.get_text()
    assert soup_of(client.get(address("fr", other))).h1.get_text(strip=True) == "Iets anders"


def test_a_record_without_a_french_address_uses_the_dutch_one(client: Client):
    phase = PhaseFactory(slug_nl="alleen-nederlands")
    assert client.get(address("fr", phase)).status_code == 200


@pytest.mark.parametrize("path", ["nope", "ric/more", "RIC"])
def test_an_unknown_record_is_not_found(client: Client, path: str):
    index = address("nl", Lab.objects.get(code="ric")).removesuffix("ric/")
    assert client.get(f"{index}{path}/").status_code == 404


def test_records_have_no_page_where_their_index_page_isnt_published(client: Client):
    ric = Lab.objects.get(code="ric")
    path = address("de", ric)
    LabIndexPage.objects.get(locale__language_code="de").unpublish()
    assert client.get(path).status_code == 404
    assert address("de", ric) == ""
    dutch = soup_of(client.get(address("nl", ric)))
    assert {link["hreflang"] for link in dutch.select("link[rel=alternate]")} == {"nl", "fr", "en", "x-default"}
