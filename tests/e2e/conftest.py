"""What the tests in the browser share: one running portal, one crawl of it, one Chromium."""

import os
import shutil
import signal
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request, expect

from .crawl import Crawl
from .page_types import PageTypes
from .portal import Portal, running_portal

HERE = Path(__file__).parent
PATIENCE = 20_000  # milliseconds, on a busy machine
CHROMIUM_FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

# Playwright's event loop lives on in this thread; Django would forbid its ORM to tests that follow.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")


expect.set_options(timeout=PATIENCE)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.e2e)


@pytest.fixture(scope="session")
def portal(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Portal]:
    # A test run that is told to end takes its portal with it.
    before = signal.signal(signal.SIGTERM, lambda *_: pytest.exit("ended from outside"))
    with running_portal(tmp_path_factory.mktemp("portal")) as running:
        yield running
    signal.signal(signal.SIGTERM, before)


@pytest.fixture(scope="session")
def crawl(portal: Portal) -> Crawl:
    return Crawl(portal).run()


@pytest.fixture(scope="session")
def page_types(portal: Portal, crawl: Crawl) -> PageTypes:
    return PageTypes(portal, crawl)


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, Any]:
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None:
        pytest.skip("Chromium is missing: install Debian's package chromium")
    return {"executable_path": chromium, "args": CHROMIUM_FLAGS}


@pytest.fixture
def open_browser(browser: Browser, portal: Portal) -> Iterator[Any]:
    """Return a function that opens a window of its own, with its own cookies and options.

    No page in it may break the content security policy, fail in a script or ask another host for anything.
    """
    contexts: list[BrowserContext] = []
    complaints: list[str] = []

    def note_message(message: ConsoleMessage) -> None:
        if message.type == "error" and "Content Security Policy" in message.text:
            complaints.append(message.text)

    def note_request(request: Request) -> None:
        if not request.url.startswith((portal.url, "data:", "blob:")):
            complaints.append(f"asks another host: {request.url}")

    def open_context(**options: Any) -> Page:
        context = browser.new_context(base_url=portal.url, reduced_motion="reduce", **options)
        context.set_default_timeout(PATIENCE)
        context.on("console", note_message)
        context.on("request", note_request)
        context.on("weberror", lambda error: complaints.append(str(error.error)))
        contexts.append(context)
        return context.new_page()

    yield open_context
    for context in contexts:
        context.close()
    assert not complaints, "\n".join(complaints)
