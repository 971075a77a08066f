"""Labs in the API: the same facts, filters and order as on the page."""

import pytest
from django.utils import translation

from labs import selectors
from labs.exports import fact_as_json
from labs.factories import LabFactory, LabFigureFactory
from labs.facts import BY_KEY
from labs.filters import in_order
from labs.models import Lab

pytestmark = pytest.mark.django_db

LANGUAGES = ("nl", "fr", "de", "en")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_fact_of_every_lab_is_that_of_the_benchmark(read, language: str):
    items = {item["slug"]: item for item in read(f"/labs?lang={language}&page_size=100")["items"]}
    with translation.override(language):
        rows = selectors.rows()
        assert set(items) == {row.lab.code for row in rows}
        for row in rows:
            expected = {key: fact_as_json(fact) for key, fact in row.facts.items()}
            assert items[row.lab.code]["facts"] == expected


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_lab_alone_has_the_facts_that_it_has_in_the_list(read, language: str):
    for item in read(f"/labs?lang={language}&page_size=100")["items"]:
        alone = read(f"/labs/{item['slug']}?lang={language}")
        assert {key: alone[key] for key in item} == item


@pytest.mark.parametrize("sort", [f"{sign}{key}" for key in BY_KEY for sign in ("", "-")])
def test_the_order_is_that_of_the_benchmark(read, sort: str):
    with translation.override("en"):
        expected = [row.lab.code for row in in_order(selectors.rows(), sort)]
    assert [item["slug"] for item in read(f"/labs?sort={sort}&page_size=100")["items"]] == expected


@pytest.mark.parametrize(
    ("query", "fits"),
    [
        ("country=BE", lambda facts: facts["country"]["value"] == "BE"),
        ("kind=lab&kind=network", lambda facts: facts["kind"]["value"] in ("lab", "network")),
        ("activity=training", lambda facts: "training" in (facts["activities"]["value"] or [])),
        ("budget_min=500000", lambda facts: (facts["budget"]["eur"] or -1) >= 500000),
        ("staff_max=20", lambda facts: facts["staff"]["value"] is not None and facts["staff"]["value"] <= 20),
        ("country=BE&staff_min=1", lambda facts: facts["country"]["value"] == "BE" and facts["staff"]["value"]),
        ("country=ZZ", lambda facts: False),
        ("budget_min=5&budget_max=4", lambda facts: False),
    ],
)
def test_filters_find_what_they_say_and_all_of_it(read, query: str, fits):
    everything = read("/labs?page_size=100")["items"]
    found = read(f"/labs?{query}&page_size=100")
    expected = [item["slug"] for item in everything if fits(item["facts"])]
    assert [item["slug"] for item in found["items"]] == expected
    assert found["total"] == len(expected)


def test_a_decimal_point_is_a_decimal_point(read):
    lab = LabFactory(name="Small", figures=[])
    LabFigureFactory(lab=lab, measure="staff", value=2, unit="fte", year=2024)
    found = [item["slug"] for item in read("/labs?staff_max=2.001&page_size=100")["items"]]
    assert lab.code in found


def test_unknown_is_null_and_says_which_kind_of_unknown(read):
    facts = [fact for item in read("/labs?page_size=100")["items"] for fact in item["facts"].values()]
    unknown = [fact for fact in facts if fact["availability"] != "given"]
    assert unknown
    assert all(fact["value"] is None and fact["text"] for fact in unknown)


def test_the_shares_of_a_budget_add_up_to_it(read):
    [budget] = [figure for figure in read("/labs/ric")["figures"] if figure["measure"]["code"] == "budget"]
    assert sum(share["total_eur"] for share in budget["shares"]) == budget["eur"]
    assert sum(share["share"] for share in budget["shares"]) == pytest.approx(1)


def test_a_lab_names_the_source_of_each_fact(read):
    for item in read("/labs?page_size=100")["items"]:
        titles = {source["title"] for source in item["sources"]}
        assert {fact["source"] for fact in item["facts"].values() if fact["source"]} <= titles


def test_text_that_is_not_translated_says_so(read):
    Lab.objects.filter(code="ric").update(decides_fr="")
    lab = read("/labs/ric?lang=fr")
    assert lab["fallbacks"] == ["decides"]
    assert lab["facts"]["decides"]["language"] == "nl"


def test_more_labs_take_no_more_queries(read, django_assert_max_num_queries):
    for _number in range(20):
        LabFigureFactory(lab=LabFactory())
    read("/labs")
    with django_assert_max_num_queries(6):
        read("/labs?page_size=100")
