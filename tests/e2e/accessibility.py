"""What axe-core finds wrong with a page."""

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

# Of WCAG 2.2 the size of targets is off by default.
OPTIONS = {"resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}}


def violations(page: Page, where: str) -> list[str]:
    """Return one line for every rule that the page breaks, with the first elements that break it.

    The script is evaluated by the browser's own debugger, so the page's strict policy needs no exception.
    """
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    found = page.evaluate("options => axe.run(options).then(results => results.violations)", OPTIONS)
    return [
        f"{where}: {rule['id']} ({rule['help']}): "
        + "; ".join(f"{node['target'][0]} {_why(node)}" for node in rule["nodes"][:3])
        for rule in found
    ]


def _why(node: dict) -> str:
    return " ".join(check["message"] for check in [*node["any"], *node["all"], *node["none"]])[:200]
