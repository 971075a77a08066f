"""Loads fixtures into the database: everything or nothing, and never over an editor's work."""

from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import dataclass, field
from pathlib import Path

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from wagtail.models import Locale

from labs.history_log import without_history

from . import schema
from .errors import FieldError, FixtureError, Mistake
from .models import SeedRecord
from .pages import add_draft, find_pages, pages_state, write_page
from .reading import Loaded, read_fixtures
from .references import locales
from .rows import find_row, row_state, write_row

Progress = Callable[[int, int, str], None]


@dataclass
class Report:
    """What a run did, by record: written, unchanged, or left alone because an editor changed it."""

    written: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    left_alone: list[str] = field(default_factory=list)


@transaction.atomic
def load(folder: Path, progress: Progress = lambda _number, _total, _name: None) -> Report:
    """Load all fixtures of a folder.

    Args:
        folder: where the YAML files are.
        progress: called for each record with its number, their total and its name.

    Raises:
        FixtureError: with the mistakes; nothing was written.
    """
    records = read_fixtures(folder)
    known = {(seed.kind, seed.key): seed for seed in SeedRecord.objects.all()}
    languages = locales()
    report = Report()
    first_page = next((number for number, record in enumerate(records, 1) if record.kind in schema.PAGES), 0)
    for number, record in enumerate(records, 1):
        if number == first_page:
            _add_drafts([page for page in records[number - 1 :] if (page.kind, page.key) not in known], languages)
        seed = known.get((record.kind, record.key))
        if seed is not None and seed.fixture_hash == record.fixture_hash:
            report.unchanged.append(record.key)
            continue
        progress(number, len(records), record.key)
        if seed is not None and _state(record) != seed.state:
            report.left_alone.append(f"{record.kind} {record.key}")
            continue
        # The public log of figures starts after the first load.
        with nullcontext() if known else without_history():
            _blaming(record, lambda record: _write(record, languages))
        report.written.append(record.key)
        SeedRecord.objects.update_or_create(
            kind=record.kind,
            key=record.key,
            defaults={"fixture_hash": record.fixture_hash, "state": _state(record)},
        )
    return report


def _add_drafts(pages: list[Loaded], languages: dict[str, Locale]) -> None:
    for page in pages:
        _blaming(page, lambda page: add_draft(page, languages["nl"]))


def _write(record: Loaded, languages: dict[str, Locale]) -> None:
    if record.kind in schema.ROWS:
        write_row(record)
    else:
        write_page(record, languages)


def _blaming(record: Loaded, write: Callable[[Loaded], None]) -> None:
    """Write a record; a mistake in a field is said with its file and record."""
    try:
        write(record)
    except FieldError as mistake:
        raise FixtureError([Mistake(record.file, record.key, mistake.field, mistake.reason)]) from mistake
    except ValidationError as refused:
        # Wagtail names the field, except where a page's title is refused.
        found = refused.message_dict if hasattr(refused, "error_dict") else {"title": refused.messages}
        raise FixtureError(
            [Mistake(record.file, record.key, name, " ".join(reasons)) for name, reasons in found.items()]
        ) from refused
    except IntegrityError as refused:
        raise FixtureError([Mistake(record.file, record.key, "-", str(refused).strip())]) from refused


def _state(record: Loaded) -> str:
    """Return a hash of what the database holds of a record; '' when an editor deleted it."""
    if record.kind in schema.PAGES:
        pages = find_pages(record)
        return pages_state(pages) if pages else ""
    row = find_row(record)
    return row_state(row) if row is not None else ""
