"""Images that always say what they show, and documents that say their language."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.documents.models import AbstractDocument
from wagtail.images.models import AbstractImage, AbstractRendition


class PortalImage(AbstractImage):
    """An image with a description, or explicitly decorative (WCAG 2.2, 1.1.1).

    Not `decorative`: Wagtail sets that attribute to False whenever it makes or reads an image.
    """

    is_decorative = models.BooleanField(
        _("decorative"), default=False, help_text=_("The image adds nothing to the text: screen readers skip it.")
    )

    admin_form_fields = (
        "title",
        "file",
        "description",
        "is_decorative",
        "collection",
        "tags",
        "focal_point_x",
        "focal_point_y",
        "focal_point_width",
        "focal_point_height",
    )

    class Meta(AbstractImage.Meta):
        verbose_name = _("image")
        verbose_name_plural = _("images")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(is_decorative=True) ^ ~models.Q(description=""),
                name="image_described_or_decorative",
                violation_error_message=_("Describe what the image shows, or say that it is decorative, not both."),
            )
        ]

    def clean(self) -> None:
        super().clean()
        if self.is_decorative == bool(self.description):
            raise ValidationError(
                {"description": _("Describe what the image shows, or say that it is decorative, not both.")}
            )

    @property
    def default_alt_text(self) -> str:
        return self.description


class PortalRendition(AbstractRendition):
    """An image in one size and format."""

    image = models.ForeignKey(PortalImage, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["image", "filter_spec", "focal_point_key"], name="one_rendition_per_filter")
        ]


class PortalDocument(AbstractDocument):
    """A file to download, with the language that it is written in."""

    language = models.CharField(_("language"), max_length=2, choices=settings.LANGUAGES, blank=True)

    admin_form_fields = ("title", "file", "language", "collection", "tags")

    class Meta(AbstractDocument.Meta):
        verbose_name = _("document")
        verbose_name_plural = _("documents")
