"""The blocks that every kind of page may use. A block's template is `templates/blocks/<name>.html`."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.images.blocks import ImageBlock

from .references import PageReferenceBlock, RecordChooserBlock

PROSE = ["bold", "italic", "link", "document-link", "ol", "ul"]
PROSE_WITH_HEADINGS = ["h3", *PROSE]


class HeadingBlock(blocks.CharBlock):
    """A heading of the second level; the list of page contents is made from these."""

    class Meta:
        icon = "title"
        label = _("Heading")
        template = "blocks/heading.html"


class TextBlock(blocks.RichTextBlock):
    """Running text."""

    class Meta:
        icon = "pilcrow"
        label = _("Text")
        template = "blocks/text.html"


class CalloutBlock(blocks.StructBlock):
    """Something that readers should not miss."""

    title = blocks.CharBlock(label=_("Title"))
    text = blocks.RichTextBlock(label=_("Text"), features=PROSE)

    class Meta:
        icon = "warning"
        label = _("Callout")
        template = "blocks/callout.html"


class CardBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("Title"))
    text = blocks.TextBlock(label=_("Text"))


class CardsBlock(blocks.StructBlock):
    """Several points of equal weight, side by side where there is room."""

    title = blocks.CharBlock(label=_("Title"), required=False)
    items = blocks.ListBlock(CardBlock(), label=_("Cards"))

    class Meta:
        icon = "grip"
        label = _("Cards")
        template = "blocks/cards.html"


class StatementBlock(blocks.StructBlock):
    """What somebody said, as reported speech: '… thinks that …', never a verbatim quotation."""

    person = RecordChooserBlock("directory.Person", label=_("Person"))
    text = blocks.TextBlock(label=_("What this person said, in reported speech"))

    class Meta:
        icon = "openquote"
        label = _("Statement")
        template = "blocks/statement.html"


class OutsideLinkBlock(blocks.StructBlock):
    label = blocks.CharBlock(label=_("Text of the link"))
    url = blocks.URLBlock(label=_("Address"))


class LinksBlock(blocks.StructBlock):
    """Addresses outside the portal."""

    title = blocks.CharBlock(label=_("Title"))
    items = blocks.ListBlock(OutsideLinkBlock(), label=_("Links"))

    class Meta:
        icon = "link-external"
        label = _("Outside links")
        template = "blocks/links.html"


class MoreBlock(blocks.StructBlock):
    """Pages of the portal to go on with, shown in the reader's language."""

    title = blocks.CharBlock(label=_("Title"))
    pages = blocks.ListBlock(PageReferenceBlock(), label=_("Pages"))

    class Meta:
        icon = "link"
        label = _("Read on")
        template = "blocks/more.html"


class SpectrumBlock(blocks.StructBlock):
    """A line between two poles, such as internal change and open co-creation."""

    left = blocks.CharBlock(label=_("Left pole"))
    right = blocks.CharBlock(label=_("Right pole"))
    left_text = blocks.TextBlock(label=_("About the left pole"))
    right_text = blocks.TextBlock(label=_("About the right pole"))
    text = blocks.TextBlock(label=_("What the spectrum shows"))

    class Meta:
        icon = "arrows-up-down"
        label = _("Spectrum")
        template = "blocks/spectrum.html"


class PictureBlock(ImageBlock):
    """An image with its description in the page's language."""

    class Meta:
        icon = "image"
        label = _("Image")
        template = "blocks/image.html"


SHARED_BLOCKS = [
    ("heading", HeadingBlock(group=_("Text"))),
    ("text", TextBlock(features=PROSE_WITH_HEADINGS, group=_("Text"))),
    ("callout", CalloutBlock(group=_("Text"))),
    ("cards", CardsBlock(group=_("Text"))),
    ("image", PictureBlock(group=_("Pictures"))),
    ("spectrum", SpectrumBlock(group=_("Pictures"))),
    ("statement", StatementBlock(group=_("People"))),
    ("links", LinksBlock(group=_("Links"))),
    ("more", MoreBlock(group=_("Links"))),
]
