"""Phases and tools in the API."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from ninja import Query, Router

from nido_portal.core.navigation import navigation
from nido_portal.core.pages import published
from toolbox.blocks import ATTENTION_TOPICS
from toolbox.cycle import Phase
from toolbox.models import ToolPage as ToolPageModel
from toolbox.selectors import tools_for

from .content import content_of, page_at, page_reference, translations_of
from .conversion import api_url, fallbacks, label, lines, page_url, plain, references, source
from .paging import one_page
from .parameters import PageParameters, Parameters, ToolParameters
from .problems import nothing_here
from .schemas.content import PhaseDetailOut, PhasePage, ToolDetailOut, ToolPage

router = Router()
PHASE_TEXTS = ("name", "summary", "guiding_questions", "pitfalls", "outcome", "go_on_when")


def phases() -> QuerySet[Phase]:
    """Return the phases in their order with what the API says of them."""
    return Phase.objects.select_related("source").prefetch_related("obstacles", "instruments")


@router.get(
    "/phases", response=PhasePage, summary="The phases of the cycle", operation_id="list_phases", tags=["Cycle"]
)
def list_phases(request: HttpRequest, parameters: Query[PageParameters]) -> dict[str, Any]:
    """The six phases of the innovation cycle, in their order."""
    return one_page(request, parameters, phases(), lambda page: [_phase(phase, request) for phase in page])


@router.get("/phases/{code}", response=PhaseDetailOut, summary="One phase", operation_id="get_phase", tags=["Cycle"])
def get_phase(request: HttpRequest, code: str, parameters: Query[Parameters]) -> dict[str, Any]:
    """A phase by its code or by its slug in any language, with the tools for it."""
    wanted = code.replace("\0", "")
    phase = phases().filter(code=wanted).first()
    if phase is None:
        named = Phase.at_address(wanted)
        phase = phases().filter(pk=named.pk).first() if named is not None else None
    if phase is None:
        raise nothing_here()
    return {
        **_phase(phase, request),
        "tools": [page_reference(tool, "tools") for tool in tools_for(phases=phase)],
    }


def _phase(phase: Phase, request: HttpRequest) -> dict[str, Any]:
    return {
        "code": phase.code,
        "number": phase.sort_order,
        "slug": phase.address(navigation(request).language),
        "name": phase.name,
        "summary": phase.summary,
        "guiding_questions": lines(phase.guiding_questions),
        "pitfalls": lines(phase.pitfalls),
        "outcome": plain(phase.outcome),
        "go_on_when": lines(phase.go_on_when),
        "is_starter": phase.is_starter,
        "obstacles": references(phase.obstacles.all()),
        "instruments": references(phase.instruments.all()),
        "source": source(phase.source),
        "url": page_url(navigation(request).record_url(phase)),
        "api_url": api_url("phases", phase.code),
        "fallbacks": fallbacks(phase, *PHASE_TEXTS),
    }


def tools() -> QuerySet[Any]:
    """Return the published tools in the answer's language with what a list says of them."""
    return (
        published(ToolPageModel).select_related("source").prefetch_related("phases", "themes").order_by("title", "pk")
    )


@router.get("/tools", response=ToolPage, summary="The toolbox", operation_id="list_tools", tags=["Toolbox"])
def list_tools(request: HttpRequest, parameters: Query[ToolParameters]) -> dict[str, Any]:
    """The tools that are published in the answer's language, by title."""
    found = tools()
    if parameters.phase:
        found = found.filter(phases__code=parameters.phase)
    if parameters.theme:
        found = found.filter(themes__code=parameters.theme)
    return one_page(request, parameters, found, _tools)


@router.get("/tools/{slug}", response=ToolDetailOut, summary="One tool", operation_id="get_tool", tags=["Toolbox"])
def get_tool(request: HttpRequest, slug: str, parameters: Query[Parameters]) -> dict[str, Any]:
    """A tool by its slug in any language, or by its id."""
    tool = page_at(tools().select_related("template_file"), slug)
    return {**_tools([tool])[0], **_tool_details(tool)}


def _tools(pages: list[Any]) -> list[dict[str, Any]]:
    translations = translations_of(pages)
    return [
        {
            **content_of(tool, "tools", translations),
            "minutes_min": tool.minutes_min,
            "minutes_max": tool.minutes_max,
            "people_min": tool.people_min,
            "people_max": tool.people_max,
            "difficulty": label(tool, "difficulty"),
            "setting": label(tool, "setting"),
            "phases": references(tool.phases.all()),
            "is_starter": tool.is_starter,
        }
        for tool in pages
    ]


def _tool_details(tool: Any) -> dict[str, Any]:
    topics = dict(ATTENTION_TOPICS)
    points = [block["value"] for block in tool.belgian_points.raw_data]
    return {
        "why": plain(tool.why) or "",
        "steps": [block["value"] for block in tool.steps.raw_data],
        "materials": lines(tool.materials),
        "pitfalls": lines(tool.pitfalls),
        "belgian_points": [
            {
                "topic": {"code": point["topic"], "label": str(topics.get(point["topic"], point["topic"]))},
                "text": point["text"],
            }
            for point in points
        ],
        "example": plain(tool.example),
        "licence": tool.licence or None,
        "template_url": page_url(tool.template_file.url) if tool.template_file is not None else None,
        "obstacles": references(tool.obstacles.all()),
        "instruments": references(tool.instruments.all()),
    }
