"""Writes records that are one row for all languages, with their child rows."""

import hashlib
import json
from typing import Any

from django.apps import apps
from django.core.exceptions import FieldDoesNotExist, ValidationError
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from modelcluster.fields import ParentalKey
from pydantic import BaseModel

from . import schema
from .errors import FieldError
from .reading import Loaded
from .references import LANGUAGES, row_with_key

# Names in fixtures that are called otherwise in the models.
RENAMED = {"key": "code", "order": "sort_order", "starter": "is_starter"}
# Child rows that say their own source inherit that of their lab.
INHERITED = ("source",)


def find_row(record: Loaded) -> models.Model | None:
    """Return the row of a record, or None when it isn't there."""
    model = apps.get_model(record.kind)
    return model._default_manager.filter(code=record.key).first()


def write_row(record: Loaded) -> models.Model:
    """Create or update the row of a record and replace its child rows.

    Raises:
        FieldError: a reference leads nowhere, or the model refuses a value.
    """
    row = find_row(record) or apps.get_model(record.kind)()
    _write(row, record.content, "")
    return row


def _write(row: models.Model, content: BaseModel, path: str) -> None:
    later: list[tuple[str, Any]] = []
    for name, value in content:
        field_name = RENAMED.get(name, name)
        field = _field(type(row), field_name, f"{path}{name}")
        if field.one_to_many or field.many_to_many:
            later.append((field_name, value))
        elif isinstance(value, schema.Text):
            for language in LANGUAGES:
                setattr(row, f"{field_name}_{language}", getattr(value, language))
        elif field.many_to_one and isinstance(value, str):
            setattr(row, field_name, row_with_key(field.related_model, value, f"{path}{name}"))
        else:
            _set_plain(row, field, value)
    try:
        row.full_clean(validate_unique=False, exclude=_untranslated(row))
    except ValidationError as error:
        field_name, messages = next(iter(error.message_dict.items()))
        raise FieldError(f"{path}{field_name}", " ".join(messages)) from error
    row.save()
    for field_name, value in later:
        _write_relation(row, field_name, value, path)


def _field(model: type[models.Model], name: str, path: str) -> Any:
    try:
        return model._meta.get_field(name)
    except FieldDoesNotExist as error:
        raise FieldError(path, "the model has no such field") from error


def _set_plain(row: models.Model, field: Any, value: Any) -> None:
    if value is None and not field.null:
        value = ""
    elif value is not None and isinstance(field, models.CharField | models.TextField):
        value = str(value)
    names = [f"{field.name}_{code}" for code in LANGUAGES] if hasattr(row, f"{field.name}_nl") else [field.name]
    for name in names:
        setattr(row, name, value)


def _untranslated(row: models.Model) -> list[str]:
    """Return the bare names of translated fields: only their four columns are filled in."""
    return [field.name for field in row._meta.fields if hasattr(row, f"{field.name}_nl")]


def _write_relation(row: models.Model, name: str, value: Any, path: str) -> None:
    field: Any = row._meta.get_field(name)
    if field.many_to_many:
        keys = [row_with_key(field.related_model, key, f"{path}{name}") for key in value]
        getattr(row, name).set(keys)
        return
    child_model = field.related_model
    parent_name = field.field.name
    child_model._default_manager.filter(**{parent_name: row}).delete()
    for number, item in enumerate(value):
        child = child_model(**{parent_name: row})
        if hasattr(child, "sort_order"):
            child.sort_order = number
        for inherited in INHERITED:
            if hasattr(child, f"{inherited}_id"):
                setattr(child, inherited, getattr(row, inherited))
        _write(child, item, f"{path}{name}.{number}.")


def row_state(row: models.Model) -> str:
    """Return a hash of a row, its links and its child rows: it differs after any edit."""
    return hashlib.sha256(json.dumps(_contents(row), cls=DjangoJSONEncoder).encode()).hexdigest()


def _contents(row: models.Model) -> dict[str, Any]:
    contents: dict[str, Any] = {}
    fields: list[Any] = row._meta.get_fields()
    for field in fields:
        if field.auto_created and not field.one_to_many:
            continue
        if isinstance(field, models.AutoField) or field.name in ("latest_revision", "index_entries"):
            continue
        if field.one_to_many:
            if _is_child(field):
                children = field.related_model._default_manager.filter(**{field.field.name: row})
                contents[field.name] = [_contents(child) for child in children]
        elif field.many_to_many:
            contents[field.name] = sorted(getattr(row, field.name).values_list("pk", flat=True))
        elif not (field.many_to_one and _is_child(field.remote_field)) and hasattr(field, "attname"):
            value = row.__dict__.get(field.attname)
            if value is None and isinstance(field, models.CharField | models.TextField):
                value = ""  # no text is no text: the admin's forms leave null where the loader writes ''
            contents[field.attname] = None if value is None else str(value)
    return contents


def _is_child(relation: Any) -> bool:
    return isinstance(relation.field, ParentalKey)
