"""The catalogue in DCAT-AP: valid, complete, and true."""

import os
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client
from rdflib import DCAT, DCTERMS, FOAF, RDF, Graph

pytestmark = pytest.mark.django_db

# The shapes are the EU's and stay out of the project: they are beside it where they are at all.
SHAPES = Path(os.environ.get("DCAT_SHAPES") or Path(settings.BASE_DIR).parent / "shared" / "dcat-ap")
FORMATS = {"ttl": ("turtle", "text/turtle; charset=utf-8"), "jsonld": ("json-ld", "application/ld+json")}
LANGUAGES = {"nl", "fr", "de", "en"}


def catalogue(extension: str = "ttl") -> Graph:
    response = Client().get(f"/open-data/catalog.{extension}")
    assert response.status_code == 200
    return Graph().parse(data=response.content.decode(), format=FORMATS[extension][0])


def shapes(name: str) -> Graph:
    path = SHAPES / f"3.0.1_{name}.ttl"
    if not path.exists():
        pytest.skip(f"The shapes of DCAT-AP 3.0.1 aren't in {SHAPES}: the catalogue wasn't validated.")
    return Graph().parse(path)


@pytest.mark.parametrize("extension", FORMATS)
@pytest.mark.parametrize("name", ["shapes", "range"])
def test_it_is_valid_dcat_ap(extension: str, name: str):
    pyshacl = pytest.importorskip("pyshacl")
    conforms, _graph, text = pyshacl.validate(catalogue(extension), shacl_graph=shapes(name))
    assert conforms, text


def test_it_has_all_that_is_recommended_but_what_nobody_knows():
    """Places have no outline here, and texts whose rights are their sources' have no licence."""
    pyshacl = pytest.importorskip("pyshacl")
    _conforms, report, _text = pyshacl.validate(catalogue(), shacl_graph=shapes("shapes_recommended"))
    result_path = "http://www.w3.org/ns/shacl#resultPath"
    missing = {str(value) for predicate, value in report.predicate_objects() if str(predicate) == result_path}
    assert missing <= {str(DCAT.bbox), str(DCAT.centroid), str(DCTERMS.license)}


def test_both_forms_say_the_same():
    assert set(catalogue("ttl")) == set(catalogue("jsonld"))


@pytest.mark.parametrize("extension", FORMATS)
def test_it_is_sent_as_what_it_is_to_any_site_and_not_twice(client: Client, extension: str):
    response = client.get(f"/open-data/catalog.{extension}")
    assert response["Content-Type"] == FORMATS[extension][1]
    assert response["Access-Control-Allow-Origin"] == "*"
    assert response["Content-Language"] == "nl, fr, de, en"
    assert not response.cookies
    again = client.get(f"/open-data/catalog.{extension}", headers={"If-None-Match": response["ETag"]})
    assert again.status_code == 304


@pytest.mark.parametrize("kind", [DCAT.Catalog, DCAT.Dataset, DCAT.DataService])
def test_titles_and_descriptions_are_in_four_languages(kind):
    graph = catalogue()
    subjects = list(graph.subjects(RDF.type, kind))
    assert subjects
    for subject in subjects:
        for predicate in (DCTERMS.title, DCTERMS.description):
            assert {text.language for text in graph.objects(subject, predicate)} == LANGUAGES


def test_every_data_set_says_who_publishes_it_since_when_and_where_it_is():
    graph = catalogue()
    for subject in graph.subjects(RDF.type, DCAT.Dataset):
        assert graph.value(graph.value(subject, DCTERMS.publisher), FOAF.name)
        for predicate in (DCTERMS.issued, DCTERMS.modified, DCAT.landingPage, DCAT.theme, DCAT.contactPoint):
            assert graph.value(subject, predicate) is not None
        for distribution in graph.objects(subject, DCAT.distribution):
            name = str(subject).rpartition("#")[2]
            licence = {"labs": "CC0", "changes": "CC0", "tools": "CC_BY_4_0"}.get(name.removeprefix("dataset-"))
            assert str(graph.value(distribution, DCTERMS.license)).rpartition("/")[2] == str(licence)
            assert graph.value(distribution, DCTERMS.language) is not None


def test_every_address_in_it_answers(client: Client):
    graph = catalogue()
    predicates = (
        DCAT.accessURL,
        DCAT.downloadURL,
        DCAT.landingPage,
        FOAF.page,
        DCAT.endpointURL,
        DCAT.endpointDescription,
    )
    addresses = {str(value) for predicate in predicates for value in graph.objects(None, predicate)}
    assert len(addresses) > 40
    broken = {}
    for address in addresses:
        status = client.get(address.removeprefix("http://testserver"), follow=True).status_code
        if status != 200:
            broken[address] = status
    assert broken == {}
