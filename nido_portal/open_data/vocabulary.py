"""The terms of others that the catalogue uses, with what a catalogue must know of each: its class and its label."""

from rdflib import DCTERMS, RDF, SKOS, Graph, Literal, Namespace, URIRef

EU = "http://publications.europa.eu/resource/authority/"
DCATAP = Namespace("http://data.europa.eu/r5r/")
VCARD = Namespace("http://www.w3.org/2006/vcard/ns#")
LANGUAGE_CODES = {"nl": "NLD", "fr": "FRA", "de": "DEU", "en": "ENG"}
MEDIA_TYPES = "https://www.iana.org/assignments/media-types/"

THEMES = URIRef(f"{EU}data-theme")
GOVERNMENT = URIRef(f"{EU}data-theme/GOVE")
PUBLIC = URIRef(f"{EU}access-right/PUBLIC")
CC0 = URIRef(f"{EU}licence/CC0")
CC_BY = URIRef(f"{EU}licence/CC_BY_4_0")
IRREGULAR = URIRef(f"{EU}frequency/IRREG")
STABLE = URIRef(f"{EU}planned-availability/STABLE")
NATIONAL_AUTHORITY = URIRef("http://purl.org/adms/publishertype/NationalAuthority")
PUBLIC_DOMAIN = URIRef("http://purl.org/adms/licencetype/PublicDomain")
ATTRIBUTION = URIRef("http://purl.org/adms/licencetype/Attribution")
OPENAPI_STANDARD = URIRef("https://spec.openapis.org/oas/v3.1.0")

CLASSES = {
    PUBLIC: DCTERMS.RightsStatement,
    CC0: DCTERMS.LicenseDocument,
    CC_BY: DCTERMS.LicenseDocument,
    IRREGULAR: DCTERMS.Frequency,
    OPENAPI_STANDARD: DCTERMS.Standard,
}
CONCEPTS = {
    GOVERNMENT: "Government and public sector",
    STABLE: "stable",
    NATIONAL_AUTHORITY: "National authority",
    PUBLIC_DOMAIN: "Public domain",
    ATTRIBUTION: "Attribution",
}


def language(code: str) -> URIRef:
    """Return a language (ISO 639-1) in the EU's vocabulary."""
    return URIRef(f"{EU}language/{LANGUAGE_CODES[code]}")


def licence(code: str) -> URIRef:
    """Return a licence such as `CC0` in the EU's vocabulary."""
    return URIRef(f"{EU}licence/{code}")


def place(code: str) -> URIRef:
    """Return a place such as `country/BEL` in the EU's vocabulary."""
    return URIRef(f"{EU}{code}")


def file_type(code: str) -> URIRef:
    """Return a kind of file such as `CSV` in the EU's vocabulary."""
    return URIRef(f"{EU}file-type/{code}")


def media_type(name: str) -> URIRef:
    """Return a media type such as `text/csv` in IANA's list."""
    return URIRef(f"{MEDIA_TYPES}{name}")


def describe_terms(graph: Graph) -> None:
    """Say of which class the terms are, so that nobody needs the vocabularies to check the catalogue."""
    for term, kind in CLASSES.items():
        graph.add((term, RDF.type, kind))
    for code in LANGUAGE_CODES:
        graph.add((language(code), RDF.type, DCTERMS.LinguisticSystem))
    for concept, label in CONCEPTS.items():
        graph.add((concept, RDF.type, SKOS.Concept))
        graph.add((concept, SKOS.prefLabel, Literal(label, lang="en")))
    graph.add((CC0, DCTERMS.type, PUBLIC_DOMAIN))
    graph.add((CC_BY, DCTERMS.type, ATTRIBUTION))
    graph.add((GOVERNMENT, SKOS.inScheme, THEMES))
    graph.add((THEMES, RDF.type, SKOS.ConceptScheme))
    graph.add((THEMES, DCTERMS.title, Literal("Data theme", lang="en")))
