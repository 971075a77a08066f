"""The real portal, started as `make run` starts it: production settings, granian, a database of its own."""

import hashlib
import os
import re
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
KEPT = PROJECT / "var" / "e2e"
CODE = ("nido_portal", "labs", "sessions", "toolbox")
SECONDS_TO_START = 180


@dataclass(frozen=True)
class Portal:
    """A running portal: where it is, where its data is, and who may log in."""

    url: str
    folder: Path
    password: str
    environment: dict[str, str] = field(repr=False)

    def rows(self, query: str, *parameters: object) -> list[tuple]:
        """Return what the portal's own database answers."""
        database = sqlite3.connect(f"file:{self.folder / 'portal.sqlite3'}?mode=ro", uri=True)
        try:
            return database.execute(query, parameters).fetchall()
        finally:
            database.close()

    def mails(self) -> list[str]:
        """Return the mails that the portal has sent."""
        return [file.read_text() for file in sorted((self.folder / "mail").glob("*.log"))]


@contextmanager
def running_portal(folder: Path) -> Iterator[Portal]:
    """Start the portal in an empty folder, wait until it is ready, and end exactly what was started."""
    environment = _environment(folder)
    _prepare(folder, environment)
    output = folder / "output.log"
    with output.open("wb") as log:
        process = subprocess.Popen(
            ["scripts/run.sh"], cwd=PROJECT, env=environment, stdout=log, stderr=log, start_new_session=True
        )
    try:
        _wait_until_ready(process, environment["BASE_URL"], output)
        password = re.search(r"password \(shown once\): (\S+)", output.read_text())
        assert password, "`make run` printed no password for the administrator"
        shutil.copy(folder / "static.stamp", KEPT / "static.stamp")
        yield Portal(environment["BASE_URL"], folder, password[1], environment)
    finally:
        _end(process)


def _environment(folder: Path) -> dict[str, str]:
    """Return an environment in which nothing of the test run's own settings is left."""
    port = _free_port()
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG", "TZ", "TMPDIR") if name in os.environ}
    return kept | {
        "BIN": str(Path(sys.executable).parent),
        "DJANGO_SETTINGS_MODULE": "nido_portal.settings.production",
        "PORT": str(port),
        "BASE_URL": f"http://127.0.0.1:{port}",
        "ALLOWED_HOSTS": "127.0.0.1",
        "DATA_DIR": str(folder),
        "DATABASE_URL": f"sqlite:///{folder / 'portal.sqlite3'}",
        "CACHE_URL": "locmemcache://",
        "STATIC_ROOT": str(KEPT / "static"),
        "MEDIA_ROOT": str(folder / "media"),
        "EMAIL_URL": f"filemail:///{folder / 'mail'}",
        "CONTACT_EMAIL": "nido@example.org",
        "SECRET_KEY": "only-for-browser-tests-" + "0" * 40,
        "LOG_LEVEL": "WARNING",
    }


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _prepare(folder: Path, environment: dict[str, str]) -> None:
    """Give the portal a seeded database and collected static files, made anew only after a change."""
    KEPT.mkdir(parents=True, exist_ok=True)
    seeded = KEPT / f"seeded-{_state_of_content()}.sqlite3"
    if not seeded.exists():
        for old in KEPT.glob("seeded-*.sqlite3"):
            old.unlink()
        subprocess.run(["scripts/manage.sh", "prepare", "--no-admin"], cwd=PROJECT, env=environment, check=True)
        database = sqlite3.connect(folder / "portal.sqlite3")
        database.execute("VACUUM INTO ?", [str(seeded)])
        database.close()
    else:
        shutil.copy(seeded, folder / "portal.sqlite3")
    if (KEPT / "static.stamp").exists() and (KEPT / "static" / "staticfiles.json").exists():
        shutil.copy(KEPT / "static.stamp", folder / "static.stamp")


def _state_of_content() -> str:
    """Return a digest of all that a seeded database depends on."""
    files = [PROJECT / "requirements.txt", *(PROJECT / "fixtures").rglob("*.yaml")]
    files += [file for folder in CODE for file in (PROJECT / folder).rglob("*.py")]
    digest = hashlib.sha256()
    for file in sorted(files):
        digest.update(f"{file.relative_to(PROJECT)}\n".encode() + file.read_bytes())
    return digest.hexdigest()[:16]


def _wait_until_ready(process: subprocess.Popen, url: str, output: Path) -> None:
    deadline = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < deadline:
        if process.poll() is not None:
            break
        try:
            with urllib.request.urlopen(f"{url}/readyz", timeout=5) as answer:
                if answer.status == 200:
                    return
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.1)
    raise AssertionError(f"The portal did not become ready:\n{output.read_text()[-4000:]}")


def _end(process: subprocess.Popen) -> None:
    """End the process group that this test run started, and nothing else."""
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGTERM)
        try:
            process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait(timeout=10)
