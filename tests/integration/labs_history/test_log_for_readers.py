"""The log as readers get it: lines in their language, a page, and an Atom feed."""

from datetime import UTC, datetime

import feedparser
import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.http import Http404
from django.template.loader import render_to_string
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from labs.factories import LabFigureFactory
from labs.history import changes, changes_page
from labs.history_feed import changes_feed
from labs.models import FigureChange, Lab, LabFigure
from labs.series import series_of_lab
from nido_portal.core.models import Source

pytestmark = pytest.mark.django_db
LANGUAGES = ("nl", "fr", "de", "en")


def state(value: str | None, **changes):
    known = {"availability": "given" if value else "unknown", "value": value, "unit": "EUR", "precision": "exact"}
    return {**known, "period": "year", "eur_value": None, "year": None, "source": "nido-benchmark", **changes}


@pytest.fixture
def log() -> list[FigureChange]:
    """Three lines on two days: added, changed, and removed with its lab."""
    FigureChange.objects.all().delete()
    source = Source.objects.get(code="nido-benchmark")
    lines = []
    for number, (kind, code, before, after, day) in enumerate(
        [
            ("added", "ric", None, state("340000.00", year=2023), 1),
            ("changed", "ric", state("340000.00"), state(None), 1),
            ("removed", "gone", state("5.00"), None, 2),
        ]
    ):
        lines.append(
            FigureChange.objects.create(
                batch=f"00000000-0000-0000-0000-00000000000{number}", kind=kind, lab_code=code,
                lab_name="Weg & <b>weg</b>", measure="budget", year=after and after["year"], before=before, after=after,
                source=source, at=datetime(2025, 3, day, 12, number, tzinfo=UTC),
            )
        )  # fmt: skip
    return lines


def text(html: str) -> str:
    return " ".join(BeautifulSoup(html, "html.parser").get_text(" ").replace("\xa0", " ").split())


def feed(language: str):
    return changes_feed(RequestFactory().get(f"/open-data/changes-{language}.atom"), language)


def test_lines_come_newest_first_grouped_by_day(log):
    days = changes_page()["days"]
    assert [[change.kind for change in day.changes] for day in days] == [["removed"], ["changed", "added"]]


def test_a_line_says_value_and_kind_of_unknown_as_the_benchmark_does(log):
    with translation.override("en"):
        _removed, changed, added = changes()
    assert (changed.before.text, changed.after.text) == ("EUR 340,000 a year", "Unknown")
    assert added.figure == "Budget, 2023"
    assert added.before is None


def test_a_lab_that_is_gone_keeps_its_name(log):
    removed = changes()[0]
    assert (removed.lab, removed.lab_name) == (None, "Weg & <b>weg</b>")


def test_reading_the_log_takes_as_many_queries_for_three_lines_as_for_one(log):
    with CaptureQueriesContext(connection) as few:
        changes(1)
    with CaptureQueriesContext(connection) as all_lines:
        changes()
    assert len(few) == len(all_lines) == 2


@pytest.mark.parametrize("number", ["", "0", "-1", "x", "99999999999999999999", "2"])
def test_any_number_of_a_page_of_the_log_is_answered(log, number):
    assert changes_page(number)["days"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_of_the_log_shows_every_line(log, language):
    with translation.override(language):
        context = {**changes_page(), "feed_url": f"/open-data/changes-{language}.atom"}
        html = render_to_string("labs/changes.html", context, RequestFactory().get("/"))
    assert html.count('id="change-') == 3
    assert "<b>weg</b>" not in html
    soup = BeautifulSoup(html, "html.parser")
    assert soup.find("link", type="application/atom+xml")["href"] == f"/open-data/changes-{language}.atom"


def test_an_empty_log_explains_itself():
    FigureChange.objects.all().delete()
    with translation.override("en"):
        html = render_to_string("labs/changes.html", changes_page(), RequestFactory().get("/"))
    assert "No figure has changed yet" in text(html)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_feed_is_valid_in_every_language(log, language):
    response = feed(language)
    assert response["Content-Type"] == "application/atom+xml; charset=utf-8"
    parsed = feedparser.parse(response.content)
    assert not parsed.bozo
    assert (parsed.version, parsed.feed.language) == ("atom10", language)
    links = {link.rel: link.href for link in parsed.feed.links}
    assert links["self"] == f"http://testserver/open-data/changes-{language}.atom"
    assert links["alternate"].startswith(f"http://testserver/{language}/")
    assert links["alternate"].endswith("/changes/")
    assert [entry.link for entry in parsed.entries] == [f"{links['alternate']}#change-{log[n].pk}" for n in (2, 1, 0)]
    assert parsed.entries[0].title.startswith("Weg & <b>weg</b>, ")


def test_names_of_entries_last_and_differ_by_language(log):
    names = {language: [e.id for e in feedparser.parse(feed(language).content).entries] for language in LANGUAGES}
    again = [entry.id for entry in feedparser.parse(feed("fr").content).entries]
    assert names["fr"] == again
    assert len({name for own in names.values() for name in own}) == 12
    assert all(name.startswith("urn:uuid:") for own in names.values() for name in own)


def test_the_feed_of_an_empty_log_is_the_same_at_every_visit():
    FigureChange.objects.all().delete()
    assert feed("nl").content == feed("nl").content
    assert not feedparser.parse(feed("nl").content).bozo


def test_there_is_no_feed_in_another_language():
    with pytest.raises(Http404):
        feed("es")


def test_a_measure_is_a_series_once_it_has_two_years():
    lab = Lab.objects.get(code="ric")
    assert series_of_lab(lab) == []
    LabFigureFactory(lab=lab, year=2024, value=350_000)
    LabFigureFactory(lab=lab, year=2023, value=None, availability=LabFigure.Availability.NOT_PUBLISHED)
    (series,) = series_of_lab(Lab.objects.get(code="ric"))
    assert (series.measure, [point.year for point in series.points]) == ("budget", [2024, 2023, None])
    html = render_to_string("labs/series.html", {"series": [series], "record": lab}, RequestFactory().get("/"))
    assert "2024" in text(html)
    assert "350.000" in text(html)
