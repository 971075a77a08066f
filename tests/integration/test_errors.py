"""A wrong address and a broken server still give a page that helps."""

import pytest
from bs4 import BeautifulSoup
from django.db import DatabaseError, connection
from django.test import Client


def soup_of(response) -> BeautifulSoup:
    return BeautifulSoup(response.content.decode(), "html.parser")


@pytest.mark.django_db
@pytest.mark.parametrize("language", ["nl", "fr", "de", "en"])
def test_a_wrong_address_is_explained_in_its_language_with_ways_on(client: Client, language: str):
    response = client.get(f"/{language}/does-not-exist/")
    assert response.status_code == 404
    page = soup_of(response)
    assert page.html["lang"] == language
    assert len(page.find_all("h1")) == 1
    links = {link["href"] for link in page.main.find_all("a")}
    assert len(links) >= 4
    assert all(client.get(link).status_code == 200 for link in links)
    assert not response.cookies
    assert "no-store" in response["Cache-Control"]


@pytest.mark.django_db
def test_a_wrong_address_without_a_language_is_answered_too(client: Client):
    assert client.get("/does-not-exist/").status_code in (302, 404)


def away(execute, sql, params, many, context):
    raise DatabaseError("the database is away")


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/nl/", "/fr/contact/", "/sitemap.xml"])
def test_an_error_is_apologised_for_in_four_languages_without_the_database(path: str):
    client = Client(raise_request_exception=False)
    with connection.execute_wrapper(away):
        response = client.get(path)
    assert response.status_code == 500
    page = soup_of(response)
    assert len(page.find_all("h1")) == 1
    assert {tag["lang"] for tag in page.main.select("li[lang]")} == {"nl", "fr", "de", "en"}
    assert "no-store" in response["Cache-Control"]
    assert "Content-Security-Policy" in response.headers


@pytest.mark.django_db
def test_the_apology_says_nothing_of_the_cause():
    client = Client(raise_request_exception=False)
    with connection.execute_wrapper(away):
        assert "database" not in client.get("/nl/").content.decode().lower()
