"""How much a page asks of the database: little, and no more when there is more content."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page

from labs.factories import LabActivityFactory, LabFactory, LabFigureFactory
from labs.models import Lab
from nido_portal.core.models import RecordIndexPage, Source
from nido_portal.directory.models import Organisation, Person, Theme
from nido_portal.news.factories import NewsPageFactory
from nido_portal.news.models import NewsIndexPage
from sessions.factories import QuestionPageFactory, SessionPageFactory
from sessions.models import QuestionIndexPage, SessionIndexPage
from tests.public_pages import all_entries, language_of, path_of
from toolbox.factories import ToolPageFactory
from toolbox.models import Instrument, Obstacle, Phase, ToolIndexPage

pytestmark = pytest.mark.django_db

BUDGET = 12
MORE = 20


def queries_by_path(client: Client, paths: list[str]) -> dict[str, int]:
    """Return how many queries each page takes, once everything that is kept in memory is there."""
    counts = {}
    for path in paths:
        client.get(path)
        with CaptureQueriesContext(connection) as queries:
            assert client.get(path).status_code == 200
        counts[path] = len(queries)
    return counts


def one_page_of_each_kind() -> list[str]:
    """Return the Dutch address of one page of each type and of one record of each kind."""
    found: dict[str, str] = {}
    for page in Page.objects.live().filter(locale__language_code="nl", depth__gt=1).specific():
        path = page.get_url()
        found.setdefault(type(page).__name__, path)
        if isinstance(page, RecordIndexPage):
            record = page.record_model._default_manager.all()[0]
            found[type(record).__name__] = f"{path}{record.address('nl')}/"
    return list(found.values())


def dutch(model: type) -> Page:
    return model.objects.get(locale__language_code="nl")


def add_more_of_everything(times: int = MORE) -> None:
    """Add content that hangs on everything that the pages show."""
    themes, source = list(Theme.objects.all()), Source.objects.first()
    persons, organisation = list(Person.objects.all()[:3]), Organisation.objects.first()
    cycle = {
        "phases": Phase.objects.all(),
        "obstacles": Obstacle.objects.all(),
        "instruments": Instrument.objects.all(),
    }
    for number in range(times):
        common = {"themes": themes, "source": source}
        session = SessionPageFactory(parent=dutch(SessionIndexPage), speakers=persons, **common)
        QuestionPageFactory(parent=dutch(QuestionIndexPage), expert=persons[number % 3], session=session, **common)
        ToolPageFactory(parent=dutch(ToolIndexPage), source=source, links={**cycle, "themes": themes})
        NewsPageFactory(parent=dutch(NewsIndexPage), **common)
        lab = LabFactory(host=organisation, parent=Lab.objects.get(code="ditp-labs"), source=source)
        lab.themes.set(themes)
        LabFigureFactory(lab=lab, source=source)
        LabActivityFactory(lab=lab)


def test_more_content_takes_no_more_queries(client: Client) -> None:
    paths = one_page_of_each_kind()
    add_more_of_everything(1)
    before = queries_by_path(client, paths)
    add_more_of_everything()
    after = queries_by_path(client, paths)
    assert {path: (before[path], after[path]) for path in paths if after[path] > before[path]} == {}


def test_no_page_goes_beyond_its_budget_with_more_content(client: Client) -> None:
    add_more_of_everything()
    counts = queries_by_path(client, one_page_of_each_kind())
    assert {path: count for path, count in counts.items() if count > BUDGET} == {}


def test_a_page_type_was_left_out_of_no_check() -> None:
    kinds = {page.specific_class for page in Page.objects.live().filter(depth__gt=1)}
    listed = {path_of(entry.location) for entry in all_entries()}
    assert set(one_page_of_each_kind()) <= {path for path in listed if language_of(path) == "nl"}
    assert len(one_page_of_each_kind()) == len(kinds) + 8
