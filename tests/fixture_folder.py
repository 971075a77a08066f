"""A folder of fixtures to change at will: some of the real files, and what a test makes of them."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml
from django.conf import settings

from nido_portal.seeding.errors import FixtureError, Mistake
from nido_portal.seeding.services import Report, load

REAL = Path(settings.BASE_DIR) / "fixtures"
PAGES = "pages/site.yaml"


def text(dutch: str) -> dict[str, str]:
    """Return a text in four languages that can be told apart."""
    return {"nl": dutch, "fr": f"{dutch} (fr)", "de": f"{dutch} (de)", "en": f"{dutch} (en)"}


class FixtureFolder:
    """Real files, copied as they are asked for; records that stay as they are count as unchanged."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def copy(self, *names: str) -> "FixtureFolder":
        for name in names:
            (self.path / name).parent.mkdir(parents=True, exist_ok=True)
            (self.path / name).write_bytes((REAL / name).read_bytes())
        return self

    def read(self, name: str) -> list[dict[str, Any]]:
        return yaml.load((self.path / name).read_text(encoding="utf-8"), yaml.CSafeLoader)

    def write(self, name: str, records: Any) -> None:
        (self.path / name).parent.mkdir(parents=True, exist_ok=True)
        content = records if isinstance(records, str) else yaml.safe_dump(records, allow_unicode=True, sort_keys=False)
        (self.path / name).write_text(content, encoding="utf-8")

    def change(self, name: str, key: str, change: Callable[[dict[str, Any]], object]) -> None:
        """Change one record of a file."""
        if not (self.path / name).exists():
            self.copy(name)
        records = self.read(name)
        (record,) = [record for record in records if record["key"] == key]
        change(record)
        self.write(name, records)

    def load(self) -> Report:
        return load(self.path)

    def mistakes(self) -> list[Mistake]:
        """Return what loading the folder complains about."""
        try:
            self.load()
        except FixtureError as error:
            return error.mistakes
        raise AssertionError("the loader found no mistake")
