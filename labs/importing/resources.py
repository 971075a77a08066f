"""Which columns a spreadsheet of labs or of figures has, and how a row becomes a record."""

from copy import copy
from typing import Any

from django.conf import settings
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import models
from django.utils.translation import gettext as _
from import_export.fields import Field
from import_export.resources import ModelResource
from import_export.widgets import Widget

from labs.figure import LabFigure
from labs.lab import Lab

from .widgets import (
    ChoiceWidget,
    CountryWidget,
    DateWidget,
    NumberWidget,
    RecordsWidget,
    RecordWidget,
    RichTextWidget,
    TextWidget,
    YearWidget,
)

RICH_TEXTS = ("role", "governance")


def in_each_language(*names: str) -> list[str]:
    """Return the columns `name_nl`, `name_fr`, … of translated fields."""
    return [f"{name}_{code}" for name in names for code, _language in settings.LANGUAGES]


def widget_for(field: Any) -> Widget:
    """Return how a spreadsheet says the values of a model's field."""
    if field.name.rpartition("_")[0] in RICH_TEXTS:
        return RichTextWidget()
    if field.many_to_many:
        return RecordsWidget(field.related_model, field="code")
    if field.many_to_one:
        return RecordWidget(field.related_model)
    if field.choices:
        return ChoiceWidget([code for code, _label in field.choices])
    kinds = {"DecimalField": NumberWidget, "PositiveSmallIntegerField": YearWidget, "DateField": DateWidget}
    return CountryWidget() if field.name == "country" else kinds.get(field.get_internal_type(), TextWidget)()


class SheetResource(ModelResource):
    """What both spreadsheets have in common: natural keys, and what a row changes.

    A column that isn't there leaves its field alone; an empty cell empties it. Rows that aren't there
    stay as they are: nothing is ever deleted by a spreadsheet.
    """

    class Meta:
        store_instance = True
        report_skipped = True
        skip_html_diff = True

    def __init__(self, may_add: bool = True) -> None:
        super().__init__()
        self.may_add = may_add
        self.seen: dict[tuple[str, ...], int] = {}
        self.differences: list[tuple[str, str, str]] = []
        self.touched: list[Any] = []

    @classmethod
    def field_from_django_field(cls, field_name: str, django_field: Any, readonly: bool) -> Field:
        return Field(
            attribute=field_name,
            column_name=field_name,
            widget=widget_for(django_field),
            default=django_field.default,
            readonly=readonly,
        )

    def key_of(self, row: dict[str, str]) -> tuple[str, ...]:
        return tuple((row.get(name) or "").strip() for name in self._meta.import_id_fields)

    def before_import_row(self, row: Any, **kwargs: Any) -> None:
        """Refuse a second row for the same record.

        Raises:
            ValidationError: there is one.
        """
        self.differences = []
        first = self.seen.setdefault(self.key_of(row), kwargs["row_number"])
        if first != kwargs["row_number"]:
            raise ValidationError(_("An earlier row is about the same."), code="double")

    def get_instance(self, instance_loader: Any, row: Any) -> Any:
        try:
            return super().get_instance(instance_loader, row)
        except ValueError:
            # What can't be read in the key is said by field when the row is read.
            return None

    def import_instance(self, instance: Any, row: Any, **kwargs: Any) -> None:
        errors: dict[str, Any] = {}
        try:
            super().import_instance(instance, row, **kwargs)
        except ValidationError as refused:
            errors = refused.error_dict
        for field in self._many():
            try:
                if field.column_name in row:
                    field.clean(row)
            except ValueError as error:
                errors[field.attribute] = [ValidationError(str(error))]
        if errors:
            raise ValidationError(errors)

    def _many(self) -> list[Field]:
        return [field for field in self.get_import_fields() if isinstance(field.widget, RecordsWidget)]

    def skip_row(self, instance: Any, original: Any, row: Any, import_validation_errors: Any = None) -> bool:
        if import_validation_errors:
            return False
        is_new = instance._state.adding
        many = self._many()
        for field in self.get_import_fields():
            if field.column_name not in row:
                continue
            before = "" if is_new else field.export(original)
            if field in many:
                after = ", ".join(sorted(record.code for record in field.clean(row)))
            else:
                after = field.export(instance)
            if before != after:
                self.differences.append((field.column_name, before, after))
        return not is_new and not self.differences

    def validate_instance(
        self, instance: Any, import_validation_errors: Any = None, validate_unique: bool = True
    ) -> None:
        """Check all that the model's own form would.

        Raises:
            ValidationError: with the reasons by field.
        """
        errors: dict[str, Any] = dict(import_validation_errors or {})
        untranslated = {field.name for field in instance._meta.fields if hasattr(instance, f"{field.name}_nl")}
        try:
            instance.full_clean(exclude={*errors, *untranslated}, validate_unique=validate_unique)
        except ValidationError as refused:
            errors = refused.update_error_dict(errors)
        for name, reason in self.more_mistakes(instance):
            errors.setdefault(name, [ValidationError(reason)])
        if errors:
            raise ValidationError(errors)

    def more_mistakes(self, instance: Any) -> list[tuple[str, str]]:
        """Return what the model itself doesn't check, as pairs of field and reason."""
        return []

    def after_import_row(self, row: Any, row_result: Any, **kwargs: Any) -> None:
        row_result.differences = copy(self.differences)
        if row_result.import_type in (row_result.IMPORT_TYPE_NEW, row_result.IMPORT_TYPE_UPDATE):
            self.touched.append(row_result.instance)


class LabResource(SheetResource):
    """A row for each lab."""

    class Meta(SheetResource.Meta):
        model = Lab
        import_id_fields = ["code"]
        fields = [
            "code", *in_each_language("name", "short_name"), "kind", "country", "level", "status", "host", "parent",
            "website", "founded", *in_each_language("founded_note"), "governance_model",
            *in_each_language("role", "decides", "governance"), "themes", "source",
            *in_each_language("source_note"), "last_checked",
        ]  # fmt: skip

    def get_queryset(self) -> models.QuerySet[Any]:
        return Lab.objects.prefetch_related("themes").order_by("code")

    def more_mistakes(self, instance: Any) -> list[tuple[str, str]]:
        if instance._state.adding and not self.may_add:
            return [(NON_FIELD_ERRORS, _("You may change labs, but not add one."))]
        return []


class LabFigureResource(SheetResource):
    """A row for each figure: a measure of a lab, for a year or without one."""

    class Meta(SheetResource.Meta):
        model = LabFigure
        import_id_fields = ["lab", "measure", "year"]
        fields = [
            "lab", "measure", "year", "availability", "precision", "value", "unit", "period", "eur_value",
            *in_each_language("conversion", "note"), "source",
        ]  # fmt: skip

    def get_queryset(self) -> models.QuerySet[Any]:
        return LabFigure.objects.select_related("lab", "source").order_by("lab__code", "measure", "year")

    def more_mistakes(self, instance: Any) -> list[tuple[str, str]]:
        if instance.source_id is None:
            return [("source", _("Say which source the figure comes from."))]
        return []


RESOURCES: dict[str, type[SheetResource]] = {"labs": LabResource, "figures": LabFigureResource}
