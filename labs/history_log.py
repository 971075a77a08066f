"""Writes the public log of figures, whichever way a figure changes.

Saving and deleting are caught by signals (connected in `apps`), `update()` and `bulk_create()` by
`history_queries`. Both end in `record`. Within one transaction a figure has at most one line: what a
loader deletes and makes again is no change, and what changes twice changed once.
"""

import uuid
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.db.models import Max

from .changes import FigureChange
from .figure import LabFigure

STATE = ("availability", "value", "unit", "precision", "period", "eur_value", "year")
_paused: ContextVar[bool] = ContextVar("history_paused", default=False)


@dataclass(frozen=True)
class Snapshot:
    """A figure as the database holds it at one moment."""

    lab_code: str
    lab_name: str
    measure: str
    year: int | None
    source_id: int | None
    state: dict[str, Any]


@contextmanager
def without_history() -> Iterator[None]:
    """Change figures without a line in the log: for the first load of an empty database."""
    token = _paused.set(True)
    try:
        yield
    finally:
        _paused.reset(token)


def is_paused() -> bool:
    """Return whether figures change without a line in the log now."""
    return _paused.get()


def snapshots(keys: Iterable[Any], using: str | None = None) -> dict[Any, Snapshot]:
    """Return the figures with some primary keys as they are stored, by key; those that aren't there are left out."""
    figures = LabFigure._base_manager.using(using).filter(pk__in=list(keys)).select_related("lab", "source")
    return {figure.pk: _snapshot(figure) for figure in figures}


def _snapshot(figure: LabFigure) -> Snapshot:
    state = {name: getattr(figure, name) for name in STATE}
    for name in ("value", "eur_value"):
        state[name] = None if state[name] is None else str(state[name])
    state["source"] = figure.source.code if figure.source else ""
    return Snapshot(
        figure.lab.code, figure.lab.name_nl or figure.lab.code, figure.measure, figure.year, figure.source_id, state
    )


def record(before: Snapshot | None, after: Snapshot | None, using: str | None = None) -> None:
    """Log that a figure went from one state to another; None stands for 'not there'."""
    if before and after and (before.lab_code, before.measure) != (after.lab_code, after.measure):
        record(before, None, using)
        record(None, after, using)
        return
    known = before or after
    if known is None or before == after:
        return
    batch = _batch(using)
    lines = FigureChange.objects.using(using)
    earlier = lines.filter(
        batch=batch, lab_code=known.lab_code, measure=known.measure, year=known.year
    ).first()  # fmt: skip
    old = earlier.before if earlier else before.state if before else None
    new = after.state if after else None
    if old == new:
        if earlier:
            earlier.delete()
        return
    line = earlier or FigureChange(batch=batch, lab_code=known.lab_code, measure=known.measure)
    line.kind = FigureChange.Kind.ADDED if old is None else FigureChange.Kind.CHANGED
    if new is None:
        line.kind = FigureChange.Kind.REMOVED
    final = after or known
    line.lab_name, line.year, line.source_id = final.lab_name, final.year, final.source_id
    line.before, line.after = old, new
    line.save(using=using)


def _batch(using: str | None) -> uuid.UUID:
    """Return the name of the transaction at hand: the same until it is committed.

    A rolled back transaction leaves its name to the next one, together with no lines.
    """
    connection: Any = transaction.get_connection(using)
    if not connection.in_atomic_block:
        return uuid.uuid4()
    batch: uuid.UUID = getattr(connection, "figure_batch", None) or uuid.uuid4()
    connection.figure_batch = batch
    transaction.on_commit(lambda: setattr(connection, "figure_batch", None), using=using)
    return batch


def remember(sender: Any, instance: Any, using: str, raw: bool = False, **kwargs: Any) -> None:
    """Before a figure is saved or deleted: keep how it is stored."""
    if raw or is_paused():
        return
    instance.stored_before = snapshots([instance.pk], using).get(instance.pk) if instance.pk else None


def log_saved(sender: Any, instance: Any, using: str, raw: bool = False, **kwargs: Any) -> None:
    """After a figure was saved: compare with what was kept."""
    if raw or is_paused():
        return
    before = instance.__dict__.pop("stored_before", None)
    record(before, snapshots([instance.pk], using).get(instance.pk), using)


def log_deleted(sender: Any, instance: Any, using: str, **kwargs: Any) -> None:
    """After a figure was deleted, on its own or with its lab."""
    before = instance.__dict__.pop("stored_before", None)
    if not is_paused():
        record(before, None, using)


def lines_of_this_transaction(using: str | None = None) -> list[FigureChange]:
    """Return what the log got since the transaction at hand began."""
    batch = getattr(transaction.get_connection(using), "figure_batch", None)
    return list(FigureChange.objects.using(using).filter(batch=batch)) if batch else []


def newest_line() -> int:
    """Return the number of the log's newest line, 0 where there is none."""
    return FigureChange.objects.aggregate(newest=Max("pk"))["newest"] or 0


def lines_since(newest: int | None, lab_code: str) -> list[FigureChange]:
    """Return the lines about a lab that came after `newest`; none where that isn't known."""
    return [] if newest is None else list(FigureChange.objects.filter(pk__gt=newest, lab_code=lab_code))
