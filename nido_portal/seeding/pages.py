"""Writes pages: the Dutch one first, then its translations through wagtail-localize.

Going through wagtail-localize means that editors find each text beside its translation, just as if
they had translated it in the admin.
"""

import hashlib
import json
from typing import Any

from django.apps import apps
from django.core.exceptions import ValidationError
from wagtail.fields import StreamField
from wagtail.models import Locale, Page
from wagtail_localize.models import StringTranslation, Translation, TranslationSource
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.extract import extract_segments

from .errors import FieldError
from .reading import Loaded
from .references import in_language, page_identity, page_with_key, row_with_key
from .site import make_site
from .streams import raw_stream

RENAMED = {"in_menu": "show_in_menus", "starter": "is_starter"}
NOT_FIELDS = {"key", "type", "parent", "order", "speakers"}


def find_pages(record: Loaded) -> list[Page]:
    """Return the pages of a record in all languages, the Dutch one first."""
    pages = Page.objects.filter(translation_key=page_identity(record.key)).order_by("locale__language_code")
    return sorted(pages.specific(), key=lambda page: page.locale.language_code != "nl")


def add_draft(record: Loaded, dutch: Locale) -> None:
    """Add an unpublished Dutch page with what can't be empty, so that any page may link to any other."""
    content = record.content.model_dump(mode="python", exclude_none=True)
    page = apps.get_model(record.kind)(translation_key=page_identity(record.key), locale=dutch, live=False)
    for name, value in content.items():
        if name not in NOT_FIELDS and not _links_or_stream(page, name):
            _fill_field(page, name, in_language(value, "nl"), record.key)
    if record.content.parent is None:
        make_site(page)
    else:
        page_with_key(record.content.parent, "parent").add_child(instance=page)


def write_page(record: Loaded, languages: dict[str, Locale]) -> list[Page]:
    """Update the page of a record in four languages and publish it.

    Raises:
        FieldError: a reference leads nowhere, a field refuses its value, or a translation is built
            differently from the Dutch text.
    """
    content = record.content.model_dump(mode="python", exclude_none=True)
    page = page_with_key(record.key, "key").specific
    _fill(page, content, "nl", record.key)
    _clean(page)
    page.save()
    _write_speakers(page, content)
    page.save_revision().publish()
    _translate(page, record, content, languages)
    return find_pages(record)


def _links_or_stream(page: Page, name: str) -> bool:
    field = page._meta.get_field(RENAMED.get(name, name))
    to_page = field.many_to_one and issubclass(field.related_model, Page)
    return isinstance(field, StreamField) or field.many_to_many or to_page


def _fill(page: Page, content: dict[str, Any], language: str, key: str) -> None:
    """Set a page's own fields in one language; links to other records are the same in all."""
    for name, value in content.items():
        if name not in NOT_FIELDS:
            _fill_field(page, name, in_language(value, language), key)
    page.draft_title = page.title


def _fill_field(page: Page, name: str, value: Any, key: str) -> None:
    field = page._meta.get_field(RENAMED.get(name, name))
    if isinstance(field, StreamField):
        setattr(page, field.name, field.to_python(raw_stream(field, value, f"{key}/{name}")))
    elif field.many_to_many:
        setattr(page, field.name, [row_with_key(field.related_model, item, name) for item in value])
    elif field.many_to_one and issubclass(field.related_model, Page):
        setattr(page, field.name, page_with_key(value, name).specific)
    elif field.many_to_one:
        setattr(page, field.name, row_with_key(field.related_model, value, name))
    else:
        setattr(page, field.name, value)


def _clean(page: Page) -> None:
    try:
        page.clean_fields(exclude=["path", "depth", "numchild", "url_path", "content_type", "latest_revision"])
        page.validate_constraints(exclude=["slug"])
    except ValidationError as error:
        name, messages = next(iter(error.message_dict.items()))
        raise FieldError(name, " ".join(messages)) from error


def _write_speakers(page: Page, content: dict[str, Any]) -> None:
    if "speakers" not in content:
        return
    relation: Any = page._meta.get_field("speakers")
    person_model = relation.related_model._meta.get_field("person").related_model
    page.speakers.set(
        [
            relation.related_model(person=row_with_key(person_model, key, "speakers"), sort_order=number)
            for number, key in enumerate(content["speakers"])
        ]
    )
    page.save()


def _translate(page: Page, record: Loaded, content: dict[str, Any], languages: dict[str, Locale]) -> None:
    source, _created = TranslationSource.update_or_create_from_instance(page)
    segments = {
        (segment.context.path, segment.order): segment for segment in source.stringsegment_set.select_related("context")
    }
    for language, locale in languages.items():
        if language == "nl":
            continue
        texts = _texts(page, content, language, record.key)
        if set(texts) != set(segments):
            path, _order = min(set(texts) ^ set(segments))
            raise FieldError(path, f"the text in '{language}' has other paragraphs or items than the Dutch one")
        StringTranslation.objects.bulk_create(
            {
                (segment.string_id, segment.context_id): StringTranslation(
                    translation_of_id=segment.string_id,
                    locale=locale,
                    context_id=segment.context_id,
                    data=texts[place],
                )
                for place, segment in segments.items()
            }.values(),
            update_conflicts=True,
            unique_fields=["locale", "translation_of", "context"],
            update_fields=["data"],
        )
        translation, _created = Translation.objects.get_or_create(source=source, target_locale=locale)
        if source.object.get_instance_or_none(locale) is None:
            _copy(page, locale, in_language(content["slug"], language))
        # Published here and not on commit, so that everything or nothing is written.
        translation.save_target(publish=False)
        translated = source.get_translated_instance(locale)
        translated.get_latest_revision().publish()


def _copy(page: Page, locale: Locale, slug: str) -> None:
    """Add the draft of a translation under its own address: changing that later would leave a redirect."""
    copy = page.copy_for_translation(locale)
    url_path = f"{copy.get_parent().url_path}{slug}/"
    Page.objects.filter(pk=copy.pk).update(slug=slug, url_path=url_path)


def _texts(page: Page, content: dict[str, Any], language: str, key: str) -> dict[tuple[str, int], str]:
    """Return the texts of a page in another language by the place at which wagtail-localize keeps them."""
    twin = type(page).from_serializable_data(page.serializable_data())
    _fill(twin, content, language, key)
    return {
        (segment.path, segment.order): segment.string.data
        for segment in extract_segments(twin)
        if isinstance(segment, StringSegmentValue)
    }


def pages_state(pages: list[Page]) -> str:
    """Return a hash of the pages' newest versions: it differs after any edit, move or unpublishing."""
    state = [[page.locale_id, page.latest_revision_id, page.url_path, page.live] for page in pages]
    return hashlib.sha256(json.dumps(state).encode()).hexdigest()
