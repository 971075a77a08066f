"""The doors on the home page."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks


class DoorBlock(blocks.StructBlock):
    """A way into the portal for somebody who comes with a purpose."""

    title = blocks.CharBlock(label=_("Title"))
    text = blocks.TextBlock(label=_("Text"))
    link_label = blocks.CharBlock(label=_("Text of the link"))
    page = blocks.PageChooserBlock(label=_("Page"))

    class Meta:
        icon = "home"
        label = _("Door")
        template = "blocks/door.html"
