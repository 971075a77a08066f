"""The neutral page at `/`: it offers four languages and remembers nothing."""

import pytest
from bs4 import BeautifulSoup
from django.test import Client


def offered(response) -> list[str]:
    soup = BeautifulSoup(response.content.decode(), "html.parser")
    return [link["href"] for link in soup.main.select("a[hreflang]")]


@pytest.mark.parametrize(
    ("header", "first"),
    [
        ("fr-BE,fr;q=0.9,nl;q=0.5", "fr"),
        ("de", "de"),
        ("en-GB,en;q=0.9", "en"),
        ("nl-BE", "nl"),
        ("it,es;q=0.8", "nl"),
        ("", "nl"),
        ("*", "nl"),
        ("xx-ÿ;;;q=foo,,", "nl"),
    ],
)
def test_the_likely_language_comes_first_and_all_four_are_there(client: Client, header: str, first: str):
    response = client.get("/", headers={"Accept-Language": header})
    assert offered(response)[0] == f"/{first}/"
    assert sorted(offered(response)) == ["/de/", "/en/", "/fr/", "/nl/"]


def test_it_varies_by_language_and_by_nothing_else_and_sets_no_cookie(client: Client):
    response = client.get("/")
    assert set(response["Vary"].split(", ")) - {"Accept-Encoding"} == {"Accept-Language"}
    assert not response.cookies


def test_it_needs_no_database(client: Client):
    assert client.get("/").status_code == 200


def test_it_cant_be_posted_to(client: Client):
    assert client.post("/").status_code == 405


@pytest.mark.django_db
@pytest.mark.parametrize("language", ["nl", "fr", "de", "en"])
def test_a_page_depends_on_its_address_alone(client: Client, language: str):
    texts = set()
    for header in ("fr", "de", "it", ""):
        response = client.get(f"/{language}/", headers={"Accept-Language": header})
        assert "Accept-Language" not in response.headers.get("Vary", "")
        texts.add(response.content)
    assert len(texts) == 1
