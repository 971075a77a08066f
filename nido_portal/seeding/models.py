"""What the loader remembers of each record that it wrote."""

from django.db import models


class SeedRecord(models.Model):
    """One loaded record: the hash of its fixture, and the state in which the loader left it.

    If the state in the database has changed since, an editor did that, and the loader keeps off.
    """

    kind = models.CharField(max_length=40)
    key = models.CharField(max_length=80)
    fixture_hash = models.CharField(max_length=64)
    state = models.CharField(max_length=64)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["kind", "key"], name="seed_record_once")]

    def __str__(self) -> str:
        return f"{self.kind} {self.key}"
