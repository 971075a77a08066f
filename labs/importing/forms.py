"""The forms of the import: which file, and the agreement to what it changes."""

from typing import Any

from django import forms
from django.core import signing
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from .reading import MOST_BYTES, Sheet, UnreadableFileError, read_sheet

KINDS = [("labs", gettext_lazy("Labs")), ("figures", gettext_lazy("Figures"))]
SALT = "labs.importing"
HOURS = 24
# Django refuses forms above 2.5 MB.
MOST_PACKED = 2_000_000


class UploadForm(forms.Form):
    """A spreadsheet, and what its rows are."""

    kind = forms.ChoiceField(
        label=gettext_lazy("What the rows are"), choices=KINDS, widget=forms.RadioSelect, initial="figures"
    )
    file = forms.FileField(
        label=gettext_lazy("Spreadsheet"),
        help_text=gettext_lazy("XLSX or CSV in UTF-8, at most 5 MB. The first row names the columns."),
        widget=forms.ClearableFileInput(attrs={"accept": ".xlsx,.csv"}),
        error_messages={"empty": gettext_lazy("The file is empty.")},
    )

    def clean_file(self) -> Sheet:
        """Return the rows of the file.

        Raises:
            ValidationError: it can't be used; the reason says what to do.
        """
        file = self.cleaned_data["file"]
        if file.size > MOST_BYTES:
            raise forms.ValidationError(
                _("The file is larger than 5 MB. Split it, or leave out columns that don't change.")
            )
        try:
            return read_sheet(file.read())
        except UnreadableFileError as refused:
            raise forms.ValidationError(str(refused)) from refused


def pack(kind: str, sheet: Sheet, fingerprint: str, user: Any) -> str:
    """Return what was tried out, signed, to carry it to the confirmation without keeping it anywhere.

    Raises:
        UnreadableFileError: it is too much for a form.
    """
    content = {
        "kind": kind,
        "columns": sheet.columns,
        "rows": sheet.rows,
        "numbers": sheet.numbers,
        "fingerprint": fingerprint,
        "user": user.pk,
    }
    packed = signing.dumps(content, salt=SALT, compress=True)
    if len(packed) > MOST_PACKED:
        raise UnreadableFileError(_("The file holds too much for one go. Split it."))
    return packed


def unpack(packed: str, user: Any) -> tuple[str, Sheet, str] | None:
    """Return kind, rows and fingerprint of what this user tried out, or None where it isn't so or too old."""
    try:
        content = signing.loads(packed, salt=SALT, max_age=HOURS * 3600)
    except signing.BadSignature:
        return None
    if content["user"] != user.pk:
        return None
    return content["kind"], Sheet(content["columns"], content["rows"], content["numbers"]), content["fingerprint"]
