"""Make news, for tests and demo content."""

import datetime
from typing import Any

import factory

from nido_portal.core.factories import BasePageFactory, link_all

from .models import NewsPage


class NewsPageFactory(BasePageFactory):
    """A news item of today below `parent`, about `themes`."""

    class Meta:
        model = NewsPage

    date = factory.LazyFunction(datetime.date.today)
    body = [("text", "<p>Er is nieuws over innovatie bij de overheid.</p>")]

    @factory.post_generation
    def themes(self, create: bool, extracted: Any, **kwargs: Any) -> None:
        """Link the themes that were given."""
        link_all(self, "themes", extracted)
