"""What the benchmark's own page and the pages below it show: the table, a comparison, where one would stand."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext_lazy as _

from nido_portal.core.furniture import Furniture
from nido_portal.core.pages import path_of
from nido_portal.core.sub_pages import SubPage

from . import pictures, selectors
from .compare import FEWEST, MOST, YOURS, Selection, read_selection
from .compared import comparison
from .filters import Question, Row
from .history import changes_page
from .stand import position
from .table import Table
from .take_along import brief, changes_feed, downloads
from .yours import Yours, read_yours

if TYPE_CHECKING:
    from .models import LabIndexPage

COMPARE = SubPage(
    "compare", _("Compare labs"), _("Two to four innovation labs side by side, each figure with its source.")
)
STAND = SubPage(
    "stand",
    _("Where would we stand?"),
    _("Put your own lab, or the one that you plan, beside the labs of the benchmark. Nothing is stored."),
)
CHANGES = SubPage(
    "changes",
    _("Changes in the figures"),
    _("Which figure changed when, from what to what, and on which source."),
)


def table_context(page: "LabIndexPage", request: HttpRequest) -> dict[str, Any]:
    """Return what the benchmark's own page shows: the table as asked, with the reader's lab if there is one."""
    labs = selectors.rows()
    yours = read_yours(request.GET)
    question = Question.read(request.GET, labs, yours.rest)
    query = question.address().removesuffix("?")
    right = question.address(**dict.fromkeys(question.mistakes, ""), rest=yours.rest if yours.row else ())
    table = Table.of(question, labs, yours)
    return {
        "portal": Furniture(request, page=page, state=query),
        "table": table,
        "pictures": pictures.of_table(table.rows),
        "yours": yours,
        "benchmark_url": path_of(page),
        "downloads": downloads("labs", right),
        "feed_url": changes_feed(),
    }


def compare(page: "LabIndexPage", request: HttpRequest) -> HttpResponse:
    """Show two to four labs side by side, or how to choose them.

    A form sends the parameter `labs` several times; the address that people share has it once, with commas.
    """
    yours = read_yours(request.GET)
    labs = list(selectors.labs())
    asked = request.GET.getlist("labs")
    known = {lab.code for lab in labs} | ({YOURS} if yours.row else set())
    selection = read_selection(",".join(asked), known, request.GET.get("differences") == "1", yours.rest)
    if len(asked) > 1:
        everything = [*selection.labs, *selection.left_out, *selection.unknown]
        return HttpResponsePermanentRedirect(f"{path_of(page)}compare/{selection.address(everything)}")
    rows = _chosen_rows(selection, {lab.code: lab for lab in labs}, yours)
    enough = len(rows) >= FEWEST
    query = selection.address() if selection.labs or selection.rest else ""
    sub_page = _compare_page(selection, rows) if enough else COMPARE
    context = {
        **page.sub_page_context(request, sub_page, query),
        **comparison(selection, rows, labs, yours.row),
        "selection": selection,
        "pictures": pictures.of_comparison(rows) if enough else [],
        "enough": enough,
        "most": MOST,
        "yours": yours,
        "downloads": downloads("comparison", query) if enough else [],
        "brief": brief(query) if enough else None,
    }
    return TemplateResponse(request, "labs/compare.html", context)


def _chosen_rows(selection: Selection, labs: dict[str, Any], yours: Yours) -> list[Row]:
    own = {YOURS: yours.row} if yours.row else {}
    chosen = selectors.with_details([labs[code] for code in selection.labs if code != YOURS])
    rows = own | {lab.code: Row.of(lab) for lab in chosen}
    return [rows[code] for code in selection.labs]


def _compare_page(selection: Selection, rows: list[Row]) -> SubPage:
    """Return the page of this very comparison, named after its labs; one's own lab makes no page of its own."""
    codes = [code for code in selection.labs if code != YOURS]
    query = Selection(codes).address() if len(codes) >= FEWEST else ""
    names = ", ".join(row.lab.short_name for row in rows)
    title = _("Compare: %s") % names if query else COMPARE.title
    return SubPage(COMPARE.word, title, COMPARE.summary, query)


def stand(page: "LabIndexPage", request: HttpRequest) -> HttpResponse:
    """Ask for the reader's own lab, and show where it would stand."""
    yours = read_yours(request.GET)
    context = {**page.sub_page_context(request, STAND, yours.query), "yours": yours, "form": yours.form}
    if yours.row is not None:
        context.update(position(yours, selectors.rows()))
    return TemplateResponse(request, "labs/stand.html", context)


def changes(page: "LabIndexPage", request: HttpRequest) -> HttpResponse:
    """Show which figures changed, newest first."""
    number = request.GET.get("page", "1")[:9]
    context = {
        **page.sub_page_context(request, CHANGES, ""),
        **changes_page(number),
        "feed_url": changes_feed(),
    }
    return TemplateResponse(request, "labs/changes.html", context)


SUB_PAGES: dict[str, Callable[["LabIndexPage", HttpRequest], HttpResponse]] = {
    "compare": compare,
    "stand": stand,
    "changes": changes,
}
