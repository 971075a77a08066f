"""The blocks of a session, in the order in which a session usually has them."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock

from nido_portal.core.blocks import PROSE, SHARED_BLOCKS, StatementBlock
from nido_portal.core.references import PageReferenceBlock, RecordChooserBlock


class PrincipleBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("Principle"))
    text = blocks.TextBlock(label=_("Explanation"), required=False)


class PrinciplesBlock(blocks.StructBlock):
    """Numbered principles."""

    title = blocks.CharBlock(label=_("Title"))
    intro = blocks.TextBlock(label=_("Introduction"), required=False)
    items = blocks.ListBlock(PrincipleBlock(), label=_("Principles"))

    class Meta:
        icon = "list-ol"
        label = _("Principles")
        template = "blocks/principles.html"
        in_contents = True


class GuidingQuestionsBlock(blocks.StructBlock):
    """Questions that a session turned around."""

    title = blocks.CharBlock(label=_("Title"))
    items = blocks.ListBlock(blocks.CharBlock(), label=_("Questions"))

    class Meta:
        icon = "help"
        label = _("Guiding questions")
        template = "blocks/guiding_questions.html"
        in_contents = True


class CaseBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("Title"))
    country = blocks.CharBlock(label=_("Country (ISO 3166-1)"), required=False, max_length=2)
    approach = blocks.RichTextBlock(label=_("Approach"), features=PROSE, required=False)
    effect = blocks.RichTextBlock(label=_("Effect"), features=PROSE, required=False)
    reference = blocks.CharBlock(label=_("Reference"), required=False)


class CasesBlock(blocks.StructBlock):
    """Examples from elsewhere, each with its reference."""

    title = blocks.CharBlock(label=_("Title"))
    intro = blocks.TextBlock(label=_("Introduction"), required=False)
    items = blocks.ListBlock(CaseBlock(), label=_("Cases"))

    class Meta:
        icon = "site"
        label = _("Cases")
        template = "blocks/cases.html"
        in_contents = True


class ToolMentionBlock(blocks.StructBlock):
    name = blocks.CharBlock(label=_("Name"))
    publisher = blocks.CharBlock(label=_("Publisher"), required=False)
    what = blocks.RichTextBlock(label=_("What it is"), features=PROSE, required=False)
    useful_for = blocks.TextBlock(label=_("Useful for"), required=False)
    reference = blocks.CharBlock(label=_("Reference"), required=False)
    page = PageReferenceBlock("toolbox.ToolPage", label=_("Card in the toolbox"), required=False)


class ToolMentionsBlock(blocks.StructBlock):
    """Tools that were named in the session."""

    title = blocks.CharBlock(label=_("Title"))
    intro = blocks.TextBlock(label=_("Introduction"), required=False)
    items = blocks.ListBlock(ToolMentionBlock(), label=_("Tools"))

    class Meta:
        icon = "cogs"
        label = _("Tools")
        template = "blocks/tools.html"
        in_contents = True


class PartnerBlock(blocks.StructBlock):
    organisation = RecordChooserBlock("directory.Organisation", label=_("Organisation"))
    text = blocks.TextBlock(label=_("What it offers"))


class PartnersBlock(blocks.StructBlock):
    """Organisations that can help further."""

    title = blocks.CharBlock(label=_("Title"))
    intro = blocks.TextBlock(label=_("Introduction"), required=False)
    items = blocks.ListBlock(PartnerBlock(), label=_("Partners"))

    class Meta:
        icon = "group"
        label = _("Partners")
        template = "blocks/partners.html"
        in_contents = True


class PresentationBlock(blocks.StructBlock):
    """A presentation; without a document it is named with the size that its source gives."""

    title = blocks.CharBlock(label=_("Title"))
    person = RecordChooserBlock("directory.Person", label=_("Person"), required=False)
    organisation = RecordChooserBlock("directory.Organisation", label=_("Organisation"), required=False)
    document = DocumentChooserBlock(label=_("File"), required=False)
    file_type = blocks.ChoiceBlock(
        choices=[("pdf", "PDF"), ("pptx", "PPTX"), ("odp", "ODP")], default="pdf", label=_("File type")
    )
    size = blocks.DecimalBlock(label=_("Size"), required=False, min_value=0)
    unit = blocks.ChoiceBlock(choices=[("KB", "KB"), ("MB", "MB")], default="MB", label=_("Unit of size"))


class PresentationsBlock(blocks.StructBlock):
    """Presentations to download, or to ask for."""

    title = blocks.CharBlock(label=_("Title"))
    intro = blocks.TextBlock(label=_("Introduction"), required=False)
    items = blocks.ListBlock(PresentationBlock(), label=_("Presentations"))

    class Meta:
        icon = "doc-full"
        label = _("Presentations")
        template = "blocks/presentations.html"
        in_contents = True


class RecordingBlock(blocks.StructBlock):
    """Whether there is a recording, and where."""

    title = blocks.CharBlock(label=_("Title"))
    status = blocks.ChoiceBlock(
        choices=[
            ("available", _("Available")),
            ("no_address", _("Recorded, but no address is known")),
            ("not_recorded", _("Not recorded")),
        ],
        label=_("Recording"),
    )
    url = blocks.URLBlock(label=_("Address"), required=False)
    text = blocks.RichTextBlock(label=_("Text"), features=PROSE, required=False)
    people = blocks.ListBlock(RecordChooserBlock("directory.Person"), label=_("Speakers"))

    class Meta:
        icon = "media"
        label = _("Recording")
        template = "blocks/recording.html"
        in_contents = True


class TipsBlock(blocks.StructBlock):
    """Tips by the experts."""

    title = blocks.CharBlock(label=_("Title"))
    intro = blocks.TextBlock(label=_("Introduction"), required=False)
    items = blocks.ListBlock(blocks.CharBlock(), label=_("Tips"), min_num=0, default=[])

    class Meta:
        icon = "pick"
        label = _("Tips")
        template = "blocks/tips.html"
        in_contents = True


class TrackBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("Title"))
    organisation = RecordChooserBlock("directory.Organisation", label=_("Organisation"))
    recorded = blocks.BooleanBlock(label=_("Recorded"), required=False)
    text = blocks.RichTextBlock(label=_("What it was about"), features=PROSE)
    statements = blocks.ListBlock(StatementBlock(), label=_("Statements"), min_num=0, default=[])
    question = blocks.CharBlock(label=_("Question to take along"), required=False)


class TracksBlock(blocks.StructBlock):
    """Parallel tracks of an event, each with its own challenge."""

    title = blocks.CharBlock(label=_("Title"))
    intro = blocks.TextBlock(label=_("Introduction"), required=False)
    items = blocks.ListBlock(TrackBlock(), label=_("Tracks"))

    class Meta:
        icon = "table"
        label = _("Challenge tracks")
        template = "blocks/tracks.html"
        in_contents = True


SESSION_BLOCKS = [
    *SHARED_BLOCKS,
    ("principles", PrinciplesBlock(group=_("Session"))),
    ("guiding_questions", GuidingQuestionsBlock(group=_("Session"))),
    ("cases", CasesBlock(group=_("Session"))),
    ("tools", ToolMentionsBlock(group=_("Session"))),
    ("partners", PartnersBlock(group=_("Session"))),
    ("presentations", PresentationsBlock(group=_("Session"))),
    ("recording", RecordingBlock(group=_("Session"))),
    ("tips", TipsBlock(group=_("Session"))),
    ("tracks", TracksBlock(group=_("Session"))),
]
