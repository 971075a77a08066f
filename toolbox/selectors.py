"""What the pages of the toolbox read from the database."""

from typing import Any

from django.db.models import Count, Model, QuerySet
from django.http import QueryDict
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from nido_portal.directory.models import Theme
from nido_portal.directory.related import RelatedGroup, RelatedLink, themes_of

from .cycle import CycleRecord, Instrument, Obstacle, Phase

MOST_RELATED = 6


def phases() -> QuerySet[Phase]:
    """Return the phases in their order."""
    return Phase.objects.all()


def obstacles() -> QuerySet[Obstacle]:
    """Return the obstacles in their order, with the instruments that help."""
    return Obstacle.objects.prefetch_related("instruments")


def instruments() -> QuerySet[Instrument]:
    """Return the instruments in their order, with the obstacles that they help against."""
    return Instrument.objects.prefetch_related("obstacles")


def neighbours(every_phase: list[Phase], phase: Phase) -> dict[str, Phase | None]:
    """Return the phase before and the phase after one; the first follows the last, for it is a cycle."""
    if phase not in every_phase or len(every_phase) < 2:
        return {"previous_phase": None, "next_phase": None}
    place = every_phase.index(phase)
    return {
        "previous_phase": every_phase[place - 1],
        "next_phase": every_phase[(place + 1) % len(every_phase)],
    }


def cycle_contents() -> dict[str, Any]:
    """Return phases, obstacles and instruments for the page of the cycle."""
    return {"phases": phases(), "obstacles": Obstacle.objects.all(), "instruments": Instrument.objects.all()}


def tools() -> QuerySet[Any]:
    """Return the published tools in the active language with their phases, by title."""
    from .models import ToolPage

    return (
        ToolPage.objects.live()
        .public()
        .filter(locale__language_code=get_language())
        .select_related("locale")
        .prefetch_related("phases")
        .order_by("title")
    )


def tools_for(**link: Model) -> QuerySet[Any]:
    """Return the tools linked to one record: `tools_for(phases=phase)`, `tools_for(obstacles=obstacle)`."""
    return tools().filter(**link)


def toolbox_contents(page: Page, parameters: QueryDict) -> dict[str, Any]:
    """Return all tools, or those of the phase whose code the parameter `phase` gives."""
    every_phase = list(phases())
    chosen = next((phase for phase in every_phase if phase.code == parameters.get("phase")), None)
    found = tools().filter(phases=chosen) if chosen else tools()
    return {"tools": found, "phases": every_phase, "chosen_phase": chosen}


def tool_contents(page: Any) -> dict[str, Any]:
    """Return what a tool is linked to, and other tools of its phases.

    Lists rather than querysets: previews hand in links that are not saved yet.
    """
    tool_phases = list(page.phases.all())
    others = tools().filter(phases__in=tool_phases).exclude(pk=page.pk).distinct()
    return {
        "phases": tool_phases,
        "obstacles": list(page.obstacles.all()),
        "instruments": list(page.instruments.all()),
        "themes": list(page.themes.all()),
        "other_tools": others[:4],
    }


def tools_related_to(record: Any) -> RelatedGroup | None:
    """Return the tools that share a theme with a record: all of a theme's, otherwise those that share the most.

    Phases, obstacles and instruments list their tools themselves.
    """
    if isinstance(record, CycleRecord):
        return None
    themes = themes_of(record)
    if not themes:
        return None
    found = tools().filter(themes__in=themes).annotate(shared=Count("themes"))
    if not isinstance(record, Theme):
        found = found.order_by("-shared", "title")[:MOST_RELATED]
    links = [RelatedLink(tool.title, tool, tool.summary) for tool in found]
    return RelatedGroup(_("Tools"), "tool", links)
