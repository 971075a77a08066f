"""No link is broken and no page is a dead end."""

from urllib.parse import urldefrag, urljoin, urlsplit

import pytest
from django.test import Client

from tests.public_pages import HOST, PublicPage, all_entries, fetch, offenders, path_of

Pages = list[PublicPage]


def inner_links(page: PublicPage, selector: str = "a[href]") -> list[str]:
    """Return the addresses within the portal that a page links to, whole."""
    addresses = [urljoin(HOST + page.path, str(link["href"])) for link in page.soup.select(selector)]
    return [address for address in addresses if address.startswith(HOST)]


@pytest.fixture
def other_answers() -> dict[str, int]:
    """What addresses outside the listed pages answered."""
    return {}


def test_every_link_within_the_portal_answers(pages: Pages, client: Client, other_answers: dict[str, int]) -> None:
    listed = {entry.location for entry in all_entries()}

    def broken(address: str) -> bool:
        target, _anchor = urldefrag(address)
        if target not in listed and target not in other_answers:
            other_answers[target] = client.get(path_of(target)).status_code
        return other_answers.get(target, 200) != 200

    assert offenders(pages, lambda page: {link for link in inner_links(page) if broken(link)}) == {}


def test_every_anchor_that_a_link_names_exists(pages: Pages) -> None:
    ids = {HOST + page.path: {str(tag["id"]) for tag in page.soup.select("[id]")} for page in pages}

    def dangling(page: PublicPage) -> list[str]:
        links = [urldefrag(link) for link in inner_links(page)]
        return [link.url for link in links if link.fragment and link.fragment not in ids.get(link.url, {link.fragment})]

    assert offenders(pages, dangling) == {}


def test_outside_links_are_secure_or_marked_as_the_source_gives_them(pages: Pages) -> None:
    def rule(page: PublicPage) -> list[str]:
        schemes = {urlsplit(str(link["href"])).scheme for link in page.soup.select("a[href]")}
        return sorted(schemes - {"", "http", "https", "mailto", "tel"})

    assert offenders(pages, rule) == {}


def test_every_link_and_button_has_a_name(pages: Pages) -> None:
    def nameless(page: PublicPage) -> list[str]:
        return [
            str(tag)[:100]
            for tag in page.soup.select("a[href], button")
            if not tag.get_text(strip=True) and not tag.get("aria-label") and not tag.select("img[alt]:not([alt=''])")
        ]

    assert offenders(pages, nameless) == {}


@pytest.mark.parametrize("template", ["toolbox/phase.html", "toolbox/obstacle.html", "toolbox/instrument.html"])
def test_the_cycle_leads_on_to_tools_answers_or_cases_and_labs(pages: Pages, template: str) -> None:
    template_of = {page.path: page.response.templates[0].name for page in pages}

    def rule(page: PublicPage) -> list[str]:
        targets = {path_of(urldefrag(link).url) for link in inner_links(page, "main a[href]")}
        kinds = {template_of.get(target) for target in targets}
        answers = {"sessions/session_page.html", "sessions/question_page.html"}
        missing = [kind for kind in ("toolbox/tool_page.html", "labs/lab.html") if kind not in kinds]
        return missing if kinds & answers else [*missing, "answers or cases"]

    asked = [page for page in pages if template_of[page.path] == template]
    assert len(asked) >= 4
    assert offenders(asked, rule) == {}


def test_every_page_leads_on_from_its_own_content(pages: Pages) -> None:
    def rule(page: PublicPage) -> bool:
        own = inner_links(page, "main a[href]")
        trail = inner_links(page, "main .breadcrumb a[href]")
        return not set(own) - set(trail) - {HOST + page.path}

    assert offenders(pages, rule) == {}


def test_pages_that_are_fetched_one_by_one_are_the_same(pages: Pages, client: Client) -> None:
    again = fetch(client, pages[1].entry)
    assert again.response.content == pages[1].response.content
