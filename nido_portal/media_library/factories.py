"""Make images and documents, for tests and demo content."""

import factory
from wagtail_factories import DocumentFactory, ImageFactory

from .models import PortalDocument, PortalImage


class PortalImageFactory(ImageFactory):
    """An image with a description."""

    class Meta:
        model = PortalImage

    title = factory.Sequence(lambda number: f"Foto {number}")
    description = "Drie ambtenaren rond een tafel"


class PortalDocumentFactory(DocumentFactory):
    """A document in Dutch."""

    class Meta:
        model = PortalDocument

    title = factory.Sequence(lambda number: f"Sjabloon {number}")
    file = factory.django.FileField(filename="sjabloon.pdf", data=b"%PDF-1.7 a template")
    language = "nl"
