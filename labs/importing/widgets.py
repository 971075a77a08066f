"""How a cell of a spreadsheet becomes a value and back. What can't be read raises ValueError with the reason."""

from datetime import date
from decimal import Decimal
from html.parser import HTMLParser
from typing import Any

from django.db import models
from django.utils.translation import gettext as _
from import_export.widgets import ManyToManyWidget, Widget

from labs.numbers import read_number

ALLOWED_TAGS = {"p", "br", "ul", "ol", "li", "b", "strong", "i", "em", "a", "h3", "h4"}
SAFE_LINKS = ("https://", "http://", "mailto:", "/")


class TextWidget(Widget):
    """Plain text."""

    def clean(self, value: Any, row: Any = None, **kwargs: Any) -> str:
        return str(value or "")

    def render(self, value: Any, obj: Any = None, **kwargs: Any) -> str:
        return "" if value is None else str(value)


class RichTextWidget(TextWidget):
    """Text with the few tags that an editor's own text may have."""

    def clean(self, value: Any, row: Any = None, **kwargs: Any) -> str:
        text = super().clean(value)
        reader = _TagReader()
        reader.feed(text)
        reader.close()
        if reader.refused:
            raise ValueError(_("Not allowed in a text: %s.") % ", ".join(sorted(reader.refused)))
        return text


class _TagReader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.refused: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in ALLOWED_TAGS:
            self.refused.add(f"<{tag}>")
        for name, value in attrs:
            if tag != "a" or name != "href" or not (value or "").startswith(SAFE_LINKS):
                self.refused.add(f"{tag} {name}")


class ChoiceWidget(TextWidget):
    """One of a list of codes."""

    def __init__(self, codes: list[str]) -> None:
        super().__init__()
        self.codes = codes

    def clean(self, value: Any, row: Any = None, **kwargs: Any) -> str:
        code = super().clean(value)
        if code and code not in self.codes:
            choices = ", ".join(self.codes)
            raise ValueError(_("'%(code)s' is none of: %(choices)s.") % {"code": code, "choices": choices})
        return code


class CountryWidget(TextWidget):
    """Two letters (ISO 3166-1)."""

    def clean(self, value: Any, row: Any = None, **kwargs: Any) -> str:
        code = super().clean(value).upper()
        if code and not (len(code) == 2 and code.isascii() and code.isalpha()):
            raise ValueError(_("Write a country as two letters, such as BE."))
        return code


class NumberWidget(Widget):
    """A number as people type it."""

    def clean(self, value: Any, row: Any = None, **kwargs: Any) -> Decimal | None:
        if not value:
            return None
        number = read_number(str(value))
        if number is None:
            raise ValueError(_("'%s' is no number. Write it like 300000 or 45.67.") % value)
        return number

    def render(self, value: Any, obj: Any = None, **kwargs: Any) -> str:
        if value is None:
            return ""
        number = Decimal(value)
        return str(number.quantize(Decimal(1))) if number == number.to_integral_value() else str(number)


class YearWidget(NumberWidget):
    """A year: four digits."""

    def clean(self, value: Any, row: Any = None, **kwargs: Any) -> Any:
        if not value:
            return None
        text = str(value).strip()
        if not (text.isascii() and text.isdigit() and len(text) == 4):
            raise ValueError(_("'%s' is no year. Write it in four digits.") % value)
        return int(text)


class DateWidget(TextWidget):
    """A day as YYYY-MM-DD."""

    def clean(self, value: Any, row: Any = None, **kwargs: Any) -> Any:
        if not value:
            return None
        try:
            return date.fromisoformat(str(value).strip())
        except ValueError as error:
            raise ValueError(_("'%s' is no date. Write it as YYYY-MM-DD.") % value) from error


class RecordWidget(TextWidget):
    """A record by its code; each is looked up once in a file."""

    def __init__(self, model: type[models.Model]) -> None:
        super().__init__()
        self.model = model
        self.known: dict[str, Any] = {}

    def clean(self, value: Any, row: Any = None, **kwargs: Any) -> Any:
        code = super().clean(value).strip()
        if not code:
            return None
        if code not in self.known:
            self.known[code] = _record(self.model, code)
        return self.known[code]

    def render(self, value: Any, obj: Any = None, **kwargs: Any) -> str:
        return value.code if value else ""


class RecordsWidget(ManyToManyWidget):
    """Records by their codes, with commas between."""

    def clean(self, value: Any, row: Any = None, **kwargs: Any) -> list[Any]:
        codes = dict.fromkeys(code.strip() for code in str(value or "").split(",") if code.strip())
        return [_record(self.model, code) for code in codes]

    def render(self, value: Any, obj: Any = None, **kwargs: Any) -> str:
        return ", ".join(sorted(record.code for record in value.all())) if value is not None else ""


def _record(model: type[models.Model], code: str) -> Any:
    """Return the record with a code.

    Raises:
        ValueError: there is none.
    """
    found = model._default_manager.filter(code=code).first()
    if found is None:
        raise ValueError(
            _("There is no %(kind)s with the code '%(code)s'.") % {"kind": model._meta.verbose_name, "code": code}
        )
    return found
