"""Loading fixtures again: only what changed is written, and never over an editor's work."""

import time
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page, ReferenceIndex, Revision, Site

from labs.models import Lab, LabFigure
from nido_portal.directory.models import Person, Theme
from nido_portal.home.models import StandardPage
from nido_portal.seeding.models import SeedRecord
from nido_portal.seeding.references import page_identity
from nido_portal.seeding.services import load
from tests.fixture_folder import PAGES, REAL, FixtureFolder, text

pytestmark = pytest.mark.django_db


def about(language: str) -> StandardPage:
    return StandardPage.objects.get(translation_key=page_identity("about"), locale__language_code=language)


def retitle(dutch: str):
    return lambda record: record.update(title=text(dutch))


def test_the_seed_fills_the_index_of_who_refers_to_whom():
    person = Person.objects.get(code="petra-de-sutter")
    assert ReferenceIndex.get_references_to(person).exists()


def test_the_seed_leaves_one_site_with_the_home_page_and_no_sample():
    site = Site.objects.get()
    assert site.root_page.slug == "start"
    assert not Page.objects.filter(title__startswith="Welcome to your new Wagtail").exists()


def test_a_second_run_writes_nothing_and_is_quick():
    start = time.monotonic()
    with CaptureQueriesContext(connection) as queries:
        report = load(REAL)
    assert time.monotonic() - start < 6
    assert (report.written, report.left_alone) == ([], [])
    assert len(report.unchanged) == SeedRecord.objects.count()
    writes = [query["sql"] for query in queries if query["sql"].startswith(("INSERT", "UPDATE", "DELETE"))]
    assert writes == []


def test_a_changed_row_is_written_and_the_others_are_not(folder: FixtureFolder):
    folder.change("themes.yaml", "collaboration", lambda record: record.update(name=text("Samen")))
    report = folder.load()
    assert report.written == ["collaboration"]
    theme = Theme.objects.get(code="collaboration")
    assert (theme.name_nl, theme.name_en) == ("Samen", "Samen (en)")


def test_a_changed_page_is_published_in_four_languages_at_its_old_address(folder: FixtureFolder):
    before = {code: about(code).url_path for code in ("nl", "fr", "de", "en")}
    folder.change(PAGES, "about", retitle("Wie wij zijn"))
    assert folder.load().written == ["about"]
    for code, address in before.items():
        page = about(code)
        assert page.title == ("Wie wij zijn" if code == "nl" else f"Wie wij zijn ({code})")
        assert (page.url_path, page.live, page.has_unpublished_changes) == (address, True, False)


def test_a_changed_lab_replaces_its_figures_instead_of_adding_to_them(folder: FixtureFolder):
    before = LabFigure.objects.count()
    folder.change("labs.yaml", "ric", lambda record: record["figures"][1].update(value=5))
    assert folder.load().written == ["ric"]
    assert LabFigure.objects.count() == before
    assert LabFigure.objects.get(lab__code="ric", measure="staff").value == 5


def test_a_new_page_may_link_to_one_that_comes_later(folder: FixtureFolder):
    new = {"type": "home.StandardPage", "parent": "home", "summary": text("Wat hier staat.")}
    more = {"more": {"title": text("Verder"), "pages": ["second"]}}
    first = {**new, "key": "first", "title": text("Eerste"), "body": [more]}
    second = {**new, "key": "second", "title": text("Tweede")}
    for record in (first, second):
        record["slug"] = {code: f"{record['key']}-{code}" for code in ("nl", "fr", "de", "en")}
    second["body"] = [{"heading": text("Iets")}]
    folder.copy(PAGES).write("pages/new.yaml", [first, second])
    assert folder.load().written == ["first", "second"]
    assert Page.objects.get(slug="first-fr").live


def test_what_an_editor_changed_in_a_row_stays_and_is_reported(folder: FixtureFolder):
    Theme.objects.filter(code="collaboration").update(name_fr="Travailler ensemble")
    folder.change("themes.yaml", "collaboration", lambda record: record.update(name=text("Samen")))
    report = folder.load()
    assert (report.written, report.left_alone) == ([], ["directory.Theme collaboration"])
    assert Theme.objects.get(code="collaboration").name_fr == "Travailler ensemble"


def test_what_an_editor_changed_in_a_figure_of_a_lab_stays(folder: FixtureFolder):
    LabFigure.objects.filter(lab__code="ric", measure="staff").update(value=6)
    folder.change("labs.yaml", "ric", lambda record: record["figures"][1].update(value=5))
    assert folder.load().left_alone == ["labs.Lab ric"]
    assert LabFigure.objects.get(lab__code="ric", measure="staff").value == 6


@pytest.mark.parametrize("language", ["nl", "fr", "de", "en"])
def test_what_an_editor_published_in_any_language_stays_and_is_reported(folder: FixtureFolder, language: str):
    page = about(language)
    page.title = "Door een redacteur"
    page.save_revision().publish()
    folder.change(PAGES, "about", retitle("Wie wij zijn"))
    report = folder.load()
    assert (report.written, report.left_alone) == ([], ["home.StandardPage about"])
    assert about(language).title == "Door een redacteur"


def test_an_editors_draft_counts_as_a_change(folder: FixtureFolder):
    page = about("de")
    page.title = "Entwurf"
    page.save_revision()
    folder.change(PAGES, "about", retitle("Wie wij zijn"))
    assert folder.load().left_alone == ["home.StandardPage about"]


def test_an_editors_change_doesnt_come_up_as_long_as_the_fixture_stays_the_same(folder: FixtureFolder):
    Theme.objects.filter(code="collaboration").update(name_fr="Travailler ensemble")
    report = folder.copy("themes.yaml").load()
    assert (report.written, report.left_alone) == ([], [])


def test_a_row_that_an_editor_deleted_stays_away(folder: FixtureFolder):
    Person.objects.create(code="nobody", name="Niemand")
    folder.write("persons.yaml", [{"key": "somebody", "name": "Iemand", "source": "portal"}])
    folder.load()
    Person.objects.get(code="somebody").delete()
    assert folder.load().written == []
    folder.change("persons.yaml", "somebody", lambda record: record.update(name="Iemand anders"))
    assert folder.load().left_alone == ["directory.Person somebody"]
    assert not Person.objects.filter(code="somebody").exists()


def test_a_page_that_an_editor_deleted_stays_away(folder: FixtureFolder):
    for code in ("fr", "de", "en", "nl"):
        about(code).delete()
    folder.change(PAGES, "about", retitle("Wie wij zijn"))
    assert folder.load().left_alone == ["home.StandardPage about"]
    assert not Page.objects.filter(translation_key=page_identity("about")).exists()


def test_a_page_that_an_editor_unpublished_stays_unpublished(folder: FixtureFolder):
    about("fr").unpublish()
    folder.change(PAGES, "about", retitle("Wie wij zijn"))
    assert folder.load().left_alone == ["home.StandardPage about"]
    assert not about("fr").live


def test_a_late_mistake_undoes_everything(folder: FixtureFolder):
    folder.change("themes.yaml", "collaboration", lambda record: record.update(name=text("Samen")))
    folder.change(PAGES, "about", retitle("Wie wij zijn"))
    folder.change(PAGES, "privacy", lambda record: record.update(source="no-such-source"))
    revisions = Revision.objects.count()
    (mistake,) = folder.mistakes()
    assert (mistake.file, mistake.record, mistake.field) == (PAGES, "privacy", "source")
    assert Theme.objects.get(code="collaboration").name_nl != "Samen"
    assert about("nl").title != "Wie wij zijn"
    assert Revision.objects.count() == revisions


def test_progress_names_each_record_that_is_looked_at(folder: FixtureFolder):
    folder.change("themes.yaml", "collaboration", lambda record: record.update(name=text("Samen")))
    seen: list[tuple[int, int, str]] = []
    load(folder.path, lambda *step: seen.append(step))
    total = len(folder.read("themes.yaml"))
    assert [(count, name) for _number, count, name in seen] == [(total, "collaboration")]


def test_the_command_says_what_it_did_and_what_it_left(folder: FixtureFolder):
    Theme.objects.filter(code="collaboration").update(name_fr="Travailler ensemble")
    folder.change("themes.yaml", "collaboration", lambda record: record.update(name=text("Samen")))
    said = StringIO()
    call_command("seed", folder=folder.path, stdout=said)
    assert "0 records written" in said.getvalue()
    assert "left alone: directory.Theme collaboration" in said.getvalue()


def test_the_command_says_that_nothing_was_written(folder: FixtureFolder):
    folder.write("themes.yaml", [{"key": "new"}])
    with pytest.raises(CommandError, match=r"Nothing was written.*\n(?s:.*)themes\.yaml: new: name: "):
        call_command("seed", folder=folder.path, stdout=StringIO())


def test_preparing_a_database_that_is_ready_changes_nothing_but_makes_an_administrator_once(
    django_user_model, django_assert_num_queries
):
    said = StringIO()
    call_command("prepare", stdout=said)
    assert "Administrator: admin" in said.getvalue()
    assert "Loading" not in said.getvalue()
    again = StringIO()
    call_command("prepare", stdout=again)
    assert again.getvalue() == ""
    assert django_user_model.objects.filter(is_superuser=True).count() == 1
    assert Lab.objects.count() == 12
