"""What holds for every public page in every language."""

import json
import re

from django.conf import settings

from nido_portal.core.middleware import PUBLIC_POLICY
from tests.public_pages import HOST, PublicPage, offenders

Pages = list[PublicPage]


def test_every_page_answers(pages: Pages) -> None:
    assert len(pages) > 100
    assert offenders(pages, lambda page: page.response.status_code != 200 and page.response.status_code) == {}


def test_the_html_says_its_language(pages: Pages) -> None:
    assert offenders(pages, lambda page: page.one("html")["lang"] != page.language) == {}


def test_every_page_is_canonical_to_itself(pages: Pages) -> None:
    assert offenders(pages, lambda page: page.canonical() != HOST + page.path and page.canonical()) == {}


def test_every_page_has_exactly_one_heading_of_the_first_level_with_text(pages: Pages) -> None:
    assert offenders(pages, lambda page: [h1.get_text() for h1 in page.soup.find_all("h1")][1:]) == {}
    assert offenders(pages, lambda page: not page.one("h1").get_text(strip=True)) == {}


def test_headings_skip_no_level(pages: Pages) -> None:
    def jumps(page: PublicPage) -> list[str]:
        headings = page.soup.select("main :is(h1, h2, h3, h4, h5, h6)")
        levels = [int(heading.name[1]) for heading in headings]
        return [
            headings[place].get_text(" ", strip=True)
            for place in range(1, len(levels))
            if levels[place] > levels[place - 1] + 1
        ]

    assert offenders(pages, jumps) == {}


def test_every_page_has_a_title_and_a_description(pages: Pages) -> None:
    assert offenders(pages, lambda page: "Nido" not in page.one("head > title").get_text()) == {}
    assert offenders(pages, lambda page: len(str(page.one("meta[name=description]")["content"]).strip()) < 20) == {}


def test_every_page_says_the_same_to_those_who_share_it(pages: Pages) -> None:
    def rule(page: PublicPage) -> bool:
        shared = {tag["property"]: tag["content"] for tag in page.soup.select("meta[property^='og:']")}
        in_language = shared["og:locale"].startswith(str(page.one("html")["lang"]))
        return shared.get("og:url") != page.canonical() or not shared.get("og:title") or not in_language

    assert offenders(pages, rule) == {}


def test_no_visitor_gets_a_cookie(pages: Pages) -> None:
    assert offenders(pages, lambda page: page.response.cookies) == {}
    assert offenders(pages, lambda page: "Cookie" in page.response.headers.get("Vary", "")) == {}


def test_every_page_carries_the_strict_content_security_policy(pages: Pages) -> None:
    assert "unsafe" not in PUBLIC_POLICY
    assert PUBLIC_POLICY.startswith("default-src 'none';")
    assert offenders(pages, lambda page: page.response.headers.get("Content-Security-Policy") != PUBLIC_POLICY) == {}


def test_pages_may_be_kept_by_caches_unless_they_hold_a_form(pages: Pages) -> None:
    def rule(page: PublicPage) -> str:
        has_form = bool(page.soup.select("main form[method=post]"))
        wanted = "private, no-store" if has_form else "max-age=60, public"
        given = ", ".join(sorted(page.response.headers["Cache-Control"].split(", "), reverse=has_form))
        return given if given != wanted else ""

    assert offenders(pages, rule) == {}


def test_no_page_holds_inline_style_or_script(pages: Pages) -> None:
    assert offenders(pages, lambda page: page.soup.select("[style], style")) == {}
    assert offenders(pages, lambda page: page.soup.select("script:not([src]):not([type='application/ld+json'])")) == {}
    attributes = re.compile(r"^on[a-z]+$")
    assert offenders(pages, lambda page: [t for t in page.soup.find_all() if any(map(attributes.match, t.attrs))]) == {}


def test_no_page_asks_another_host_for_anything(pages: Pages) -> None:
    def foreign(page: PublicPage) -> list[str]:
        loaded = page.soup.select("script[src], img[src], iframe, video, audio, source, embed, object")
        loaded += page.soup.select("link[rel~=stylesheet], link[rel~=icon], link[rel~=preload], link[rel~=preconnect]")
        addresses = [str(tag.get("src") or tag.get("href") or "") for tag in loaded]
        return [address for address in addresses if not address.startswith(("/static/", "/media/", "data:"))]

    assert offenders(pages, foreign) == {}


def test_data_for_machines_can_be_read(pages: Pages) -> None:
    def rule(page: PublicPage) -> object:
        things = [json.loads(script.string) for script in page.soup.select("script[type='application/ld+json']")]
        kinds = [thing["@type"] for thing in things]
        deep = page.path.count("/") > 2
        foreign = [thing for thing in things if thing["@context"] != "https://schema.org"]
        return foreign or (deep and "BreadcrumbList" not in kinds and f"no breadcrumb in {kinds}")

    assert offenders(pages, rule) == {}


def test_the_breadcrumb_of_machines_ends_at_the_page(pages: Pages) -> None:
    def rule(page: PublicPage) -> object:
        things = [json.loads(script.string) for script in page.soup.select("script[type='application/ld+json']")]
        trails = [thing["itemListElement"] for thing in things if thing["@type"] == "BreadcrumbList"]
        return [trail[-1]["item"] for trail in trails if trail[-1]["item"] != HOST + page.path]

    assert offenders(pages, rule) == {}


def test_no_page_shows_what_only_python_understands(pages: Pages) -> None:
    leaks = re.compile(
        r"<\w+(?:Page|Block|Value|object|QuerySet)\b[^>]*>|&lt;\w+[:\s]|\{[{%]|^None$|Decimal\(|__proxy__"
    )

    def rule(page: PublicPage) -> list[str]:
        texts = page.one("body").stripped_strings
        return [text for text in texts if leaks.search(text)] + re.findall(r"&lt;[A-Z]\w+[^&]*&gt;|\{'nl'", page.html)

    assert offenders(pages, rule) == {}


def test_every_image_says_what_it_shows_or_that_it_is_decorative(pages: Pages) -> None:
    assert (
        offenders(pages, lambda page: [image for image in page.soup.find_all("img") if image.get("alt") is None]) == {}
    )


def test_every_svg_is_hidden_or_named(pages: Pages) -> None:
    def rule(page: PublicPage) -> list[str]:
        return [
            str(svg)[:80]
            for svg in page.soup.select("main svg")
            if svg.get("aria-hidden") != "true"
            and not svg.get("aria-labelledby")
            and not svg.get("aria-label")
            and not svg.find_parent(attrs={"aria-hidden": "true"})
        ]

    assert offenders(pages, rule) == {}


def test_no_id_is_used_twice_on_a_page(pages: Pages) -> None:
    def rule(page: PublicPage) -> set[str]:
        ids = [str(tag["id"]) for tag in page.soup.select("[id]")]
        return {name for name in ids if ids.count(name) > 1}

    assert offenders(pages, rule) == {}


def test_no_page_takes_more_than_twelve_queries(pages: Pages) -> None:
    assert offenders(pages, lambda page: len(page.queries) > 12 and len(page.queries)) == {}


def test_every_page_names_the_four_languages(pages: Pages) -> None:
    names = {code for code, _name in settings.LANGUAGES}

    def rule(page: PublicPage) -> object:
        offered = {str(link["hreflang"]) for link in page.soup.select("a[hreflang]")} | {page.language}
        return names - offered

    assert offenders(pages, rule) == {}
