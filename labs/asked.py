"""What the address of a file asks for: which labs, in which order, in which language; or why that can't be had."""

from dataclasses import dataclass

from django.conf import settings
from django.core.exceptions import NON_FIELD_ERRORS
from django.http import QueryDict
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _

from nido_portal.core.furniture import absolute
from nido_portal.core.pages import path_of

from . import codebook, selectors
from .compare import FEWEST, MOST, YOURS, Selection, read_selection, sections
from .exports import Export, columns, sources_of
from .filters import Question, Row
from .models import LabIndexPage
from .table import Table
from .yours import Yours, read_yours

LANGUAGES = [code for code, _name in settings.LANGUAGES]


class RefusedError(Exception):
    """Why a file can't be made, in words for whoever asked; `status` is the answer's."""

    def __init__(self, reason: str, status: int = 400) -> None:
        super().__init__(reason)
        self.reason = reason
        self.status = status
        self.language = get_language() or "en"


@dataclass(frozen=True)
class Comparison:
    """The labs that an address compares, and what it asks of them."""

    rows: list[Row]
    selection: Selection


def language(parameters: QueryDict) -> str:
    """Return the language that `lang` asks for, English by default.

    Raises:
        RefusedError: the portal doesn't have that language.
    """
    asked = parameters.get("lang", "en")
    if asked not in LANGUAGES:
        with override("en"):
            raise RefusedError(f"There is no language {asked[:20]!r} here. Use lang={', lang='.join(LANGUAGES)}.")
    return asked


def own_lab(parameters: QueryDict) -> Yours:
    """Return the reader's own lab, as far as the address says anything of one.

    Raises:
        RefusedError: what it says is wrong.
    """
    yours = read_yours(parameters)
    if yours.form.is_bound and yours.row is None:
        mistakes = [
            f"{name}: {' '.join(map(str, errors))}" if name != NON_FIELD_ERRORS else " ".join(map(str, errors))
            for name, errors in yours.form.errors.items()
        ]
        raise RefusedError(" ".join(mistakes))
    return yours


def table(parameters: QueryDict) -> Export:
    """Return the table as filtered and sorted, with the reader's own lab where it is asked for.

    Raises:
        RefusedError: a bound or something of the reader's own lab is wrong.
    """
    rows = selectors.rows()
    question = Question.read(parameters, rows)
    if question.mistakes:
        raise RefusedError(" ".join(f"{bound}: {mistake}" for bound, mistake in question.mistakes.items()))
    shown = Table.of(question, rows, own_lab(parameters))
    filters = [(_("Filter"), chip.label) for chip in shown.chips]
    about = codebook.about(sources_of(rows), [(_("Holds"), shown.count), *filters])
    return Export("nido-labs", _("Innovation labs compared"), columns(), shown.rows, about)


def comparison(parameters: QueryDict) -> Comparison:
    """Return the labs that `labs=ric,labx` names, in that order.

    Raises:
        RefusedError: fewer than two of them are known.
    """
    yours = own_lab(parameters)
    rows = {row.lab.code: row for row in selectors.rows()}
    if yours.row is not None:
        rows[YOURS] = yours.row
    only_differences = parameters.get("differences") == "1"
    selection = read_selection(parameters.get("labs", ""), set(rows), only_differences, yours.rest)
    if len(selection.labs) < FEWEST:
        reason = _("Name two to four labs by their codes, such as labs=ric,labx.")
        unknown = _("There is no lab %s.") % ", ".join(selection.unknown) if selection.unknown else ""
        raise RefusedError(f"{unknown} {reason}".strip(), 404 if selection.unknown else 400)
    return Comparison([rows[code] for code in selection.labs], selection)


def comparison_export(parameters: QueryDict) -> Export:
    """Return a comparison as a file; with `differences=1` only the facts that differ.

    Raises:
        RefusedError: fewer than two labs are known.
    """
    found = comparison(parameters)
    grouped = sections(found.rows, found.selection.only_differences)
    keys = [line.field.key for section in grouped for line in section.lines]
    names = ", ".join(row.lab.short_name for row in found.rows)
    notes = [(str(line.field.heading), line.warning) for part in grouped for line in part.lines if line.warning]
    if found.selection.left_out:
        notes.append((_("Left out"), _("No more than %d labs are compared.") % MOST))
    about = codebook.about(sources_of(found.rows), [(_("Holds"), names), *notes])
    title = _("Comparison: %s") % names
    file_name = f"nido-comparison-{'-'.join(found.selection.labs)}"
    return Export(file_name, title, columns(keys), found.rows, about, grouped)


def page_address(selection: Selection) -> str:
    """Return the public address of a comparison's page in the active language, or of the portal if it has none."""
    page = LabIndexPage.objects.live().filter(locale__language_code=get_language()).first()
    return absolute(f"{path_of(page)}compare/{selection.address()}") if page else absolute("/")
