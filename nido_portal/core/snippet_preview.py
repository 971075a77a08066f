"""Previews of records: the public page of the record, in the language that the editor picks."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation
from wagtail.models import PreviewableMixin

from .models import RecordIndexPage


class PreviewPerLanguage(PreviewableMixin):
    """Gives a record one preview mode per language."""

    @property
    def preview_modes(self) -> list[tuple[str, Any]]:
        return list(settings.LANGUAGES)

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponse:
        """Return the record's page below its published index page in that language.

        Without such a page the preview says so.
        """
        language = mode_name or settings.LANGUAGE_CODE
        page = _index_page(type(self), language)
        if page is None:
            return HttpResponse(translation.gettext("The page that lists these records isn't published."))
        with translation.override(language):
            response = page.serve_record(request, self)
            return response.render()


def _index_page(model: type, language: str) -> RecordIndexPage | None:
    for page_model in RecordIndexPage.__subclasses__():
        if page_model.record_model is model:
            return page_model.objects.live().filter(locale__language_code=language).first()
    return None
