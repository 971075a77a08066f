"""The edit form of a lab: what is shared, then each language, then figures and governance."""

from django.conf import settings
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, ObjectList, Panel, TabbedInterface

from nido_portal.core.panels import language_tabs

LANGUAGES = [code for code, _name in settings.LANGUAGES]


def in_each_language(name: str) -> list[Panel]:
    """Return a field's panels in the four languages, for rows that have no tabs of their own."""
    return [FieldPanel(f"{name}_{code}") for code in LANGUAGES]


SHARE_PANELS = [
    *in_each_language("payer"),
    FieldPanel("organisation"),
    FieldRowPanel([FieldPanel("payers"), FieldPanel("amount_eur")]),
    *in_each_language("note"),
]
FIGURE_PANELS = [
    FieldRowPanel([FieldPanel("measure"), FieldPanel("year")]),
    FieldPanel("availability"),
    FieldRowPanel([FieldPanel("precision"), FieldPanel("value"), FieldPanel("unit")]),
    FieldPanel("period"),
    FieldPanel("eur_value"),
    *in_each_language("conversion"),
    *in_each_language("note"),
    FieldPanel("source"),
    InlinePanel("shares", panels=SHARE_PANELS, label=_("Funding share"), heading=_("Who pays")),
]
BODY_PANELS = [
    *in_each_language("name"),
    FieldPanel("role"),
    *in_each_language("task"),
    FieldRowPanel([FieldPanel("members"), FieldPanel("external_members")]),
    FieldRowPanel([FieldPanel("meetings_per_year"), FieldPanel("meetings_precision")]),
    FieldPanel("threshold_eur"),
    *in_each_language("note"),
    FieldPanel("organisations"),
]
SHARED_PANELS = [
    FieldPanel("code"),
    FieldRowPanel([FieldPanel("kind"), FieldPanel("level")]),
    FieldRowPanel([FieldPanel("country"), FieldPanel("status")]),
    FieldPanel("host"),
    FieldPanel("parent"),
    FieldPanel("website"),
    FieldRowPanel([FieldPanel("founded"), FieldPanel("last_checked")]),
    FieldPanel("governance_model"),
    FieldPanel("themes"),
    FieldPanel("source"),
]


def lab_edit_handler() -> TabbedInterface:
    """Return the edit form of a lab."""
    handler = language_tabs(
        SHARED_PANELS,
        ["name", "short_name", "role", "decides", "governance", "founded_note", "source_note"],
    )
    handler.children += [
        ObjectList([InlinePanel("figures", panels=FIGURE_PANELS, label=_("Figure"))], heading=_("Figures")),
        ObjectList([InlinePanel("bodies", panels=BODY_PANELS, label=_("Body"))], heading=_("Governance")),
        ObjectList(
            [
                InlinePanel("activities", panels=[FieldPanel("kind"), *in_each_language("text")], label=_("Activity")),
                InlinePanel("links", panels=[*in_each_language("title"), FieldPanel("url")], label=_("Link")),
            ],
            heading=_("Activities and links"),
        ),
    ]
    return handler
