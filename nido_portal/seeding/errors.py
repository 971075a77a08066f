"""Mistakes in fixtures, said so that whoever made them can mend them."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Mistake:
    """Where a fixture is wrong and why."""

    file: str
    record: str
    field: str
    reason: str

    def __str__(self) -> str:
        return f"{self.file}: {self.record}: {self.field}: {self.reason}"


class FixtureError(Exception):
    """One or more mistakes; nothing was written."""

    def __init__(self, mistakes: list[Mistake]) -> None:
        self.mistakes = mistakes
        super().__init__("\n".join(str(mistake) for mistake in mistakes))


class FieldError(Exception):
    """A mistake in one field of the record at hand; the loader adds the file and the record."""

    def __init__(self, field: str, reason: str) -> None:
        self.field = field
        self.reason = reason
        super().__init__(f"{field}: {reason}")
