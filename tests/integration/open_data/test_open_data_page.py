"""The page of the open data, for people."""

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.utils import timezone
from wagtail.models import Page

from toolbox.models import ToolPage

pytestmark = pytest.mark.django_db

LANGUAGES = ("nl", "fr", "de", "en")


def soup(client: Client, language: str) -> BeautifulSoup:
    response = client.get(f"/{language}/open-data/")
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


@pytest.mark.parametrize(("accepted", "language"), [("de-BE,de;q=0.9", "de"), ("fr", "fr"), ("", "nl")])
def test_the_short_address_leads_to_the_likely_language(client: Client, accepted: str, language: str):
    response = client.get("/open-data/", headers={"Accept-Language": accepted})
    assert (response.status_code, response["Location"]) == (302, f"/{language}/open-data/")
    assert "Accept-Language" in response["Vary"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_lists_every_data_set_with_licence_formats_and_last_change(client: Client, language: str):
    page = soup(client, language)
    sections = {section["aria-labelledby"]: section for section in page.select("main section")}
    assert list(sections) == ["labs", "changes", "phases", "tools", "sessions", "questions", "for-developers"]
    licences = {"labs": "CC0 1.0", "changes": "CC0 1.0", "tools": "CC BY 4.0"}
    for key in list(sections)[:-1]:
        assert ("CC0" in sections[key].get_text(), "CC BY" in sections[key].get_text()) == (
            licences.get(key) == "CC0 1.0",
            licences.get(key) == "CC BY 4.0",
        )
        assert sections[key].select_one("time[datetime]")
        assert sections[key].select("a[href]")
    formats = [link["href"] for link in sections["labs"].select("a[href]")]
    assert f"/open-data/labs.xlsx?lang={language}" in formats
    assert f"/open-data/codebook.csv?lang={language}" in formats


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_link_of_it_leads_somewhere(client: Client, language: str):
    addresses = {link["href"] for link in soup(client, language).select("main a[href^='/']")}
    assert {address: client.get(address).status_code for address in addresses} == dict.fromkeys(addresses, 200)


def test_it_is_canonical_to_itself_in_four_languages(client: Client):
    page = soup(client, "fr")
    assert page.select_one("link[rel=canonical]")["href"] == "http://testserver/fr/open-data/"
    links = {link["hreflang"]: link["href"] for link in page.select("link[rel=alternate][hreflang]")}
    expected = {code: f"http://testserver/{code}/open-data/" for code in LANGUAGES}
    assert links == {**expected, "x-default": "http://testserver/nl/open-data/"}
    assert page.select_one("meta[name=description]")["content"]
    assert len(page.select("h1")) == 1


def test_it_is_in_the_sitemap_and_in_every_footer(client: Client):
    assert "http://testserver/de/open-data/" in client.get("/sitemap.xml").content.decode()
    assert BeautifulSoup(client.get("/de/").content, "html.parser").select_one("footer a[href='/de/open-data/']")


def test_the_last_change_is_that_of_the_newest_page(client: Client):
    tomorrow = timezone.now() + timezone.timedelta(days=1)
    Page.objects.filter(pk=ToolPage.objects.live().first().pk).update(last_published_at=tomorrow)
    section = soup(client, "en").select_one("section[aria-labelledby=tools]")
    assert section.select_one("time")["datetime"] == timezone.localtime(tomorrow).date().isoformat()


def test_it_stays_within_the_budget_of_a_public_page(client: Client, django_assert_max_num_queries):
    soup(client, "nl")
    with django_assert_max_num_queries(12):
        soup(client, "nl")
