"""The HTML of every page is valid, as html-validate (npm) judges it."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest
import requests

from .crawl import LANGUAGES, Crawl
from .portal import KEPT, Portal

HERE = Path(__file__).parent


@pytest.fixture(scope="module")
def validator() -> Path:
    """Return html-validate, installed from its lock file."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if node is None or npm is None:
        pytest.skip("html-validate needs Node.js and npm: install Debian's packages nodejs and npm")
    folder = KEPT / "node"
    lock = (HERE / "package-lock.json").read_text()
    installed = folder / "installed.json"
    if not installed.exists() or installed.read_text() != lock:
        folder.mkdir(parents=True, exist_ok=True)
        for name in ("package.json", "package-lock.json"):
            shutil.copy(HERE / name, folder / name)
        command = [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund"]
        subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True, timeout=300)
        installed.write_text(lock)
    return folder / "node_modules" / ".bin" / "html-validate"


@pytest.fixture(scope="module")
def saved_pages(portal: Portal, crawl: Crawl, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Save every page of the crawl, and those that no link leads to; return the paths by file."""
    texts = {page.path: page.answer.text for page in crawl.pages.values()}
    for language in LANGUAGES:
        path = f"/{language}/nothing-is-here/"
        texts[path] = requests.get(f"{portal.url}{path}", timeout=30).text
    for page in [page for page in crawl.pages.values() if page.has_posted_form]:
        action = page.soup.select_one("form[method=post]")["action"]
        texts[f"{page.path} with mistakes"] = requests.post(
            f"{portal.url}{action}", data={"email": "x"}, timeout=30
        ).text
        texts[f"{page.path} sent"] = requests.get(f"{page.url}?sent=1", timeout=30).text
    folder = tmp_path_factory.mktemp("html")
    files = {}
    for number, (path, text) in enumerate(sorted(texts.items())):
        file = folder / f"{number:04}.html"
        file.write_text(text)
        files[str(file)] = path
    return files


def test_the_html_of_every_page_is_valid(validator: Path, saved_pages: dict[str, str]) -> None:
    folder = Path(next(iter(saved_pages))).parent
    config = str(HERE / ".htmlvalidate.json")
    command = [str(validator), "--config", config, "--formatter", "json", str(folder)]
    answer = folder / "mistakes.json"
    with answer.open("w") as output:
        result = subprocess.run(command, cwd=folder, stdout=output, stderr=subprocess.PIPE, text=True, timeout=300)
    assert result.returncode in (0, 1), result.stderr
    mistakes: dict[str, list[str]] = {}
    for report in json.loads(answer.read_text()):
        for message in report["messages"]:
            text = f"{message['ruleId']}: {message['message']} ({message.get('selector')})"
            mistakes.setdefault(text, []).append(saved_pages[report["filePath"]])
    lines = [f"{len(paths)} × {text}: {paths[0]}" for text, paths in mistakes.items()]
    assert not lines, "\n".join(lines)
