"""The catalogue of the open data in DCAT-AP 3.0.1, for other catalogues to harvest."""

from datetime import date, datetime
from typing import Any

from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from rdflib import DCAT, DCTERMS, FOAF, RDF, XSD, Graph, Literal, URIRef

from nido_portal.core.furniture import absolute

from . import vocabulary as terms
from .data_sets import API, DATA_SETS, LANGUAGES, OPENAPI, DataSet, File
from .dates import Dates

TITLE = _("Open data of Nido")
DESCRIPTION = _(
    "Data on innovation in government: labs and how they are organised and paid, the innovation cycle, tools, "
    "inspiration sessions and answers of experts."
)
PUBLISHER = _("FPS BOSA – Nido")
BOSA = URIRef("https://bosa.belgium.be")


def catalogue(dates: dict[str, Dates], pages: dict[str, dict[str, str]]) -> Graph:
    """Return the catalogue as a graph; everything in it has an address, so that two harvests are alike.

    Args:
        dates: of each data set, by its key.
        pages: paths of each data set's page for people, by its key and language.
    """
    graph = Graph()
    for prefix, namespace in (("dcatap", terms.DCATAP), ("vcard", terms.VCARD)):
        graph.bind(prefix, namespace)
    terms.describe_terms(graph)
    _describe_publisher(graph)
    _describe_service(graph)
    _describe_catalogue(graph, dates)
    for data_set in DATA_SETS:
        _describe_data_set(graph, data_set, dates[data_set.key], pages.get(data_set.key, {}))
    return graph


def node(name: str) -> URIRef:
    """Return the address of something in the catalogue, such as `#labs`."""
    return URIRef(absolute(f"/open-data/#{name}"))


def _say(graph: Graph, subject: URIRef, *facts: tuple[URIRef, Any]) -> None:
    for predicate, value in facts:
        if value is not None:
            graph.add((subject, predicate, value))


def _say_in_all_languages(graph: Graph, subject: URIRef, predicate: URIRef, text: str | Promise) -> None:
    for code in LANGUAGES:
        with translation.override(code):
            graph.add((subject, predicate, Literal(str(text), lang=code)))


def _moment(value: datetime | None) -> Literal | None:
    return Literal(value.isoformat(timespec="seconds"), datatype=XSD.dateTime) if value else None


def _day(value: date | None) -> Literal | None:
    return Literal(value.isoformat(), datatype=XSD.date) if value else None


def _document(graph: Graph, path: str) -> URIRef:
    document = URIRef(absolute(path))
    graph.add((document, RDF.type, FOAF.Document))
    return document


def _describe_publisher(graph: Graph) -> None:
    publisher, contact = node("publisher"), node("contact")
    _say(
        graph,
        publisher,
        (RDF.type, FOAF.Agent),
        (DCTERMS.type, terms.NATIONAL_AUTHORITY),
        (FOAF.homepage, BOSA),
    )
    _say_in_all_languages(graph, publisher, FOAF.name, PUBLISHER)
    graph.add((BOSA, RDF.type, FOAF.Document))
    _say(
        graph,
        contact,
        (RDF.type, terms.VCARD.Kind),
        (RDF.type, terms.VCARD.Organization),
        (terms.VCARD.fn, Literal("Nido")),
        (terms.VCARD.hasURL, URIRef(absolute("/en/contact/"))),
    )


def _say_of_resource(graph: Graph, subject: URIRef) -> None:
    """Say what data sets and the service have alike."""
    _say(
        graph,
        subject,
        (DCTERMS.publisher, node("publisher")),
        (DCAT.contactPoint, node("contact")),
        (DCAT.theme, terms.GOVERNMENT),
        (DCTERMS.accessRights, terms.PUBLIC),
    )


def _describe_catalogue(graph: Graph, dates: dict[str, Dates]) -> None:
    subject = node("catalog")
    issued = [known.issued for known in dates.values() if known.issued]
    modified = [known.modified for known in dates.values() if known.modified]
    home = _document(graph, "/open-data/")
    _say(
        graph,
        subject,
        (RDF.type, DCAT.Catalog),
        (DCTERMS.publisher, node("publisher")),
        (DCTERMS.license, terms.CC0),
        (DCTERMS.spatial, terms.place("country/BEL")),
        (DCTERMS.issued, _moment(min(issued, default=None))),
        (DCTERMS.modified, _moment(max(modified, default=None))),
        (DCAT.themeTaxonomy, terms.THEMES),
        (DCAT.service, node("api")),
        (FOAF.homepage, home),
    )
    for code in LANGUAGES:
        graph.add((subject, DCTERMS.language, terms.language(code)))
    for data_set in DATA_SETS:
        graph.add((subject, DCAT.dataset, node(data_set.key)))
    _say_in_all_languages(graph, subject, DCTERMS.title, TITLE)
    _say_in_all_languages(graph, subject, DCTERMS.description, DESCRIPTION)


def _describe_service(graph: Graph) -> None:
    service = node("api")
    _say_of_resource(graph, service)
    _say(
        graph,
        service,
        (RDF.type, DCAT.DataService),
        (DCAT.endpointURL, URIRef(absolute(f"{API}/"))),
        (DCAT.endpointDescription, URIRef(absolute(OPENAPI))),
        (DCTERMS.conformsTo, terms.OPENAPI_STANDARD),
        (DCAT.landingPage, _document(graph, "/open-data/")),
    )
    for data_set in DATA_SETS:
        if any(file.is_api for file in data_set.files):
            graph.add((service, DCAT.servesDataset, node(data_set.key)))
    _say_in_all_languages(graph, service, DCTERMS.title, _("API of Nido's open data"))
    _say_in_all_languages(graph, service, DCTERMS.description, _("Reads everything that the portal publishes."))
    _say_in_all_languages(graph, service, DCAT.keyword, _("innovation"))


def _describe_data_set(graph: Graph, data_set: DataSet, dates: Dates, pages: dict[str, str]) -> None:
    subject, period = node(data_set.key), node(f"{data_set.key}-period")
    _say_of_resource(graph, subject)
    _say(
        graph,
        subject,
        (RDF.type, DCAT.Dataset),
        (DCTERMS.identifier, Literal(str(subject))),
        (DCTERMS.issued, _moment(dates.issued)),
        (DCTERMS.modified, _moment(dates.modified)),
        (DCTERMS.accrualPeriodicity, terms.IRREGULAR),
        (DCTERMS.spatial, terms.place(data_set.place)),
    )
    graph.add((terms.place(data_set.place), RDF.type, DCTERMS.Location))
    graph.add((terms.place("country/BEL"), RDF.type, DCTERMS.Location))
    first, last = dates.covers
    if first or last:
        _say(graph, subject, (DCTERMS.temporal, period))
        _say(graph, period, (RDF.type, DCTERMS.PeriodOfTime), (DCAT.startDate, _day(first)), (DCAT.endDate, _day(last)))
    _say_in_all_languages(graph, subject, DCTERMS.title, data_set.title)
    _say_in_all_languages(graph, subject, DCTERMS.description, data_set.description)
    for keyword in data_set.keywords:
        _say_in_all_languages(graph, subject, DCAT.keyword, keyword)
    for code in LANGUAGES:
        graph.add((subject, DCTERMS.language, terms.language(code)))
        if code in pages:
            graph.add((subject, DCAT.landingPage, _document(graph, pages[code])))
        for file in data_set.codebook:
            graph.add((subject, FOAF.page, _document(graph, file.path(code))))
        for file in data_set.files:
            graph.add((subject, DCAT.distribution, _distribution(graph, data_set, file, code, dates)))


def _distribution(graph: Graph, data_set: DataSet, file: File, language: str, dates: Dates) -> URIRef:
    kind = "api" if file.is_api else file.format.name.lower()
    subject = node(f"{data_set.key}-{kind}-{language}")
    address = URIRef(absolute(file.path(language)))
    file_type, media_type = terms.file_type(file.format.file_type), terms.media_type(file.format.media_type)
    _say(
        graph,
        subject,
        (RDF.type, DCAT.Distribution),
        (DCAT.accessURL, address),
        (DCAT.downloadURL, None if file.is_api else address),
        (DCAT.accessService, node("api") if file.is_api else None),
        (DCTERMS["format"], file_type),
        (DCAT.mediaType, media_type),
        (DCTERMS.license, terms.licence(data_set.licence.code) if data_set.licence else None),
        (DCTERMS.language, terms.language(language)),
        (DCTERMS.issued, _moment(dates.issued)),
        (DCTERMS.modified, _moment(dates.modified)),
        (terms.DCATAP.availability, terms.STABLE),
    )
    graph.add((file_type, RDF.type, DCTERMS.MediaTypeOrExtent))
    graph.add((media_type, RDF.type, DCTERMS.MediaType))
    with translation.override(language):
        graph.add((subject, DCTERMS.title, Literal(f"{data_set.title} ({file.format.name})", lang=language)))
        graph.add((subject, DCTERMS.description, Literal(str(file.description), lang=language)))
    return subject
