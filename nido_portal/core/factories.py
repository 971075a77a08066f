"""Make sources and pages, for tests and demo content. Nothing that serves the portal imports factories."""

from typing import Any

import factory
from wagtail_factories import PageFactory

from .models import Source


def link_all(page: Any, name: str, linked: Any) -> None:
    """Link a page that was just made to records; without any nothing happens."""
    if linked:
        setattr(page, name, list(linked))
        page.save()


class SourceFactory(factory.django.DjangoModelFactory):
    """A document that facts come from."""

    class Meta:
        model = Source

    code = factory.Sequence(lambda number: f"source-{number}")
    title_nl = factory.Sequence(lambda number: f"Bron {number}")


class BasePageFactory(PageFactory):
    """A published page below `parent`, in its parent's language."""

    class Meta:
        abstract = True
        skip_postgeneration_save = True

    title = factory.Sequence(lambda number: f"Pagina {number}")
    slug = factory.Sequence(lambda number: f"pagina-{number}")
    summary = "Wat er op deze pagina staat, in een zin of twee."
    live = True
