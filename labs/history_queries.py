"""Changes of many figures in one statement, which send no signals, with their lines in the log."""

from collections.abc import Iterable
from typing import Any

from django.db import models, transaction


class FigureQuerySet(models.QuerySet[Any]):
    """Figures; `update`, `bulk_update` (which is made of it) and `bulk_create` write to the log too."""

    def update(self, **kwargs: Any) -> int:
        from . import history_log

        if history_log.is_paused():
            return super().update(**kwargs)
        with transaction.atomic(using=self.db):
            before = history_log.snapshots(self.values_list("pk", flat=True), self.db)
            count = super().update(**kwargs)
            after = history_log.snapshots(before, self.db)
            for key, snapshot in before.items():
                history_log.record(snapshot, after.get(key), self.db)
        return count

    def bulk_create(self, objs: Iterable[Any], *args: Any, **kwargs: Any) -> list[Any]:
        from . import history_log

        if history_log.is_paused():
            return super().bulk_create(objs, *args, **kwargs)
        with transaction.atomic(using=self.db):
            figures = super().bulk_create(objs, *args, **kwargs)
            for snapshot in history_log.snapshots([figure.pk for figure in figures], self.db).values():
                history_log.record(None, snapshot, self.db)
        return figures
