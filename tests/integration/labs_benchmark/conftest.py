"""What the tests of the benchmark's pages share."""

from collections.abc import Callable

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from labs.models import LabIndexPage

Page = Callable[..., BeautifulSoup]


def benchmark_path(language: str = "nl") -> str:
    return str(LabIndexPage.objects.get(locale__language_code=language).get_url())


@pytest.fixture
def page(client: Client) -> Page:
    """Return a page of the benchmark, by the end of its address and its language."""

    def get(tail: str = "", language: str = "nl") -> BeautifulSoup:
        response = client.get(benchmark_path(language) + tail)
        assert response.status_code == 200, response
        return BeautifulSoup(response.content.decode(), "html.parser")

    return get
