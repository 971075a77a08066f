"""A crawl of the running portal by plain HTTP, breadth first, as a search engine would see it."""

import gzip
import re
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import cached_property
from urllib.parse import urldefrag, urljoin, urlsplit, urlunsplit
from xml.etree import ElementTree

import brotli
import requests
from bs4 import BeautifulSoup, Tag

from .portal import Portal

LANGUAGES = ("nl", "fr", "de", "en")
STARTS = ("/", *(f"/{language}/" for language in LANGUAGES))
# What a browser asks for by itself when it shows the page.
LOADED = {
    "img": ("src", "srcset"),
    "source": ("src", "srcset"),
    "script": ("src",),
    "iframe": ("src",),
    "embed": ("src",),
    "object": ("data",),
    "audio": ("src",),
    "video": ("src", "poster"),
    "track": ("src",),
    "use": ("href", "xlink:href"),
    "image": ("href", "xlink:href"),
    "input": ("src",),
}
LOADED_LINKS = {
    "stylesheet",
    "icon",
    "apple-touch-icon",
    "preload",
    "modulepreload",
    "prefetch",
    "preconnect",
    "manifest",
}
THREADS = 4


@dataclass
class Answer:
    """What the portal answered at one address."""

    url: str
    status: int
    headers: dict[str, str]
    cookies: list[str]
    body: bytes
    size: int
    """Bytes on the wire, or what gzip would leave of them where the portal itself does not compress."""
    found_on: str = ""

    @property
    def path(self) -> str:
        parts = urlsplit(self.url)
        return urlunsplit(("", "", parts.path, parts.query, ""))

    @property
    def is_html(self) -> bool:
        return self.headers.get("content-type", "").startswith("text/html")

    @property
    def location(self) -> str:
        return urljoin(self.url, self.headers.get("location", ""))

    @property
    def text(self) -> str:
        return self.body.decode()


@dataclass
class Page:
    """A page of HTML, read once: what it links to, what it loads, what it says of itself."""

    answer: Answer
    soup: BeautifulSoup = field(repr=False)

    @property
    def url(self) -> str:
        return self.answer.url

    @property
    def path(self) -> str:
        return self.answer.path

    @cached_property
    def language(self) -> str:
        return self.soup.html["lang"]

    @cached_property
    def ids(self) -> set[str]:
        return {element["id"] for element in self.soup.find_all(id=True)} | {"top"}

    @cached_property
    def links(self) -> list[str]:
        """Absolute addresses of all links and of forms that are sent by GET."""
        found = [link["href"] for link in self.soup.select("a[href], area[href]")]
        found += [form.get("action", "") for form in self.soup.select("form") if form.get("method", "get") == "get"]
        return [urljoin(self.url, address) for address in found]

    @cached_property
    def loads(self) -> list[str]:
        """Absolute addresses of all that a browser loads to show the page."""
        found = [
            address
            for name, attributes in LOADED.items()
            for element in self.soup.find_all(name)
            for attribute in attributes
            for address in _addresses(element, attribute)
        ]
        found += [link["href"] for link in self.soup.find_all("link", href=True) if LOADED_LINKS & set(link["rel"])]
        for style in self.soup.find_all("style"):
            found += css_addresses(style.string or "")
        for element in self.soup.find_all(style=True):
            found += css_addresses(element["style"])
        return [urldefrag(urljoin(self.url, address)).url for address in found if not address.startswith("data:")]

    @cached_property
    def stylesheets_and_scripts(self) -> set[str]:
        sheets = [link["href"] for link in self.soup.select("link[rel~=stylesheet][href]")]
        scripts = [script["src"] for script in self.soup.select("script[src]")]
        return {urljoin(self.url, address) for address in sheets + scripts}

    @cached_property
    def canonical(self) -> str | None:
        link = self.soup.select_one("link[rel=canonical]")
        return link["href"] if link else None

    @cached_property
    def alternates(self) -> dict[str, str]:
        return {link["hreflang"]: link["href"] for link in self.soup.select("link[rel=alternate][hreflang]")}

    @property
    def has_posted_form(self) -> bool:
        return self.soup.select_one("form[method=post]") is not None

    @property
    def is_listed(self) -> bool:
        """Whether search engines should know the page: not the choice of language, a filtered list or `noindex`."""
        robots = self.soup.select_one("meta[name=robots]")
        return (
            urlsplit(self.url).path != "/"
            and not urlsplit(self.url).query
            and not (robots and "noindex" in robots["content"])
        )


def _addresses(element: Tag, attribute: str) -> list[str]:
    value = element.get(attribute)
    if not value:
        return []
    if attribute == "srcset":
        return [candidate.split()[0] for candidate in value.split(",")]
    return [value]


def css_addresses(css: str) -> list[str]:
    """Return what a stylesheet loads."""
    found = re.findall(r"""url\(\s*['"]?([^'")]+)""", css) + re.findall(r"""@import\s+['"]([^'"]+)""", css)
    return [address for address in found if not address.startswith(("data:", "#"))]


class Crawl:
    """All that is reachable by links from the choice of language and the four home pages."""

    def __init__(self, portal: Portal) -> None:
        self.portal = portal
        self.host = urlsplit(portal.url).netloc
        self.answers: dict[str, Answer] = {}
        self.pages: dict[str, Page] = {}
        self._session = requests.Session()
        self._session.trust_env = False
        self._session.mount("http://", requests.adapters.HTTPAdapter(pool_maxsize=THREADS))

    def run(self) -> "Crawl":
        """Follow every link, one distance from the start after the other."""
        todo = {urljoin(self.portal.url, path): "the start" for path in STARTS}
        with ThreadPoolExecutor(THREADS) as pool:
            while todo:
                for answer in pool.map(lambda item: self.get(*item), todo.items()):
                    self.answers[answer.url] = answer
                todo = self._next([self.answers[url] for url in todo])
        return self

    def get(self, url: str, found_on: str = "") -> Answer:
        """Ask for an address once; redirects are answers too."""
        with self._session.get(
            url, headers={"Accept-Encoding": "br, gzip"}, allow_redirects=False, stream=True, timeout=30
        ) as response:
            raw = response.raw.read(decode_content=False)
            encoding = response.headers.get("Content-Encoding", "")
            body = _decode(raw, encoding)
            return Answer(
                url=url,
                status=response.status_code,
                headers={name.lower(): value for name, value in response.headers.items()},
                cookies=response.raw.headers.getlist("Set-Cookie"),
                body=body,
                size=len(raw) if encoding else min(len(raw), len(gzip.compress(raw, 6))),
                found_on=found_on,
            )

    def _next(self, answers: Iterable[Answer]) -> dict[str, str]:
        found: dict[str, str] = {}
        for answer in answers:
            if 300 <= answer.status < 400:
                addresses = [answer.location]
            elif answer.is_html and answer.status == 200:
                page = self.pages[answer.url] = Page(answer, BeautifulSoup(answer.body, "html.parser"))
                addresses = page.links + page.loads
            elif answer.headers.get("content-type", "").startswith("text/css"):
                addresses = [urljoin(answer.url, address) for address in css_addresses(answer.text)]
            else:
                addresses = []
            for address in addresses:
                url = urldefrag(address).url
                if self.is_internal(url) and url not in self.answers:
                    found.setdefault(url, answer.path)
        return found

    def is_internal(self, url: str) -> bool:
        parts = urlsplit(url)
        return parts.scheme in ("http", "https") and parts.netloc == self.host

    @cached_property
    def sitemap(self) -> list[tuple[str, dict[str, str]]]:
        """The sitemap's addresses, each with its translations by language."""
        entries = ElementTree.fromstring(self.get(f"{self.portal.url}/sitemap.xml").body)
        return [
            (
                entry.findtext("{*}loc") or "",
                {link.attrib["hreflang"]: link.attrib["href"] for link in entry.findall("{*}link")},
            )
            for entry in entries
        ]


def _decode(raw: bytes, encoding: str) -> bytes:
    if encoding == "br":
        return brotli.decompress(raw)
    return gzip.decompress(raw) if encoding == "gzip" else raw
