"""Labs in the API: the facts of the benchmark, as `labs.facts` has them for every page and file."""

from typing import Any

from django.db.models import Prefetch
from django.http import HttpRequest
from ninja import Query, Router

from labs import selectors
from labs.cells import figure_cell
from labs.derived import share_of_budget
from labs.exports import fact_as_json
from labs.facts import Fact
from labs.filters import FACETS, RANGES, Question, Row, in_order
from labs.models import FundingShare, Lab, LabFigure
from nido_portal.core.navigation import navigation

from .conversion import api_url, fallbacks, label, number, page_url, plain, reference, references, source
from .paging import one_page
from .parameters import LabParameters, Parameters
from .problems import nothing_here
from .schemas.labs import LabDetailOut, LabPage

router = Router(tags=["Labs"])
AMOUNTS = ("EUR", "SEK")


@router.get("/labs", response=LabPage, summary="The benchmark: labs with their facts", operation_id="list_labs")
def list_labs(request: HttpRequest, parameters: Query[LabParameters]) -> dict[str, Any]:
    """Filters and order are those of the table for people. What isn't known comes last and is never zero."""
    found = in_order(_matching(selectors.rows(), request, parameters), parameters.sort)
    return one_page(request, parameters, found, lambda page: [summary_of(row, request) for row in page])


@router.get("/labs/{slug}", response=LabDetailOut, summary="One lab", operation_id="get_lab")
def get_lab(request: HttpRequest, slug: str, parameters: Query[Parameters]) -> dict[str, Any]:
    """All figures of all years, who pays, who decides, what the lab does."""
    shares = Prefetch("shares", FundingShare.objects.select_related("organisation"))
    figures = Prefetch("figures", LabFigure.objects.select_related("source").prefetch_related(shares))
    related = ("activities", "bodies__organisations", "links", "themes", "members")
    lab = Lab.objects.filter(code=slug.replace("\0", "")).prefetch_related(figures, *related).first()
    if lab is None:
        raise nothing_here()
    return {**summary_of(Row.of(lab), request), **_details(lab)}


def _matching(rows: list[Row], request: HttpRequest, parameters: LabParameters) -> list[Row]:
    """Return the labs that fit; a choice that no lab has finds none, where the page would ignore it."""
    question = Question.read(request.GET, rows)
    if any(request.GET.getlist(facet.key) and facet.key not in question.chosen for facet in FACETS):
        return []
    # Numbers have a decimal point here, not a reader's separators.
    bounds = [f"{name}_{end}" for name in RANGES for end in ("min", "max")]
    question.ranges = {bound: value for bound in bounds if (value := getattr(parameters, bound)) is not None}
    return [row for row in rows if question.matches(row)]


def summary_of(row: Row, request: HttpRequest) -> dict[str, Any]:
    """Return a lab as lists have it."""
    lab = row.lab
    sources = {fact.source.code: fact.source for fact in row.facts.values() if fact.source is not None}
    sources |= {figure.source.code: figure.source for figure in lab.figures.all() if figure.source is not None}
    return {
        "slug": lab.code,
        "name": lab.name,
        "short_name": lab.short_name,
        "url": page_url(navigation(request).record_url(lab)),
        "api_url": api_url("labs", lab.code),
        "website": lab.website or None,
        "network": reference(lab.parent),
        "last_checked": lab.last_checked,
        "facts": {key: fact_as_json(fact) for key, fact in row.facts.items()},
        "sources": [source(found) for _code, found in sorted(sources.items())],
        "fallbacks": fallbacks(lab, "name", "short_name", "role", "decides", "governance"),
    }


def _details(lab: Any) -> dict[str, Any]:
    figures = sorted(lab.figures.all(), key=lambda figure: (figure.measure, -(figure.year or 0)))
    return {
        "role": plain(lab.role) or "",
        "governance": plain(lab.governance),
        "founded_note": lab.founded_note or None,
        "source_note": lab.source_note or None,
        "host": reference(lab.host),
        "members": references(lab.members.all()),
        "figures": [_figure(figure, lab) for figure in figures],
        "bodies": [_body(body) for body in lab.bodies.all()],
        "activities": [{"kind": label(activity, "kind"), "text": activity.text} for activity in lab.activities.all()],
        "links": [{"title": link.title, "url": link.url} for link in lab.links.all()],
        "themes": references(lab.themes.all()),
    }


def _figure(figure: LabFigure, lab: Any) -> dict[str, Any]:
    cell = figure_cell(figure)
    fact = Fact(
        figure.measure,
        cell.text,
        cell.availability,
        value=figure.value,
        unit=figure.unit,
        precision=figure.precision if figure.value is not None else "",
        year=figure.year,
        note=figure.note,
        eur=figure.in_eur if figure.unit in AMOUNTS else None,
        conversion=figure.conversion,
        source=figure.source or lab.source,
        figure=figure,
    )
    shares = [
        {
            "payer": share.payer,
            "organisation": reference(share.organisation),
            "payers": share.payers,
            "amount_eur": number(share.amount_eur),
            "total_eur": number(share.total_eur),
            "share": share_of_budget(share.total_eur, fact.eur),
            "note": share.note or None,
        }
        for share in figure.shares.all()
    ]
    return {**fact_as_json(fact), "measure": label(figure, "measure"), "shares": shares}


def _body(body: Any) -> dict[str, Any]:
    return {
        "name": body.name,
        "role": label(body, "role"),
        "task": body.task or None,
        "members": body.members,
        "external_members": body.external_members,
        "meetings_per_year": body.meetings_per_year,
        "meetings_precision": body.meetings_precision or None,
        "threshold_eur": number(body.threshold_eur),
        "note": body.note or None,
        "organisations": references(body.organisations.all()),
    }
