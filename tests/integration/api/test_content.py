"""Phases, tools, sessions and questions in the API: what is published, and nothing else."""

import pytest
from django.utils import translation

from nido_portal.core.pages import published
from sessions.models import QuestionPage, SessionPage
from toolbox.models import ToolPage

pytestmark = pytest.mark.django_db

LANGUAGES = ("nl", "fr", "de", "en")
COLLECTIONS = {"tools": ToolPage, "sessions": SessionPage, "questions": QuestionPage}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", COLLECTIONS)
def test_a_list_has_every_published_page_of_the_language(read, name: str, language: str):
    found = read(f"/{name}?lang={language}&page_size=100")
    with translation.override(language):
        expected = set(published(COLLECTIONS[name]).values_list("slug", "title"))
    assert {(item["slug"], item["title"]) for item in found["items"]} == expected
    assert found["total"] == len(expected)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", [*COLLECTIONS, "phases"])
def test_every_item_of_a_list_can_be_read_alone_and_has_a_page(read, client, name: str, language: str):
    for item in read(f"/{name}?lang={language}&page_size=100")["items"]:
        alone = read(item["api_url"].removeprefix("http://testserver/api/v1"))
        assert {key: alone[key] for key in item} == item
        response = client.get(item["url"])
        assert response.status_code == 200
        assert response["Content-Language"] == language


@pytest.mark.parametrize("name", COLLECTIONS)
def test_a_slug_of_another_language_and_the_id_lead_to_the_page_in_this_one(read, name: str):
    dutch = read(f"/{name}?lang=nl")["items"][0]
    for key in (dutch["slug"], dutch["id"]):
        french = read(f"/{name}/{key}?lang=fr")
        assert french["id"] == dutch["id"]
        assert french["url"] == dutch["languages"]["fr"]


@pytest.mark.parametrize("name", COLLECTIONS)
def test_a_draft_is_shown_nowhere(read, name: str):
    page = COLLECTIONS[name].objects.filter(locale__language_code="en").first()
    before = read(f"/{name}?page_size=100")["total"]
    page.unpublish()
    found = read(f"/{name}?page_size=100")
    assert found["total"] == before - 1
    assert page.slug not in {item["slug"] for item in found["items"]}
    detail = read.problem(f"/{name}/{page.translation_key}", 404)["detail"]
    assert "Nederlands" in detail
    assert "English" not in detail
    others = read(f"/{name}/{page.translation_key}?lang=nl")
    assert "en" not in others["languages"]


@pytest.mark.parametrize("name", COLLECTIONS)
def test_what_is_for_some_readers_only_is_shown_nowhere(read, name: str):
    page = COLLECTIONS[name].objects.filter(locale__language_code="en").first()
    page.view_restrictions.create(restriction_type="login")
    assert page.slug not in {item["slug"] for item in read(f"/{name}?page_size=100")["items"]}
    read.problem(f"/{name}/{page.slug}", 404)


def test_changes_that_are_not_published_yet_stay_unseen(read):
    page = ToolPage.objects.filter(locale__language_code="en").first()
    page.title = "A title to come"
    page.save_revision()
    assert read(f"/tools/{page.slug}")["title"] != "A title to come"


def test_a_draft_session_is_not_named_by_its_questions(read):
    question = QuestionPage.objects.filter(locale__language_code="en", session__isnull=False).first()
    for session in question.session.get_translations(inclusive=True):
        session.unpublish()
    assert read(f"/questions/{question.slug}")["session"] is None


def test_tools_of_a_phase(read):
    phase = read("/phases")["items"][0]
    found = read(f"/tools?phase={phase['code']}&page_size=100")["items"]
    assert found
    assert all(phase["code"] in {named["code"] for named in tool["phases"]} for tool in found)
    assert {tool["slug"] for tool in read(f"/phases/{phase['code']}")["tools"]} == {tool["slug"] for tool in found}


def test_phases_are_in_their_order_and_found_by_a_slug_of_any_language(read):
    phases = read("/phases?lang=fr")["items"]
    assert [phase["number"] for phase in phases] == [1, 2, 3, 4, 5, 6]
    assert read(f"/phases/{phases[0]['slug']}?lang=de")["code"] == phases[0]["code"]


def test_sessions_can_be_narrowed_by_date_kind_and_theme(read):
    everything = read("/sessions?page_size=100")["items"]
    newest = everything[0]
    assert {item["slug"] for item in read(f"/sessions?date_from={newest['date']}")["items"]} == {
        item["slug"] for item in everything if item["date"] >= newest["date"]
    }
    theme = next(item["themes"][0]["code"] for item in everything if item["themes"])
    found = read(f"/sessions?theme={theme}&kind={newest['kind']['code']}&date_to=2100-01-01")["items"]
    assert all(theme in {named["code"] for named in item["themes"]} for item in found)


def test_questions_of_an_expert(read):
    expert = read("/questions")["items"][0]["expert"]["code"]
    theme = next(item["themes"][0]["code"] for item in read("/questions")["items"] if item["themes"])
    assert {item["expert"]["code"] for item in read(f"/questions?expert={expert}")["items"]} == {expert}
    assert read(f"/questions?theme={theme}")["total"] > 0


def test_statements_name_who_said_them(read):
    sessions = [read(f"/sessions/{item['slug']}") for item in read("/sessions?page_size=100")["items"]]
    said = [statement for session in sessions for statement in session["statements"]]
    assert said
    assert all(statement["person"]["name"] and statement["text"] for statement in said)


def test_texts_are_plain(read):
    texts = [item["answer"] for item in read("/questions?page_size=100")["items"]]
    texts += [read(f"/tools/{item['slug']}")["why"] for item in read("/tools")["items"]]
    assert all(text and "<" not in text and "&amp;" not in text for text in texts)


@pytest.mark.parametrize("name", [*COLLECTIONS, "phases"])
def test_a_list_takes_few_queries_however_long_it_is(read, name: str, django_assert_max_num_queries):
    read(f"/{name}")
    with django_assert_max_num_queries(7):
        read(f"/{name}?page_size=100")
