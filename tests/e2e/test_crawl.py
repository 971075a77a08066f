"""A crawl of the running portal: nothing is broken, forgotten, loaded from elsewhere or too heavy."""

from collections import defaultdict
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import pytest
import requests

from .crawl import LANGUAGES, Answer, Crawl, Page, css_addresses
from .portal import Portal

KILOBYTE = 1000
PAGE_BUDGET = 60 * KILOBYTE
FONT_BUDGET = 60 * KILOBYTE
FEWEST_PAGES = 100


@pytest.fixture(scope="module")
def listed(crawl: Crawl) -> dict[str, Page]:
    return {url: page for url, page in crawl.pages.items() if page.is_listed}


def test_every_internal_link_answers(crawl: Crawl) -> None:
    broken = [
        f"{answer.path} answers {answer.status}, linked from {answer.found_on}"
        for answer in crawl.answers.values()
        if answer.status >= 400
    ]
    assert not broken, "\n".join(broken)
    assert len(crawl.pages) > FEWEST_PAGES


def test_no_link_leads_through_a_redirect(crawl: Crawl) -> None:
    detours = [
        f"{answer.path} leads to {urlsplit(answer.location).path}, linked from {answer.found_on}"
        for answer in crawl.answers.values()
        if 300 <= answer.status < 400
    ]
    assert not detours, "\n".join(detours)


def test_every_link_into_a_page_finds_its_anchor(crawl: Crawl) -> None:
    missing = set()
    for page in crawl.pages.values():
        for link in page.links:
            url, anchor = urldefrag(link)
            target = crawl.pages.get(url)
            if anchor and target is not None and unquote(anchor) not in target.ids:
                missing.add(f"{page.path}: no #{anchor} on {target.path}")
    assert not missing, "\n".join(sorted(missing))


def test_no_page_uses_an_id_twice(crawl: Crawl) -> None:
    twice = set()
    for page in crawl.pages.values():
        ids = [element["id"] for element in page.soup.find_all(id=True)]
        twice |= {f"{page.path}: #{name}" for name in ids if ids.count(name) > 1}
    assert not twice, "\n".join(sorted(twice))


def test_the_sitemap_lists_every_page_that_links_reach_and_no_other(crawl: Crawl, listed: dict[str, Page]) -> None:
    locations = [location for location, _translations in crawl.sitemap]
    assert sorted(set(locations) - set(listed)) == [], "in the sitemap, but no link leads there"
    assert sorted(set(listed) - set(locations)) == [], "reached by links, but not in the sitemap"
    assert len(locations) == len(set(locations))


def test_the_sitemap_names_the_same_translations_as_the_pages(crawl: Crawl, listed: dict[str, Page]) -> None:
    different = []
    for location, translations in crawl.sitemap:
        on_page = {code: url for code, url in listed[location].alternates.items() if code in LANGUAGES}
        if {code: url for code, url in translations.items() if code in LANGUAGES} != on_page:
            different.append(location)
    assert not different, "\n".join(different)


def test_every_page_is_canonical_to_itself(crawl: Crawl) -> None:
    wrong = [
        f"{page.path}: {page.canonical}"
        for page in crawl.pages.values()
        if (page.is_listed or page.path == "/") and page.canonical != page.url
    ]
    wrong += [
        f"{page.path}: {page.canonical}"
        for page in crawl.pages.values()
        if urlsplit(page.url).query and page.canonical != page.url.split("?")[0]
    ]
    assert not wrong, "\n".join(wrong)


def test_translations_of_a_page_name_each_other(listed: dict[str, Page]) -> None:
    wrong = []
    for page in listed.values():
        translations = {code: url for code, url in page.alternates.items() if code != "x-default"}
        if translations.get(page.language) != page.url:
            wrong.append(f"{page.path} does not name itself")
        if "x-default" not in page.alternates:
            wrong.append(f"{page.path} has no x-default")
        for code, url in translations.items():
            other = listed.get(url)
            if other is None:
                wrong.append(f"{page.path} names {url}, which is no page")
            elif other.language != code:
                wrong.append(f"{page.path} names {url} as {code}; it is in {other.language}")
            elif other.alternates != page.alternates:
                wrong.append(f"{page.path} and {other.path} name different translations")
    assert not wrong, "\n".join(wrong)


def test_every_page_exists_in_all_four_languages(listed: dict[str, Page]) -> None:
    lacking = [
        f"{page.path}: {sorted(page.alternates)}"
        for page in listed.values()
        if not set(LANGUAGES) <= set(page.alternates)
    ]
    assert not lacking, "\n".join(lacking)


def test_a_page_has_the_language_of_its_address(crawl: Crawl) -> None:
    wrong = [
        f"{page.path}: lang={page.language}"
        for page in crawl.pages.values()
        if page.path != "/" and page.path.split("/")[1] != page.language
    ]
    assert not wrong, "\n".join(wrong)


def test_no_two_pages_of_a_language_have_the_same_title(listed: dict[str, Page]) -> None:
    paths = defaultdict(list)
    for page in listed.values():
        paths[page.language, page.soup.title.text].append(page.path)
    same = [f"{title}: {', '.join(found)}" for (_language, title), found in paths.items() if len(found) > 1]
    assert not same, "\n".join(same)


def test_no_page_loads_anything_from_another_host(crawl: Crawl) -> None:
    foreign = {
        f"{page.path}: {address}"
        for page in crawl.pages.values()
        for address in page.loads
        if not crawl.is_internal(address)
    }
    for answer in crawl.answers.values():
        if answer.headers.get("content-type", "").startswith("text/css"):
            addresses = [urljoin(answer.url, address) for address in css_addresses(answer.text)]
            foreign |= {f"{answer.path}: {address}" for address in addresses if not crawl.is_internal(address)}
    assert not foreign, "\n".join(sorted(foreign))


def test_forms_are_sent_to_the_portal_only(crawl: Crawl) -> None:
    foreign = {
        f"{page.path}: {form['action']}"
        for page in crawl.pages.values()
        for form in page.soup.select("form[action]")
        if not crawl.is_internal(urljoin(page.url, form["action"]))
    }
    assert not foreign, "\n".join(sorted(foreign))


def test_no_visitor_gets_a_cookie(crawl: Crawl) -> None:
    cookies = [f"{answer.path}: {answer.cookies}" for answer in crawl.answers.values() if answer.cookies]
    assert not cookies, "\n".join(cookies)


def test_pages_that_no_link_leads_to_give_no_cookie_either(portal: Portal, crawl: Crawl) -> None:
    contact = next(page for page in crawl.pages.values() if page.has_posted_form)
    action = urljoin(contact.url, contact.soup.select_one("form[method=post]")["action"])
    answers = [
        requests.get(f"{portal.url}/nl/nothing-is-here/", timeout=30),
        requests.get(f"{portal.url}/healthz", timeout=30),
        requests.post(action, data={"name": "An"}, timeout=30),
    ]
    assert [answer.status_code for answer in answers] == [404, 200, 422]
    assert not [answer.url for answer in answers if "Set-Cookie" in answer.headers]


def test_caches_may_keep_public_pages_but_never_a_form(crawl: Crawl) -> None:
    wrong = []
    for page in crawl.pages.values():
        rule = {part.strip() for part in page.answer.headers.get("cache-control", "").split(",")}
        allowed = "private" in rule and "public" not in rule if page.has_posted_form else "public" in rule
        if not allowed:
            wrong.append(f"{page.path}: {sorted(rule)}")
    assert not wrong, "\n".join(wrong)
    assert any(page.has_posted_form for page in crawl.pages.values())


def test_every_page_stays_in_its_budget_of_bytes(crawl: Crawl, capsys: pytest.CaptureFixture[str]) -> None:
    sizes = {
        page.path: page.answer.size + sum(crawl.answers[url].size for url in page.stylesheets_and_scripts)
        for page in crawl.pages.values()
    }
    fonts = {answer.path: answer.size for answer in crawl.answers.values() if _is_font(answer)}
    largest = sorted(sizes, key=sizes.__getitem__, reverse=True)
    with capsys.disabled():
        for path in largest[:3]:
            print(f"\n  {sizes[path] / KILOBYTE:5.1f} kB of HTML, CSS and JavaScript: {path}", end="")
        print(f"\n  {sum(fonts.values()) / KILOBYTE:5.1f} kB of fonts; {len(crawl.pages)} pages")
    assert [path for path in largest if sizes[path] > PAGE_BUDGET] == []
    assert fonts
    assert sum(fonts.values()) <= FONT_BUDGET


def _is_font(answer: Answer) -> bool:
    return answer.headers.get("content-type", "").startswith("font/") or answer.path.endswith((".woff2", ".woff"))
