"""What axe-core finds wrong with pages."""

from collections.abc import Sequence

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

# Of WCAG 2.2 the size of targets is off by default; nothing has to be loaded again for the rules that are on.
OPTIONS = {"resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}, "preload": False}
START = """options => {
  window.axeResult = new Promise((done, fail) => setTimeout(() => axe.run(options).then(done, fail)));
}"""
RESULT = "axeResult.then(result => result.violations)"

Visit = tuple[Page, str, str]
"""A window, the address to open in it, and what to call that in a report."""


def violations_at(visits: Sequence[Visit]) -> list[str]:
    """Open an address in each window and examine all at once: every window has a process of its own."""
    for page, path, _where in visits:
        page.goto(path)
        _start(page)
    return [line for page, _path, where in visits for line in _report(page, where)]


def violations(page: Page, where: str) -> list[str]:
    """Return one line for every rule that the page breaks, with the first elements that break it."""
    _start(page)
    return _report(page, where)


def _start(page: Page) -> None:
    # Evaluated by the browser's own debugger, so the page's strict policy needs no exception.
    page.evaluate(AXE_SCRIPT)
    page.evaluate(START, OPTIONS)


def _report(page: Page, where: str) -> list[str]:
    return [
        f"{where}: {rule['id']} ({rule['help']}): "
        + "; ".join(f"{node['target'][0]} {_why(node)}" for node in rule["nodes"][:3])
        for rule in page.evaluate(RESULT)
    ]


def _why(node: dict) -> str:
    return " ".join(check["message"] for check in [*node["any"], *node["all"], *node["none"]])[:200]
