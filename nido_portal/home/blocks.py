"""The doors on the home page."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from nido_portal.core.references import PageReferenceBlock


class DoorBlock(blocks.StructBlock):
    """A way into the portal for somebody who comes with a purpose."""

    title = blocks.CharBlock(label=_("Title"))
    text = blocks.TextBlock(label=_("Text"))
    link_label = blocks.CharBlock(label=_("Text of the link"))
    page = PageReferenceBlock(label=_("Page"))

    class Meta:
        icon = "home"
        label = _("Door")
        template = "blocks/door.html"
