"""Where the parts of the portal say what they have to do with a record.

`labs`, `sessions` and `toolbox` don't know each other. Each registers, in its `AppConfig.ready`,
a function that is given a record (a person, an organisation, a theme, a phase …) and returns a group of links
to its own content, or None.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.utils.functional import Promise


@dataclass(frozen=True)
class RelatedLink:
    """A link to a page or record; `text` says why it is here, such as what a person said.

    `target` is a page, or a record whose address `{% record_url %}` finds.
    """

    title: str
    target: Any
    text: str = ""
    is_record: bool = False


@dataclass(frozen=True)
class RelatedGroup:
    """Links of one kind under a heading; `kind` names the icon."""

    title: str | Promise
    kind: str
    links: list[RelatedLink] = field(default_factory=list)


Provider = Callable[[Any], RelatedGroup | None]

_providers: list[tuple[int, Provider]] = []


def register(provider: Provider, order: int) -> None:
    """Add a provider; groups are shown by ascending order."""
    _providers.append((order, provider))
    _providers.sort(key=lambda entry: entry[0])


def themes_of(record: Any) -> list[Any]:
    """Return the themes by which content is related to a record: a theme is about itself."""
    from .models import Theme

    if isinstance(record, Theme):
        return [record]
    return list(record.themes.all()) if hasattr(record, "themes") else []


def groups_for(record: Any) -> list[RelatedGroup]:
    """Return the groups that have something for the record, in their order."""
    groups = [provider(record) for _order, provider in _providers]
    return [group for group in groups if group is not None and group.links]
