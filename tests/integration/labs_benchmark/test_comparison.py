"""Labs side by side, and where one's own would stand."""

import itertools

import pytest
from django.test import Client

from tests.integration.labs_benchmark.conftest import benchmark_path

pytestmark = pytest.mark.django_db
LANGUAGES = ("nl", "fr", "de", "en")


def test_the_address_of_a_comparison_is_the_same_in_all_languages(page):
    soup = page("compare/?labs=ric,labx")
    assert soup.select_one("link[rel=canonical]")["href"].endswith("/compare/?labs=ric,labx")
    alternates = {link["hreflang"]: link["href"] for link in soup.select("link[rel=alternate][hreflang]")}
    assert set(alternates) == {*LANGUAGES, "x-default"}
    assert all(url.endswith("/compare/?labs=ric,labx") for url in alternates.values())
    for language in LANGUAGES:
        assert len(page("compare/?labs=ric,labx", language).select(".compare-table thead th")) == 3


def test_what_a_form_sends_leads_to_the_address_to_share(client: Client):
    response = client.get(f"{benchmark_path()}compare/?labs=ric&labs=&labs=labx&labs=ric&differences=1&x=y")
    assert response.status_code == 301
    assert response["Location"] == f"{benchmark_path()}compare/?labs=ric,labx&differences=1"


def test_columns_can_be_moved_removed_and_swapped(page):
    soup = page("compare/?labs=ric,labx,nesta")
    moves = [link["href"] for link in soup.select(".compare-table__moves")[1].select("a")]
    assert moves == ["?labs=labx,ric,nesta", "?labs=ric,nesta,labx", "?labs=ric,nesta"]
    assert [select.select_one("[selected]")["value"] for select in soup.select("select[name=labs]")[:3]] == [
        "ric", "labx", "nesta",
    ]  # fmt: skip
    assert len(soup.select("select[name=labs]")) == 4


def test_only_differences_leaves_out_what_is_the_same(page):
    every = page("compare/?labs=ino,nmbs-innovation-lab").select(".compare-table td")
    different = page("compare/?labs=ino,nmbs-innovation-lab&differences=1").select(".compare-table td")
    assert 0 < len(different) < len(every)


def test_figures_say_their_year_source_and_why_they_cant_be_compared(page):
    soup = page("compare/?labs=labx,vinnova,sandbox-vlaanderen", "en")
    text = soup.select_one(".compare-table").get_text(" ", strip=True)
    assert "No year given" in text
    assert "EUR 313,000,000" in text
    assert "EUR 1 = SEK 11.18" in text
    assert "Not comparable" in text
    assert soup.select_one("#source-1")
    for link in soup.select(".compare-table a[href^='#']"):
        assert soup.find(id=link["href"][1:]), link


def test_what_cant_be_shown_is_named(page):
    soup = page("compare/?labs=ric,nobody,labx,nesta,ino,vinnova")
    notices = soup.select_one(".compare-page").get_text(" ", strip=True)
    assert "nobody" in notices
    assert "vinnova" in notices
    assert len(soup.select(".compare-table thead th")) == 5


@pytest.mark.parametrize("tail", ["compare/", "compare/?labs=", "compare/?labs=ric", "compare/?labs=nobody"])
def test_too_few_labs_give_a_choice(page, tail: str):
    soup = page(tail)
    assert len(soup.select("select[name=labs]")) == 2
    assert not soup.select_one(".compare-table")


def test_the_files_of_a_comparison_ask_for_the_same_labs(page):
    soup = page("compare/?labs=ric,labx", "fr")
    assert soup.select_one('a[href="/open-data/comparison.csv?labs=ric,labx&lang=fr"]')
    assert soup.select_one('a[href="/open-data/brief.pdf?labs=ric,labx&lang=fr"]')


def test_your_lab_can_be_compared_and_goes_along(page):
    soup = page("compare/?labs=yours,ric&my_budget=500000&my_name=Ons+lab")
    assert "Ons lab" in soup.select_one(".compare-table thead").get_text()
    assert "my_budget=500000" in soup.select_one(".compare-table__moves a")["href"]


def test_where_we_stand_is_explained(page):
    soup = page("stand/?my_budget=1.000.000&my_staff=6&my_model=internal-board&my_activity=projects", "en")
    text = soup.select_one("main").get_text(" ", strip=True)
    assert "Percentile 42" in text
    assert "Of the 7 labs that give this figure, 3 have less and 0 as much." in text
    assert len(soup.select(".peers > li")) == 3
    assert soup.select_one(".peers h3").get_text(strip=True).startswith("NMBS") or "SNCB" in text
    assert soup.select_one(".lab-table__yours")


def test_wrong_input_is_explained_at_its_field(page):
    soup = page("stand/?my_budget=veel&my_staff=-3&my_activity=dansen")
    assert len(soup.select(".field--error")) == 3
    assert soup.select_one("#id_my_budget")["value"] == "veel"
    assert not soup.select_one(".lab-table")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("word", ["compare", "stand", "changes"])
def test_pages_below_the_benchmark_have_a_place_of_their_own(page, word: str, language: str):
    soup = page(f"{word}/", language)
    assert soup.select_one("link[rel=canonical]")["href"].endswith(f"{benchmark_path(language)}{word}/")
    assert soup.select_one("html")["lang"] == language
    assert len(soup.select("h1")) == 1
    assert soup.h1.get_text(strip=True) in soup.title.get_text()
    assert len(soup.select(".breadcrumb li")) == 3
    levels = [int(heading.name[1]) for heading in soup.select("main :is(h1, h2, h3, h4)")]
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))
