"""Lists of sessions, tools, news and answers: filters, order, and what links them."""

import datetime

import pytest
from bs4 import BeautifulSoup
from django.test import Client, RequestFactory
from django.utils import timezone
from wagtail.models import PageViewRestriction

from nido_portal.core.localised import in_readers_language, localised_links
from nido_portal.core.sitemap import sitemap_entries
from nido_portal.directory.factories import PersonFactory, ThemeFactory
from nido_portal.directory.related import groups_for
from nido_portal.home.models import StandardPage
from nido_portal.news.factories import NewsPageFactory
from nido_portal.news.models import NewsIndexPage
from nido_portal.seeding.references import page_identity
from sessions.factories import QuestionPageFactory, SessionPageFactory
from sessions.models import QuestionIndexPage, SessionIndexPage, SessionPage
from sessions.selectors import session_lists
from toolbox.factories import PhaseFactory, ToolPageFactory
from toolbox.models import Phase, ToolIndexPage
from toolbox.selectors import neighbours

pytestmark = pytest.mark.django_db


def dutch(model: type):
    return model.objects.get(locale__language_code="nl")


def main_of(client: Client, url: str, **parameters: str) -> BeautifulSoup:
    return BeautifulSoup(client.get(url, parameters).content.decode(), "html.parser").main


def titles(main: BeautifulSoup) -> str:
    return " ".join(heading.get_text(" ", strip=True) for heading in main.select("h2, h3"))


def test_sessions_to_come_stand_apart_with_the_nearest_first():
    today = timezone.localdate()
    parent = dutch(SessionIndexPage)
    for days in (20, 3):
        SessionPageFactory(parent=parent, title=f"Over {days} dagen", date=today + datetime.timedelta(days=days))
    lists = session_lists("")
    assert [session.title for session in lists["upcoming"]] == ["Over 3 dagen", "Over 20 dagen"]
    dates = [session.date for session in lists["past"]]
    assert dates == sorted(dates, reverse=True)
    assert len(dates) == 2


def test_a_session_today_is_still_to_come():
    SessionPageFactory(parent=dutch(SessionIndexPage), title="Vandaag", date=timezone.localdate())
    assert [session.title for session in session_lists("")["upcoming"]] == ["Vandaag"]


def test_a_session_of_which_only_the_month_is_known_is_past_when_the_month_is():
    first = timezone.localdate().replace(day=1)
    SessionPageFactory(parent=dutch(SessionIndexPage), title="Deze maand", date=first, date_precision="month")
    assert "Deze maand" in [session.title for session in session_lists("")["upcoming"]]


def test_sessions_can_be_chosen_by_theme(client: Client):
    theme = ThemeFactory(name_nl="Ruimtevaart")
    SessionPageFactory(parent=dutch(SessionIndexPage), title="Naar de maan", themes=[theme])
    url = dutch(SessionIndexPage).get_url()
    assert "Naar de maan" in titles(main_of(client, url, theme=theme.code))
    assert "Government After Shock" not in titles(main_of(client, url, theme=theme.code))
    assert "Government After Shock" in titles(main_of(client, url, theme="no-such-theme"))


def test_tools_can_be_chosen_by_phase(client: Client):
    phase = PhaseFactory(name_nl="Nieuwe fase")
    ToolPageFactory(parent=dutch(ToolIndexPage), title="Het nieuwe middel", links={"phases": [phase]})
    url = dutch(ToolIndexPage).get_url()
    assert "Het nieuwe middel" in titles(main_of(client, url, phase=phase.code))
    assert "Brainwriting" not in titles(main_of(client, url, phase=phase.code))
    assert "Brainwriting" in titles(main_of(client, url, phase="nonsense"))


def test_the_cycle_goes_round():
    phases = list(Phase.objects.all())
    assert neighbours(phases, phases[0]) == {"previous_phase": phases[5], "next_phase": phases[1]}
    assert neighbours(phases, phases[5])["next_phase"] == phases[0]
    assert neighbours(phases[:1], phases[0]) == {"previous_phase": None, "next_phase": None}


def test_the_newest_news_comes_first(client: Client):
    NewsPageFactory(parent=dutch(NewsIndexPage), title="Vers van de pers")
    main = main_of(client, dutch(NewsIndexPage).get_url())
    assert main.select("h2, h3")[0].get_text(strip=True) == "Vers van de pers"


def test_everything_about_a_theme_stands_on_its_page(client: Client):
    theme = ThemeFactory()
    made = [
        SessionPageFactory(parent=dutch(SessionIndexPage), title="Sessie erover", themes=[theme]),
        QuestionPageFactory(parent=dutch(QuestionIndexPage), title="Vraag erover", themes=[theme]),
        ToolPageFactory(parent=dutch(ToolIndexPage), title="Middel ervoor", links={"themes": [theme]}),
        NewsPageFactory(parent=dutch(NewsIndexPage), title="Nieuws erover", themes=[theme]),
    ]
    main = main_of(client, f"/nl/themas/{theme.slug_nl}/")
    links = {link["href"] for link in main.select("a[href]")}
    assert {page.get_url() for page in made} <= links


def test_a_theme_about_which_there_is_nothing_has_no_empty_groups():
    assert groups_for(ThemeFactory(), RequestFactory().get("/")) == []


def test_a_person_has_the_sessions_and_answers(client: Client):
    person = PersonFactory()
    session = SessionPageFactory(parent=dutch(SessionIndexPage), title="Met spreker", speakers=[person])
    question = QuestionPageFactory(parent=dutch(QuestionIndexPage), title="Met antwoord", expert=person)
    links = {link["href"] for link in main_of(client, f"/nl/mensen/{person.code}/").select("a[href]")}
    assert {session.get_url(), question.get_url()} <= links


def test_a_question_without_a_session_is_shown(client: Client):
    question = QuestionPageFactory(parent=dutch(QuestionIndexPage), title="Zonder sessie")
    assert client.get(question.get_url()).status_code == 200


def test_what_editors_chose_is_shown_in_the_readers_language_or_marked():
    def page(key: str, language: str) -> StandardPage:
        return StandardPage.objects.get(translation_key=page_identity(key), locale__language_code=language)

    about, privacy = page("about", "fr"), page("privacy", "fr")
    page("privacy", "nl").unpublish()
    found = in_readers_language([about.pk, privacy.pk])
    links = [(link.url, link.language) for link in localised_links(found.values())]
    assert sorted(links) == [("/fr/vie-privee/", "fr"), ("/nl/over-nido/", "")]
    privacy.unpublish()
    assert list(in_readers_language([about.pk, privacy.pk])) == [about.pk]
    assert localised_links(None) == []


@pytest.fixture
def private_session() -> SessionPage:
    """A session that only members of staff who have logged in may read."""
    session = SessionPageFactory(parent=dutch(SessionIndexPage), title="Alleen voor intern gebruik")
    PageViewRestriction.objects.create(page=session, restriction_type=PageViewRestriction.LOGIN)
    return session


def test_a_private_page_is_shown_to_nobody_who_hasnt_logged_in(client: Client, private_session: SessionPage):
    response = client.get(private_session.get_url())
    assert response.status_code == 302
    assert "login" in response["Location"]


@pytest.mark.parametrize("path", ["/nl/", "/nl/inspiratiesessies/", "/nl/sitemap/", "/sitemap.xml"])
def test_a_private_page_is_listed_nowhere(client: Client, private_session: SessionPage, path: str):
    content = client.get(path).content.decode()
    assert private_session.title not in content
    assert private_session.get_url() not in content


def test_what_stands_below_a_private_page_is_private_too(client: Client):
    index = dutch(SessionIndexPage)
    PageViewRestriction.objects.create(page=index, restriction_type=PageViewRestriction.LOGIN)
    below = index.get_children().live().first()
    assert client.get(below.get_url()).status_code == 302
    locations = {entry.location for entry in sitemap_entries()}
    assert not any(below.get_url() in location for location in locations)


def test_a_member_of_staff_reads_a_private_page_and_no_cache_keeps_it(admin: Client, private_session: SessionPage):
    response = admin.get(private_session.get_url())
    assert response.status_code == 200
    assert "no-store" in response["Cache-Control"]
