"""Long answers in pages."""

from collections.abc import Callable, Sequence
from typing import Any
from urllib.parse import urlencode

from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from nido_portal.core.furniture import absolute

from .parameters import PageParameters
from .problems import ProblemError


def one_page(
    request: HttpRequest,
    parameters: PageParameters,
    found: Sequence[Any] | QuerySet[Any],
    convert: Callable[[list[Any]], list[dict[str, Any]]],
) -> dict[str, Any]:
    """Return the page of a list that the parameters ask for.

    Args:
        request: its address is that of the neighbouring pages too.
        parameters: which page, and how long.
        found: everything that was found, in its order.
        convert: makes the answer's items of the page's records, all at once.

    Raises:
        ProblemError: there is no such page.
    """
    size, number = parameters.page_size, parameters.page
    total = found.count() if isinstance(found, QuerySet) else len(found)
    pages = max(1, -(-total // size))
    if number > pages:
        raise ProblemError(
            404, _("There is no page %(page)s: the last is page %(last)s.") % {"page": number, "last": pages}
        )
    start = (number - 1) * size
    return {
        "items": convert(list(found[start : start + size])),
        "total": total,
        "page": number,
        "page_size": size,
        "pages": pages,
        "previous": address(request, number - 1) if number > 1 else None,
        "next": address(request, number + 1) if number < pages else None,
    }


def address(request: HttpRequest, page: int) -> str:
    """Return the address of another page of the same list, in the same language."""
    query = [
        (name, value)
        for name, values in request.GET.lists()
        if name not in ("page", "lang")
        for value in values
    ]  # fmt: skip
    return absolute(f"{request.path}?{urlencode([*query, ('page', page), ('lang', get_language())])}")
