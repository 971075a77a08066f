"""Make tools and the records of the cycle, for tests and demo content."""

from typing import Any

import factory

from nido_portal.core.factories import BasePageFactory, link_all

from .cycle import Instrument, Obstacle, Phase
from .models import ToolPage


class CycleRecordFactory(factory.django.DjangoModelFactory):
    """A record of the cycle, last in its order, in Dutch only."""

    class Meta:
        abstract = True

    code = factory.Sequence(lambda number: f"record-{number}")
    name_nl = factory.Sequence(lambda number: f"Onderdeel {number}")
    slug_nl = factory.Sequence(lambda number: f"onderdeel-{number}")
    summary_nl = "Een onderdeel van de innovatiecyclus."


class PhaseFactory(CycleRecordFactory):
    """A phase."""

    class Meta:
        model = Phase


class ObstacleFactory(CycleRecordFactory):
    """An obstacle."""

    class Meta:
        model = Obstacle


class InstrumentFactory(CycleRecordFactory):
    """An instrument."""

    class Meta:
        model = Instrument


class ToolPageFactory(BasePageFactory):
    """A short method for a small group below `parent`, linked to what is given."""

    class Meta:
        model = ToolPage

    why = "<p>Om samen sneller tot ideeën te komen.</p>"
    steps = [("step", {"title": "Begin", "text": "Leg uit wat je wilt bereiken."})]
    minutes_min = 30
    minutes_max = 60
    people_min = 3
    people_max = 8
    difficulty = ToolPage.Difficulty.EASY
    setting = ToolPage.Setting.BOTH

    @factory.post_generation
    def links(self, create: bool, extracted: Any, **kwargs: Any) -> None:
        """Link the records that were given: `links={"phases": […], "themes": […]}`."""
        for name, linked in (extracted or {}).items():
            link_all(self, name, linked)
