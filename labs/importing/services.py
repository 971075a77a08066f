"""Tries out and carries out an import: all of it, or nothing."""

import hashlib
import json
from dataclasses import asdict, dataclass, field
from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from tablib import Dataset
from wagtail.log_actions import log
from wagtail.permissions import policy_registry

from labs.figure import LabFigure
from labs.history_log import lines_of_this_transaction
from labs.lab import Lab
from labs.plausibility import doubts_about

from .reading import Sheet, UnreadableFileError
from .resources import RESOURCES, SheetResource


@dataclass(frozen=True)
class RowOutcome:
    """What a row does: `kind` is new, changed, unchanged or error.

    `differences` are field, value before and after; `errors` field ('' for the whole row) and reason.
    """

    number: int
    name: str
    kind: str
    differences: list[tuple[str, str, str]] = field(default_factory=list)
    errors: list[tuple[str, str]] = field(default_factory=list)


@dataclass(frozen=True)
class Outcome:
    """What an import does, or did. `warnings` are doubts about the figures that it leads to."""

    rows: list[RowOutcome]
    warnings: list[str]
    missing: list[str]

    def of_kind(self, kind: str) -> list[RowOutcome]:
        return [row for row in self.rows if row.kind == kind]

    @property
    def counts(self) -> dict[str, int]:
        return {kind: len(self.of_kind(kind)) for kind in ("new", "changed", "unchanged", "error")}

    @property
    def is_possible(self) -> bool:
        """Whether there is something to do and nothing wrong."""
        counts = self.counts
        return not counts["error"] and bool(counts["new"] or counts["changed"])

    @property
    def fingerprint(self) -> str:
        """The same for the same changes; another if somebody changed a lab in the meantime."""
        rows = json.dumps([asdict(row) for row in self.rows])
        return hashlib.sha256(rows.encode()).hexdigest()


class ChangedMeanwhileError(Exception):
    """The import would do something else now than what the editor agreed to."""

    def __init__(self, outcome: Outcome) -> None:
        super().__init__()
        self.outcome = outcome


def check_columns(kind: str, sheet: Sheet) -> None:
    """Check that the columns are those of labs or of figures.

    Raises:
        UnreadableFileError: some are unknown, or those that name a record are missing.
    """
    own, other = (set(RESOURCES[name]().fields) for name in _kinds(kind))
    unknown = [name for name in sheet.columns if name not in own]
    keys = RESOURCES[kind]._meta.import_id_fields
    missing = [name for name in keys if name not in sheet.columns]
    if (unknown or missing) and set(sheet.columns) <= other:
        raise UnreadableFileError(
            _("These are columns of figures, not of labs.")
            if kind == "labs"
            else _("These are columns of labs, not of figures.")
        )
    if unknown:
        raise UnreadableFileError(_("These columns are unknown: %s.") % ", ".join(unknown[:10]))
    if missing:
        raise UnreadableFileError(_("These columns are missing: %s.") % ", ".join(missing))


def _kinds(kind: str) -> tuple[str, str]:
    return (kind, "figures" if kind == "labs" else "labs")


def try_out(kind: str, sheet: Sheet, user: Any) -> Outcome:
    """Return what an import would do; nothing is written."""
    check_columns(kind, sheet)
    with transaction.atomic():
        outcome, _resource = _run(kind, sheet, user)
        transaction.set_rollback(True)
    return outcome


def carry_out(kind: str, sheet: Sheet, user: Any, agreed: str) -> Outcome:
    """Import a spreadsheet, exactly as it was tried out, or not at all.

    Args:
        kind: `labs` or `figures`.
        sheet: the rows.
        user: who does it; the labs' history in the admin names them.
        agreed: the fingerprint of what was shown to the editor.

    Raises:
        ChangedMeanwhileError: it would do something else by now; nothing was written.
    """
    check_columns(kind, sheet)
    with transaction.atomic():
        outcome, resource = _run(kind, sheet, user)
        if not outcome.is_possible or outcome.fingerprint != agreed:
            transaction.set_rollback(True)
        else:
            _note(resource, user)
            return outcome
    raise ChangedMeanwhileError(outcome)


def _run(kind: str, sheet: Sheet, user: Any) -> tuple[Outcome, SheetResource]:
    resource = RESOURCES[kind](may_add=policy_registry.get_by_type(Lab).user_has_permission(user, "add"))
    result = resource.import_data(Dataset(*sheet.rows, headers=sheet.columns), use_transactions=True)
    rows = [
        _row_outcome(resource, row, dict(zip(sheet.columns, cells, strict=True)), number)
        for row, cells, number in zip(result.rows, sheet.rows, sheet.numbers, strict=True)
    ]
    is_right = not (result.has_errors() or result.has_validation_errors())
    warnings = doubts_about(_labs(resource), lines_of_this_transaction()) if is_right else []
    missing = [name for name in resource.fields if name not in sheet.columns]
    return Outcome(rows, warnings, missing), resource


def _row_outcome(resource: SheetResource, row: Any, cells: dict[str, str], number: int) -> RowOutcome:
    name = " · ".join(part for part in resource.key_of(cells) if part)
    if row.validation_error is not None:
        return RowOutcome(number, name, "error", errors=_reasons(row.validation_error))
    if row.errors:
        return RowOutcome(number, name, "error", errors=[("", str(error.error)) for error in row.errors])
    kinds = {row.IMPORT_TYPE_NEW: "new", row.IMPORT_TYPE_UPDATE: "changed"}
    return RowOutcome(number, name, kinds.get(row.import_type, "unchanged"), row.differences)


def _reasons(refused: ValidationError) -> list[tuple[str, str]]:
    if not hasattr(refused, "error_dict"):
        return [("", " ".join(refused.messages))]
    return [
        ("" if name == NON_FIELD_ERRORS else name, " ".join(reasons)) for name, reasons in refused.message_dict.items()
    ]


def _labs(resource: SheetResource) -> list[Lab]:
    labs = [record.lab if isinstance(record, LabFigure) else record for record in resource.touched]
    return list({lab.pk: lab for lab in labs}.values())


def _note(resource: SheetResource, user: Any) -> None:
    """Write who did it into the history of each lab in the admin."""
    for lab in _labs(resource):
        log(instance=lab, action="wagtail.edit", user=user, content_changed=True)
