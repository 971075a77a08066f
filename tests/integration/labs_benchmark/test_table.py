"""The benchmark's table as a visitor sees it: sorted, filtered, counted, all by address."""

import pytest
from bs4 import BeautifulSoup

from labs.facts import TABLE_KEYS
from labs.filters import FACETS
from labs.models import Lab

pytestmark = pytest.mark.django_db


def codes(soup: BeautifulSoup) -> list[str]:
    return [str(box["value"]) for box in soup.select("input[form=compare-form]")]


def test_every_column_sorts_and_says_how(page):
    soup = page()
    headings = soup.select("th[aria-sort]")
    assert len(headings) == len(TABLE_KEYS)
    assert [heading["aria-sort"] for heading in headings].count("ascending") == 1
    for heading in headings[1:]:
        again = page(heading.a["href"].split("#")[0])
        (sorted_by,) = again.select("th[aria-sort]:not([aria-sort=none])")
        assert (sorted_by.a["id"], sorted_by["aria-sort"]) == (heading.a["id"], "ascending")
        other_way = page(sorted_by.a["href"].split("#")[0])
        assert other_way.select_one("th[aria-sort=descending]").a["id"] == heading.a["id"]


def test_unknown_budgets_come_last_in_both_directions(page):
    unknown = {"ditp-labs", "sandbox-vlaanderen", "la-fabrique-rh", "lab-110-bis", "siilab"}
    assert set(codes(page("?sort=budget"))[-5:]) == unknown
    assert set(codes(page("?sort=-budget"))[-5:]) == unknown
    assert codes(page("?sort=-budget"))[:3] == ["vinnova", "nesta", "co-pi"]


@pytest.mark.parametrize("language", ["nl", "fr", "de", "en"])
def test_each_count_is_the_number_of_rows_behind_it(page, language: str):
    soup = page(language=language)
    for facet in FACETS:
        for box in soup.select(f"input[name={facet.key}]"):
            count = int(box.find_next(class_="facet__count").contents[0])
            assert len(codes(page(f"?{facet.key}={box['value']}", language))) == count


def test_choices_without_results_are_shown_and_cant_be_chosen(page):
    soup = page("?country=SE")
    assert soup.select_one("input[name=kind][value=sandbox]").has_attr("disabled")
    assert not soup.select_one("input[name=kind][value=agency]").has_attr("disabled")


def test_what_is_applied_can_be_taken_away_alone_or_at_once(page):
    soup = page("?kind=agency&country=BE&country=SE&budget_min=1000&sort=-staff")
    chips = soup.select("a.tag--applied")
    assert len(chips) == 4
    assert len(page(chips[0]["href"].split("#")[0]).select("a.tag--applied")) == 3
    bare = page(soup.select_one("#clear")["href"].split("#")[0])
    assert len(codes(bare)) == Lab.objects.count()
    assert bare.select_one("th[aria-sort=descending]")


@pytest.mark.parametrize("text", ["abc", "-1", "9" * 40, "1e9", "1,2,3"])
def test_a_wrong_bound_is_explained_at_its_field(page, text: str):
    soup = page(f"?budget_min={text}")
    field = soup.select_one("#budget_min")
    assert field["value"] == text
    assert soup.find(id=field["aria-describedby"]).get_text(strip=True)
    assert len(codes(soup)) == Lab.objects.count()


def test_the_switch_of_language_keeps_the_question(page):
    soup = page("?kind=lab&sort=-budget&nonsense=1")
    for link in soup.select(".languages a"):
        assert link["href"].endswith("?kind=lab&sort=-budget")
    assert soup.select_one("link[rel=canonical]")["href"].endswith("/benchmark/")


def test_your_lab_stands_in_the_table_whatever_is_filtered(page):
    soup = page("?country=SE&my_budget=1.000.000&my_staff=5&my_name=Ons+lab")
    assert "Ons lab" in soup.select_one(".lab-table__yours").get_text()
    assert codes(soup) == ["yours", "vinnova"]


def test_files_ask_the_same_but_no_mistakes(page):
    soup = page("?kind=lab&budget_min=abc&sort=-staff")
    urls = [link["href"] for link in soup.select('a[href^="/open-data/labs."]')]
    assert urls == [f"/open-data/labs.{kind}?kind=lab&sort=-staff&lang=nl" for kind in ("csv", "xlsx", "json")]


def test_a_lab_leads_to_its_comparison(page):
    assert page("ric/").select_one('a[href$="/compare/?labs=ric"]')


def test_reserved_words_are_no_codes_of_labs():
    from django.core.exceptions import ValidationError

    for word in ("compare", "stand", "changes", "yours"):
        lab = Lab(code=word, name_nl="x", short_name_nl="x", kind="lab", country="BE", level="national", role_nl="x")
        with pytest.raises(ValidationError) as refused:
            lab.full_clean()
        assert "code" in refused.value.message_dict
