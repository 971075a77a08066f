"""From files to checked records."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError

from . import schema
from .errors import FixtureError, Mistake


@dataclass(frozen=True)
class Loaded:
    """A checked record: its kind (`labs.Lab`), its file, its content and the hash of that."""

    kind: str
    file: str
    content: Any
    fixture_hash: str

    @property
    def key(self) -> str:
        return self.content.key


def read_fixtures(folder: Path) -> list[Loaded]:
    """Return all records of a folder in the order in which they need each other.

    Raises:
        FixtureError: with all mistakes in all files.
    """
    mistakes: list[Mistake] = []
    records: list[Loaded] = []
    for kind, path in _files(folder):
        records += _read_file(kind, path, folder, mistakes)
    mistakes += _doubles(records)
    if mistakes:
        raise FixtureError(mistakes)
    rows = [record for record in records if record.kind in schema.ROWS]
    pages = [record for record in records if record.kind in schema.PAGES]
    return [*rows, *_parents_first(pages)]


def _files(folder: Path) -> Iterator[tuple[str | None, Path]]:
    for kind, name in schema.FILES.items():
        if (folder / name).exists():
            yield kind, folder / name
    for name in schema.PAGE_FOLDERS:
        for path in sorted((folder / name).rglob("*.yaml")):
            yield None, path


def _read_file(kind: str | None, path: Path, folder: Path, mistakes: list[Mistake]) -> Iterator[Loaded]:
    name = str(path.relative_to(folder))
    try:
        entries = yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader)
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        mistakes.append(Mistake(name, "the whole file", "-", " ".join(str(error).split())))
        return
    if not isinstance(entries, list):
        mistakes.append(Mistake(name, "the whole file", "-", "a list of records is expected"))
        return
    for number, entry in enumerate(entries, 1):
        record = entry.get("key", f"record {number}") if isinstance(entry, dict) else f"record {number}"
        entry_kind = kind or (entry.get("type", "") if isinstance(entry, dict) else "")
        record_schema = schema.ROWS.get(entry_kind) or schema.PAGES.get(entry_kind)
        if record_schema is None:
            mistakes.append(Mistake(name, record, "type", f"there is no kind of page '{entry_kind}'"))
            continue
        try:
            content = record_schema.model_validate(entry)
        except ValidationError as error:
            mistakes += [
                Mistake(name, record, ".".join(map(str, problem["loc"])) or "-", problem["msg"])
                for problem in error.errors()
            ]
            continue
        canonical = json.dumps(entry, sort_keys=True, default=str)
        yield Loaded(entry_kind, name, content, hashlib.sha256(canonical.encode()).hexdigest())


def _doubles(records: list[Loaded]) -> Iterator[Mistake]:
    seen: dict[tuple[bool, str, str], str] = {}
    for record in records:
        is_page = record.kind in schema.PAGES
        identity = (is_page, "" if is_page else record.kind, record.key)
        if identity in seen:
            yield Mistake(record.file, record.key, "key", f"is already used in {seen[identity]}")
        seen[identity] = record.file


def _parents_first(pages: list[Loaded]) -> list[Loaded]:
    ordered: list[Loaded] = []
    placed: set[str | None] = {None}
    waiting = pages
    while waiting:
        ready = [page for page in waiting if page.content.parent in placed]
        if not ready:
            raise FixtureError(
                [
                    Mistake(page.file, page.key, "parent", f"there is no page '{page.content.parent}'")
                    for page in waiting
                ]
            )
        ordered += sorted(ready, key=lambda page: page.content.order)
        placed |= {page.key for page in ready}
        waiting = [page for page in waiting if page.key not in placed]
    return ordered
