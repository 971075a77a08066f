"""The pages of a language, rendered once for all tests that ask for them."""

from typing import Any

import pytest

from tests.public_pages import LANGUAGES, PublicPage, render_all


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run each test that asks for `pages` once per language."""
    if "pages" in metafunc.fixturenames:
        metafunc.parametrize(
            "pages",
            [pytest.param(code, marks=pytest.mark.django_db, id=code) for code in LANGUAGES],
            indirect=True,
            scope="session",
        )


@pytest.fixture(scope="session")
def rendered() -> dict[str, list[PublicPage]]:
    """Pages by language, filled as tests ask for them."""
    return {}


@pytest.fixture(scope="session")
def pages(request: Any, django_db_setup: None, django_db_blocker: Any, rendered: dict) -> list[PublicPage]:
    """Every public page of one language."""
    if request.param not in rendered:
        with django_db_blocker.unblock():
            rendered[request.param] = render_all(request.param)
    return rendered[request.param]
