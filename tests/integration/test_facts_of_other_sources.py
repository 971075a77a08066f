"""What the call, the sessions and the cycle (sources 000, 002, 003, 004) say stands in the portal."""

import datetime

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from nido_portal.core.models import Source
from nido_portal.directory.models import Person
from nido_portal.home.models import ContactPage
from nido_portal.news.models import NewsPage
from nido_portal.seeding.references import page_identity
from sessions.models import QuestionPage, SessionPage
from sessions.selectors import statements_in
from toolbox.models import Instrument, Obstacle, Phase, ToolPage

pytestmark = pytest.mark.django_db

LANGUAGES = ("nl", "fr", "de", "en")


def session(key: str, language: str = "nl") -> SessionPage:
    return SessionPage.objects.get(translation_key=page_identity(key), locale__language_code=language)


def blocks(page: SessionPage, name: str) -> list:
    return [block.value for block in page.body if block.block_type == name]


def main_text(client: Client, url: str) -> str:
    main = BeautifulSoup(client.get(url).content.decode(), "html.parser").main
    return " ".join(main.get_text(" ").replace("\xa0", " ").split())


def test_five_sources_and_what_the_portal_adds_are_named():
    assert set(Source.objects.values_list("code", flat=True)) == {
        "nido-call",
        "nido-benchmark",
        "nido-session-2025",
        "nido-aftershock-2020",
        "innovation-cycle",
        "starter-content",
        "portal",
    }


def test_a_source_says_its_year_only_where_it_has_one():
    assert Source.objects.get(code="nido-aftershock-2020").year == 2020
    assert Source(code="undated").year is None


def test_the_session_of_september_2025_has_no_guessed_day():
    page = session("session-everyone")
    assert (page.date, page.date_precision) == (datetime.date(2025, 9, 1), "month")
    assert page.speakers.count() == 6


def test_the_session_of_september_2025_has_all_its_parts():
    page = session("session-everyone")
    assert [len(value["items"]) for value in blocks(page, "principles")] == [6]
    assert [len(value["items"]) for value in blocks(page, "cases")] == [5]
    assert [len(value["items"]) for value in blocks(page, "tools")] == [2]
    assert [len(value["items"]) for value in blocks(page, "partners")] == [2]
    assert [len(value["items"]) for value in blocks(page, "presentations")] == [4]
    said = {Person.objects.get(pk=key).code for key, _text in statements_in(page.body.raw_data)}
    assert said == {"angela-hanson", "steven-van-de-walle", "robby-vanlaer"}


def test_presentations_that_arent_there_have_a_type_and_size_but_no_link(client: Client):
    page = session("session-everyone")
    (presentations,) = blocks(page, "presentations")
    assert all(item["document"] is None and item["size"] and item["file_type"] for item in presentations["items"])
    main = BeautifulSoup(client.get(page.get_url()).content.decode(), "html.parser").main
    assert main.select("a[href$='.pdf'], a[href$='.pptx'], a[href^='/documents/']") == []


def test_the_recording_has_no_address_and_says_so():
    (recording,) = blocks(session("session-everyone"), "recording")
    assert (recording["status"], recording["url"]) == ("no_address", "")


def test_a_case_of_which_only_the_title_is_known_is_left_so():
    (cases,) = blocks(session("session-everyone"), "cases")
    bare = [case for case in cases["items"] if not case["approach"].source and not case["effect"].source]
    assert len(bare) == 1


def test_government_after_shock_has_its_day_its_tracks_and_its_principles():
    page = session("session-aftershock")
    assert (page.date, page.date_precision) == (datetime.date(2020, 11, 17), "day")
    assert page.published_on == datetime.date(2020, 12, 15)
    (tracks,) = blocks(page, "tracks")
    assert len(tracks["items"]) == 5
    assert [len(value["items"]) for value in blocks(page, "principles")] == [5]
    assert [len(value["items"]) for value in blocks(page, "guiding_questions")] == [3]


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_question_has_its_expert_and_session_at_an_address_of_its_own(client: Client, language: str):
    questions = QuestionPage.objects.filter(locale__language_code=language)
    assert questions.count() == 2
    for question in questions:
        text = main_text(client, question.get_url())
        assert question.expert.name in text
        assert session("session-everyone", language).title in text


def test_only_those_of_whom_the_source_gives_a_name_alone_have_no_function():
    assert Person.objects.count() == 15
    unknown = [person.code for person in Person.objects.all() if not person.function_nl and not person.organisation]
    assert unknown == ["carolien-sonck", "joaquin-collao"]


def test_a_person_has_all_that_was_said(client: Client):
    person = Person.objects.get(code="petra-de-sutter")
    said = [text for key, text in statements_in(session("session-aftershock").body.raw_data) if key == person.pk]
    shown = main_text(client, "/nl/mensen/petra-de-sutter/")
    assert said
    assert [text for text in said if " ".join(text.split()) not in shown] == []


def test_an_organisation_has_what_its_people_said(client: Client):
    key, text = next(statements_in(session("session-aftershock").body.raw_data))
    person = Person.objects.get(pk=key)
    page = main_text(client, f"/nl/organisaties/{person.organisation.code}/")
    assert " ".join(text.split()) in page
    assert person.name in page


def test_the_cycle_has_six_phases_four_obstacles_and_six_instruments_in_order():
    assert list(Phase.objects.values_list("code", flat=True)) == [
        "problems",
        "ideas",
        "develop",
        "implement",
        "evaluate",
        "share",
    ]
    assert list(Phase.objects.values_list("sort_order", flat=True)) == [1, 2, 3, 4, 5, 6]
    assert (Obstacle.objects.count(), Instrument.objects.count()) == (4, 6)


def test_every_obstacle_has_instruments_that_help():
    assert [obstacle.code for obstacle in Obstacle.objects.all() if not obstacle.instruments.exists()] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_phase_has_at_least_three_method_cards(language: str):
    tools = ToolPage.objects.live().filter(locale__language_code=language)
    assert tools.count() >= 18
    assert {phase.code: n for phase in Phase.objects.all() if (n := tools.filter(phases=phase).count()) < 3} == {}


def test_every_method_card_is_complete_and_minds_belgium():
    for tool in ToolPage.objects.live():
        given = (tool.why, tool.steps, tool.materials, tool.pitfalls, tool.belgian_points, tool.example, tool.licence)
        assert all(given), tool.title
        assert len(tool.steps) >= 3


def test_starter_content_is_marked_for_readers(client: Client):
    starters = ToolPage.objects.filter(is_starter=True, locale__language_code="nl")
    assert starters.count() >= 18
    for tool in (starters.first(), starters.last()):
        marked = BeautifulSoup(client.get(tool.get_url()).content.decode(), "html.parser").main
        tool.is_starter = False
        tool.save()
        plain = BeautifulSoup(client.get(tool.get_url()).content.decode(), "html.parser").main
        assert len(marked.get_text()) > len(plain.get_text())


def test_four_recent_items_and_the_related_one_have_their_dates():
    dates = NewsPage.objects.filter(locale__language_code="nl").values_list("date", flat=True)
    assert len(dates) == 5
    assert len(set(dates)) >= 4


def test_there_is_a_form_for_each_invitation_in_each_language():
    for language in LANGUAGES:
        forms = ContactPage.objects.live().filter(locale__language_code=language)
        assert {form.purpose for form in forms} == {"contact", "partner", "project", "event"}
