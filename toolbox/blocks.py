"""The blocks of a tool: steps and points of attention."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

ATTENTION_TOPICS = [
    ("procurement", _("Public procurement")),
    ("privacy", _("Privacy (GDPR)")),
    ("language", _("Language legislation")),
    ("accessibility", _("Accessibility")),
    ("transparency", _("Transparency of administration")),
    ("staff", _("Staff and consultation")),
    ("archives", _("Archives")),
]


class StepBlock(blocks.StructBlock):
    """One step of a method, in order."""

    title = blocks.CharBlock(label=_("Title"))
    text = blocks.TextBlock(label=_("What to do"))

    class Meta:
        icon = "list-ol"
        label = _("Step")
        template = "blocks/step.html"


class BelgianPointBlock(blocks.StructBlock):
    """What a Belgian public service should mind when it uses the method."""

    topic = blocks.ChoiceBlock(choices=ATTENTION_TOPICS, label=_("Topic"))
    text = blocks.TextBlock(label=_("What to mind"))

    class Meta:
        icon = "info-circle"
        label = _("Belgian point of attention")
        template = "blocks/belgian_point.html"

    def get_context(self, value: Any, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
        topics = dict(ATTENTION_TOPICS)
        return {**super().get_context(value, parent_context), "topic": topics.get(value["topic"], value["topic"])}
