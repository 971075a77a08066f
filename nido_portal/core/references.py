"""Reads all that a page's blocks point to at once: one query a model instead of one a kind of block."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django.db.models import Model
from wagtail import blocks
from wagtail.blocks.stream_block import StreamValue
from wagtail.models import Page
from wagtail.snippets.blocks import SnippetChooserBlock

from .localised import in_readers_language

_loaded: ContextVar[dict[type[Model], dict[int, Any]] | None] = ContextVar("loaded_references", default=None)


class _FromLoaded:
    """A chooser that takes its rows from what `resolve` has read, if it has read them."""

    def bulk_to_python(self, values: Iterable[int | None]) -> list[Any]:
        keys = list(values)
        rows = (_loaded.get() or {}).get(self.model_class)  # type: ignore[attr-defined]  # every chooser has it
        if rows is None:
            return super().bulk_to_python(keys)  # type: ignore[misc]  # every chooser has it
        return [rows.get(key) if key else None for key in keys]


class RecordChooserBlock(_FromLoaded, SnippetChooserBlock):
    """Chooses a record, such as a person."""


class PageReferenceBlock(_FromLoaded, blocks.PageChooserBlock):
    """Chooses a page; after `resolve` it stands for the page in the reader's language."""


def resolve(*streams: StreamValue) -> None:
    """Read all rows and pages that the blocks of some streams point to, and give them to the blocks."""
    keys: dict[type[Model], set[int]] = defaultdict(set)
    for stream in streams:
        for model, key in _keys(stream.stream_block, stream.raw_data):
            keys[model].add(key)
    with _loading({model: _rows(model, found) for model, found in keys.items()}):
        for stream in streams:
            for block in stream:
                # Converts the block's value, and with it everything inside.
                _ = block.value


def _rows(model: type[Model], keys: set[int]) -> dict[int, Any]:
    return in_readers_language(keys) if issubclass(model, Page) else model._default_manager.in_bulk(keys)


@contextmanager
def _loading(rows: dict[type[Model], dict[int, Any]]) -> Iterator[None]:
    token = _loaded.set(rows)
    try:
        yield
    finally:
        _loaded.reset(token)


def _keys(block: blocks.Block, raw: Any) -> Iterator[tuple[type[Model], int]]:
    """Yield the model and the key of every choice in a block's raw value."""
    if isinstance(block, _FromLoaded):
        if raw:
            yield block.model_class, raw  # type: ignore[attr-defined]  # every chooser has it
    elif isinstance(block, blocks.StreamBlock):
        for child in raw or []:
            if child["type"] in block.child_blocks:
                yield from _keys(block.child_blocks[child["type"]], child["value"])
    elif isinstance(block, blocks.ListBlock):
        for item in raw or []:
            is_item = isinstance(item, dict) and item.get("type") == "item"
            yield from _keys(block.child_block, item["value"] if is_item else item)
    elif isinstance(block, blocks.StructBlock):
        for name, child_block in block.child_blocks.items():
            yield from _keys(child_block, (raw or {}).get(name))
