"""What all tests stand on: a database with the real content, loaded once per worker.

Each test runs in a transaction on it, so that none sees what another wrote.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from coverage import Coverage
from django.conf import settings
from django.test import Client
from django.utils import translation
from xdist.scheduler import LoadScopeScheduling

from nido_portal.accounts.models import User
from nido_portal.seeding.services import load
from tests.fixture_folder import FixtureFolder

FIXTURES = Path(settings.BASE_DIR) / "fixtures"


class OneWorkerPerLanguage(LoadScopeScheduling):
    """Spreads tests one by one, but those of all pages of a language together: each page is rendered once.

    (`--dist loadgroup` would do the same, but xdist 3.8 doesn't find its groups under pytest 9.2.)
    """

    def _split_scope(self, nodeid: str) -> str:
        is_of_pages = nodeid.startswith("tests/contracts/") and nodeid[-4:] in ("[nl]", "[fr]", "[de]", "[en]")
        return nodeid[-4:] if is_of_pages else nodeid


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> LoadScopeScheduling:
    """Let xdist spread the tests our way."""
    return OneWorkerPerLanguage(config, log)


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: Any) -> None:
    """Load the fixtures for real, with everything that hangs on the commit, such as the reference index.

    Unmeasured: counting lines makes it three times slower, and the tests of the loader cover it.
    """
    measuring = Coverage.current()
    if measuring:
        measuring.stop()
    with django_db_blocker.unblock():
        load(FIXTURES)
    if measuring:
        measuring.start()


@pytest.fixture(autouse=True)
def _no_language_is_left_behind() -> Iterator[None]:
    """Start and end each test in Dutch, the language in which nothing was chosen yet."""
    translation.activate("nl")
    yield
    translation.activate("nl")


@pytest.fixture
def editor(db: None) -> User:
    """Somebody who may do everything in the admin."""
    return User.objects.create_superuser("editor", "editor@example.org", "a-long-password")


@pytest.fixture
def admin(editor: User) -> Client:
    """The browser of an editor who has logged in."""
    client = Client()
    client.force_login(editor)
    return client


@pytest.fixture
def media(settings: Any, tmp_path: Path) -> Path:
    """A folder for uploads that goes when the test ends."""
    settings.MEDIA_ROOT = tmp_path / "media"
    return settings.MEDIA_ROOT


@pytest.fixture
def folder(db: None, tmp_path: Path) -> FixtureFolder:
    """An empty folder of fixtures, to fill with real files and changes."""
    return FixtureFolder(tmp_path / "fixtures")
