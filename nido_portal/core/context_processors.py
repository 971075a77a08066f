"""What templates know that are not rendered by a page, such as the page for a wrong address."""

from typing import Any

from django.http import HttpRequest

from .furniture import Furniture


def portal(request: HttpRequest) -> dict[str, Any]:
    """Return the furniture of a page without a place in the tree; pages bring their own."""
    return {"portal": Furniture(request)}
