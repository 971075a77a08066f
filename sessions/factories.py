"""Make sessions and questions, for tests and demo content."""

import datetime
from typing import Any

import factory

from nido_portal.core.factories import BasePageFactory, link_all
from nido_portal.directory.factories import PersonFactory

from .models import QuestionPage, SessionPage, SessionSpeaker


class SessionPageFactory(BasePageFactory):
    """A past session below `parent`, about `themes`, with `speakers`."""

    class Meta:
        model = SessionPage

    date = datetime.date(2024, 5, 14)
    body = [("text", "<p>Over innovatie bij de overheid.</p>")]

    @factory.post_generation
    def themes(self, create: bool, extracted: Any, **kwargs: Any) -> None:
        """Link the themes that were given."""
        link_all(self, "themes", extracted)

    @factory.post_generation
    def speakers(self, create: bool, extracted: Any, **kwargs: Any) -> None:
        """Let the persons that were given speak."""
        link_all(self, "speakers", [SessionSpeaker(person=person) for person in extracted or []])


class QuestionPageFactory(BasePageFactory):
    """A question below `parent` that an expert answered, about `themes`."""

    class Meta:
        model = QuestionPage

    answer = "<p>Volgens de expert begint innovatie klein.</p>"
    expert = factory.SubFactory(PersonFactory)

    @factory.post_generation
    def themes(self, create: bool, extracted: Any, **kwargs: Any) -> None:
        """Link the themes that were given."""
        link_all(self, "themes", extracted)
