"""Template tags of the portal, built into every template."""

import datetime
from typing import Any
from urllib.parse import urlsplit

from django import template
from django.conf import settings
from django.http import HttpRequest
from django.template.context import RequestContext
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import slugify
from django.utils.translation import get_language, pgettext
from wagtail.models import Page
from wagtail.rich_text import expand_db_html

from nido_portal.core import localised
from nido_portal.core.countries import country_name
from nido_portal.core.furniture import Link, absolute
from nido_portal.core.navigation import navigation
from nido_portal.core.pages import path_of

register = template.Library()
register.filter("country_name", country_name)

KIND_ICONS = {
    "lab": "landmark",
    "news": "newspaper",
    "page": "file-text",
    "question": "message-circle-question-mark",
    "record": "layers",
    "session": "calendar",
    "statement": "user",
    "tool": "wrench",
}


def _in_language(record: Any, name: str) -> tuple[str, str]:
    """Return a translated field's text and the language that it is in: the reader's, or Dutch."""
    language = get_language() or settings.LANGUAGE_CODE
    text = getattr(record, f"{name}_{language}", "")
    return (text, language) if text else (getattr(record, f"{name}_nl", "") or "", "nl")


@register.simple_tag
def field(record: Any, name: str) -> SafeString | str:
    """Return a record's translated text, marked with `lang` where it is shown in Dutch instead."""
    text, language = _in_language(record, name)
    if not text or language == get_language():
        return text
    return format_html('<span lang="{}">{}</span>', language, text)


@register.simple_tag
def rich(record: Any, name: str) -> SafeString:
    """Return a record's translated rich text, marked with `lang` where it is shown in Dutch instead."""
    text, language = _in_language(record, name)
    html = mark_safe(expand_db_html(text))  # noqa: S308 -- the editor's rich text, cleaned by Wagtail on save
    if language == get_language():
        return format_html('<div class="prose">{}</div>', html)
    return format_html('<div class="prose" lang="{}">{}</div>', language, html)


@register.simple_tag
def lines(record: Any, name: str) -> list[str]:
    """Return the lines of a record's translated text, one item each."""
    return split_lines(_in_language(record, name)[0])


@register.filter
def split_lines(text: str) -> list[str]:
    """Return the non-empty lines of a text."""
    return [line.strip() for line in (text or "").splitlines() if line.strip()]


@register.simple_tag(takes_context=True)
def record_url(context: RequestContext, record: Any) -> str:
    """Return the address of a record's own page in the reader's language."""
    request: HttpRequest = context["request"]
    return navigation(request).record_url(record)


@register.simple_tag
def page_path(page: Page) -> str:
    """Return the address of a page in its own language, without asking for the site as `pageurl` does."""
    return path_of(page)


@register.simple_tag(takes_context=True)
def index_link(context: RequestContext, page_type: str) -> Link | None:
    """Return the link to the published page of a type such as 'news.NewsIndexPage', or None."""
    request: HttpRequest = context["request"]
    page = navigation(request).page_of(page_type)
    return Link(page.title, path_of(page)) if page else None


@register.simple_tag
def localised_links(chosen: Any) -> list[localised.LocalisedLink]:
    """Return links to pages that an editor chose, in the reader's language where they exist in it."""
    return localised.localised_links(chosen)


@register.simple_tag
def page_contents(body: Any) -> list[dict[str, str]]:
    """Return id and title of a text's parts, or nothing where there are too few to need a list."""
    titles = [title for block in body if (title := _part_title(block))]
    return [{"id": heading_id(title), "title": title} for title in titles] if len(titles) >= 3 else []


def _part_title(block: Any) -> str:
    """Return the heading of the second level that a block shows, where its id is `heading_id` of it, or ''."""
    if block.block_type == "heading":
        return str(block.value)
    return block.value["title"] if getattr(block.block.meta, "in_contents", False) else ""


@register.filter
def heading_id(title: Any) -> str:
    """Return the id of a heading, for links to it."""
    return f"part-{slugify(title)}"


@register.filter
def icon_of_kind(kind: str) -> str:
    """Return the name of the icon for a group of related links."""
    return KIND_ICONS.get(kind, "link")


@register.filter
def written_date(date: str) -> str:
    """Return a date given as YYYY, YYYY-MM or YYYY-MM-DD in words, as precisely as it is given."""
    parts = [int(part) for part in date.split("-") if part.isdigit()]
    if len(parts) < 2:
        return date
    day = datetime.date(parts[0], parts[1], parts[2] if len(parts) > 2 else 1)
    pattern = pgettext("date format", "j F Y") if len(parts) > 2 else "F Y"
    return date_format(day, pattern)


@register.filter
def absolute_url(path: str) -> str:
    """Return the public address of a path."""
    return absolute(path)


@register.filter
def domain(url: str) -> str:
    """Return the host that an address leads to, without `www.`."""
    return (urlsplit(url).hostname or "").removeprefix("www.")


@register.filter
def file_size(value: Any) -> str:
    """Return the size of a presentation as its source gives it, with the reader's decimal sign."""
    from django.utils.formats import number_format

    return f"{number_format(value['size'])} {value['unit']}"
