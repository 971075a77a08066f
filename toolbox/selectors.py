"""What the pages of the toolbox read from the database."""

from typing import Any

from django.db.models import Model, QuerySet
from django.http import QueryDict
from wagtail.models import Page

from nido_portal.core.pages import published
from nido_portal.directory.related import by_theme

from .cycle import CycleRecord, Instrument, Obstacle, Phase


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

    return published(ToolPage).prefetch_related("phases").order_by("title")


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


def tools_about(record: Any) -> QuerySet[Any] | None:
    """Return the tools that share a theme with a record; phases, obstacles and instruments list theirs themselves."""
    return None if isinstance(record, CycleRecord) else by_theme(tools(), record)
