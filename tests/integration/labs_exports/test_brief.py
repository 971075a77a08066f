"""The manager's brief: one tagged sheet of A4 with every figure of the compared labs."""

import io
import re
import time
from datetime import date
from pathlib import Path

import pytest
from django.core.cache import cache
from django.test import Client
from django.utils import translation
from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from labs import selectors
from labs.brief_fit import FITS
from labs.exports import FIGURES
from labs.models import GovernanceBody, Lab, LabFigure

from .files import LANGUAGES

pytest.importorskip("weasyprint", reason="WeasyPrint's system libraries (Pango) aren't here", exc_type=OSError)
pytestmark = pytest.mark.django_db

CODES = (
    *("ric", "labx", "co-pi", "nesta"),
    *("ditp-labs", "nmbs-innovation-lab", "sandbox-vlaanderen", "vinnova"),
    *("ino", "la-fabrique-rh", "lab-110-bis", "siilab"),
)
A4 = (595, 842)


@pytest.fixture(autouse=True)
def _no_kept_sheets() -> None:
    cache.clear()


def brief(client: Client, labs: str, **parameters: str) -> PdfReader:
    response = client.get("/open-data/brief.pdf", {"labs": labs, **parameters})
    assert response.status_code == 200, response.content
    assert response["Content-Type"] == "application/pdf"
    return PdfReader(io.BytesIO(response.content))


def letters(text: str) -> str:
    """Return a text without spaces and hyphens, which come and go where lines end."""
    return re.sub(r"[\s\u00ad\u2010-]+", "", text)


def read_back(reader: PdfReader) -> str:
    return letters("".join(page.extract_text() for page in reader.pages))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("codes", [CODES[:4], CODES[4:8], CODES[8:]], ids="-".join)
def test_every_figure_and_unknown_of_four_labs_is_on_one_page(client: Client, codes: tuple[str], language: str):
    reader = brief(client, ",".join(codes), lang=language)
    assert len(reader.pages) == 1
    assert tuple(round(side) for side in reader.pages[0].mediabox[2:]) == A4
    text = read_back(reader)
    with translation.override(language):
        rows = [row for row in selectors.rows() if row.lab.code in codes]
    assert len(rows) == 4
    for row in rows:
        for key in ("name", "governance_model", *FIGURES):
            assert letters(row.facts[key].text) in text, (row.lab.code, key)
        assert letters(row.facts["budget"].eur_text) in text


def test_caveats_sources_licence_date_and_address_are_on_it(client: Client):
    text = read_back(brief(client, "ric,labx,vinnova,sandbox-vlaanderen", lang="en"))
    for words in (
        "one counts heads, another full-time staff",
        "covers only the cost of staff",
        "Benchmark of European and Belgian innovation labs, agencies and communities, undated",
        "CC0-1.0",
        "not exhaustive",
        "/en/benchmark",
        "compare/?labs=ric,labx,vinnova,sandbox-vlaanderen",
        str(date.today().year),
    ):
        assert letters(words) in text, words


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_tagged_for_readers_who_cannot_see_it(client: Client, language: str):
    reader = brief(client, "ric,labx", lang=language)
    catalog = reader.root_object
    assert catalog["/Lang"] == language
    assert catalog["/MarkInfo"]["/Marked"]
    assert catalog["/ViewerPreferences"]["/DisplayDocTitle"]
    assert "RIC, LabX" in (reader.metadata.title or "")
    assert b"pdfuaid:part" in catalog["/Metadata"].get_object().get_data()
    elements = list(structure(catalog["/StructTreeRoot"]))
    kinds = [element["/S"] for element in elements]
    assert kinds.count("/H1") == 1
    assert {"/Table", "/TH", "/TD", "/H2", "/L", "/Figure", "/Link"} <= set(kinds)
    figures = [element for element in elements if element["/S"] == "/Figure"]
    assert len(figures) == 2
    assert all("RIC" in figure["/Alt"] for figure in figures)
    assert all(font.get("/ToUnicode") for font in fonts(reader))


def structure(element: object) -> list[DictionaryObject]:
    """Return an element of the structure tree with all below it."""
    if not isinstance(element, DictionaryObject):
        return []
    kids = element.get("/K", [])
    below = [kid.get_object() for kid in (kids if isinstance(kids, list) else [kids])]
    own = [element] if "/S" in element else []
    return own + [found for kid in below for found in structure(kid)]


def fonts(reader: PdfReader) -> list[DictionaryObject]:
    return [font.get_object() for font in reader.pages[0]["/Resources"]["/Font"].values()]


def test_only_the_portals_own_font_is_in_it(client: Client):
    names = {str(font["/BaseFont"]) for font in fonts(brief(client, "ric,labx", lang="fr"))}
    assert all("Atkinson" in name for name in names), names


def test_the_longest_texts_of_four_labs_in_german_still_fit_on_one_page(client: Client):
    codes = CODES[:4]
    long_text = "Donaudampfschifffahrtsgesellschaftskapitän entscheidet gemeinsam mit dem Lenkungsausschuss. " * 12
    for lab in Lab.objects.filter(code__in=codes):
        Lab.objects.filter(pk=lab.pk).update(
            name_de=f"{lab.code} {long_text}"[:200], short_name_de=f"{lab.code} {long_text}"[:60],
            decides_de=long_text, role_de=f"<p>{long_text}</p>",
        )  # fmt: skip
        LabFigure.objects.filter(lab=lab).update(note_de=long_text, conversion_de=long_text[:300])
        for number in range(4):
            GovernanceBody.objects.create(lab=lab, name_nl="x", name_de=f"{number} {long_text}"[:200], role="advises")
    reader = brief(client, ",".join(codes), lang="de")
    assert len(reader.pages) == 1
    text = read_back(reader)
    with translation.override("de"):
        for row in selectors.rows():
            if row.lab.code in codes:
                assert letters(row.facts["budget"].text) in text
                assert letters(row.facts["staff"].text) in text


def test_ones_own_lab_is_on_it_and_no_sheet_of_it_is_kept(client: Client):
    parameters = {"labs": "ric,yours", "my_budget": "350000", "my_name": "Nido & <b>friends</b>", "lang": "nl"}
    response = client.get("/open-data/brief.pdf", parameters)
    text = read_back(PdfReader(io.BytesIO(response.content)))
    assert letters("Nido & <b>friends</b>") in text
    assert letters("350.000") in text
    assert "no-store" in response["Cache-Control"]
    assert not [key for key in getattr(cache, "_cache", {}) if "brief:" in key]


def test_the_same_sheet_is_not_made_twice(client: Client):
    first = client.get("/open-data/brief.pdf?labs=ric,labx")
    before = time.process_time()
    second = client.get("/open-data/brief.pdf?labs=ric,labx")
    assert second.content == first.content
    assert time.process_time() - before < 0.5
    again = client.get("/open-data/brief.pdf?labs=ric,labx", headers={"if-none-match": first["ETag"]})
    assert again.status_code == 304


def test_a_sheet_is_made_in_less_than_two_seconds(client: Client):
    brief(client, "ric,labx", lang="de")
    before = time.process_time()
    brief(client, "labx,co-pi,vinnova,nmbs-innovation-lab", lang="de")
    assert time.process_time() - before < 2


def test_nothing_outside_the_static_files_is_read(tmp_path: Path):
    from labs.printer import StaticOnly

    secret = tmp_path / "secret.txt"
    secret.write_text("secret")
    fetcher = StaticOnly(allowed_protocols=("file",))
    static = Path("static").resolve()
    for address in (secret.as_uri(), "http://127.0.0.1/", "data:,x", f"{static.as_uri()}/../manage.py", "ftp://x/"):
        with pytest.raises(ValueError, match="Only files below static"):
            fetcher.fetch(address)
    assert fetcher.fetch((static / "css" / "brief.css").as_uri())


def test_the_style_sheet_knows_every_size():
    style = Path("static/css/brief.css").read_text()
    assert all(f".{fit.name} {{\n  font-size: {fit.size:g}pt;" in style for fit in FITS)
