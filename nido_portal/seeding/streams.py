"""From a stream in a fixture to the raw value of a StreamField, guided by its block definitions."""

import json
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.encoding import force_str
from wagtail import blocks
from wagtail.fields import StreamField
from wagtail.snippets.blocks import SnippetChooserBlock

from .errors import FieldError
from .references import LANGUAGES, identity, page_with_key, row_with_key

TEXTS = (blocks.CharBlock, blocks.TextBlock, blocks.RichTextBlock, blocks.URLBlock)


def raw_stream(field: StreamField, entries: list[dict[str, Any]], path: str) -> str:
    """Return the JSON that a StreamField stores.

    Args:
        field: the field, whose blocks say what is expected.
        entries: one mapping per block, from its type to its value in one language.
        path: page and field; block ids are derived from it, so all languages share them.

    Raises:
        FieldError: a block doesn't exist, lacks something or refuses its value.
    """
    block = field.stream_block
    only_block = next(iter(block.child_blocks)) if len(block.child_blocks) == 1 else None
    if only_block:
        entries = [{only_block: entry} for entry in entries]
    try:
        raw = _raw(block, entries, path)
        block.clean(block.to_python(raw))
    except FieldError as mistake:
        raise FieldError(mistake.field.split("/", 1)[-1], mistake.reason) from mistake
    except ValidationError as error:
        raise FieldError(path.split("/", 1)[-1], _reasons(error)) from error
    return json.dumps(raw, default=str)


def _raw(block: blocks.Block, value: Any, path: str) -> Any:
    if isinstance(block, blocks.StreamBlock):
        return [_raw_child(block, entry, f"{path}/{number}") for number, entry in enumerate(value)]
    if isinstance(block, blocks.ListBlock):
        return [
            {
                "type": "item",
                "value": _raw(block.child_block, item, f"{path}/{number}"),
                "id": str(identity(f"{path}/{number}")),
            }
            for number, item in enumerate(value)
        ]
    if isinstance(block, blocks.StructBlock):
        return _raw_struct(block, value, path)
    if isinstance(block, SnippetChooserBlock):
        return row_with_key(block.target_model, value, path).pk
    if isinstance(block, blocks.PageChooserBlock):
        return page_with_key(value, path).pk
    if isinstance(value, dict):
        raise FieldError(path, f"a text in {', '.join(LANGUAGES)} is expected")
    return value


def _raw_child(block: blocks.StreamBlock, entry: Any, path: str) -> dict[str, Any]:
    if not isinstance(entry, dict) or len(entry) != 1:
        raise FieldError(path, "one block type with its value is expected")
    name, value = next(iter(entry.items()))
    if name not in block.child_blocks:
        raise FieldError(path, f"there is no block '{name}'; there are {', '.join(block.child_blocks)}")
    return {"type": name, "value": _raw(block.child_blocks[name], value, path), "id": str(identity(path))}


def _raw_struct(block: blocks.StructBlock, value: Any, path: str) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise FieldError(path, "a mapping is expected")
    unknown = set(value) - set(block.child_blocks)
    if unknown:
        raise FieldError(path, f"there is no field '{min(unknown)}'; there are {', '.join(block.child_blocks)}")
    return {
        name: _raw(child, value[name], f"{path}/{name}") if name in value else _left_out(child)
        for name, child in block.child_blocks.items()
    }


def _left_out(block: blocks.Block) -> Any:
    """Return what the editor's form stores where nothing was filled in."""
    if isinstance(block, blocks.ListBlock | blocks.StreamBlock):
        return []
    if isinstance(block, TEXTS):
        return ""
    return block.get_prep_value(block.get_default())


def _reasons(error: ValidationError) -> str:
    """Return all messages of a nested block error with the way to each of them."""
    found: list[str] = []
    _collect(error, "", found)
    return "; ".join(found)


def _collect(error: Any, path: str, found: list[str]) -> None:
    nested = getattr(error, "block_errors", None)
    if nested:
        items = nested.items() if isinstance(nested, dict) else enumerate(nested)
        for name, child in items:
            if child:
                _collect(child, f"{path}{name}.", found)
        return
    found.append(f"{path.rstrip('.')}: {' '.join(map(force_str, getattr(error, 'messages', [str(error)])))}")
