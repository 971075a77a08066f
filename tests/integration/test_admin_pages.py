"""Pages in the admin: every type can be added, edited and previewed; documents and images too."""

import pytest
from bs4 import BeautifulSoup
from django.apps import apps
from django.test import Client
from django.urls import reverse

from nido_portal.core.middleware import ADMIN_POLICY, PUBLIC_POLICY
from nido_portal.core.models import BasePage
from nido_portal.home.models import ContactPage, StandardPage
from nido_portal.media_library.factories import PortalDocumentFactory
from nido_portal.seeding.references import page_identity

pytestmark = pytest.mark.django_db

TYPES = [model for model in apps.get_models() if issubclass(model, BasePage)]


def first_of(model: type, language: str = "nl") -> BasePage:
    return model.objects.filter(locale__language_code=language).first()


@pytest.mark.parametrize("model", TYPES, ids=lambda model: model.__name__)
def test_every_type_of_page_can_be_edited_in_dutch(admin: Client, model: type):
    response = admin.get(reverse("wagtailadmin_pages:edit", args=[first_of(model).pk]))
    assert response.status_code == 200
    assert first_of(model).title in BeautifulSoup(response.content.decode(), "html.parser").get_text()


@pytest.mark.parametrize("model", TYPES, ids=lambda model: model.__name__)
def test_every_type_of_page_can_be_translated_side_by_side(admin: Client, model: type):
    response = admin.get(reverse("wagtailadmin_pages:edit", args=[first_of(model, "fr").pk]))
    assert response.status_code == 200
    assert "wagtail_localize" in response.content.decode()


@pytest.mark.parametrize(
    "model", [model for model in TYPES if model.max_count_per_parent is None], ids=lambda model: model.__name__
)
def test_every_type_of_page_of_which_there_may_be_more_can_be_added(admin: Client, model: type):
    parent = first_of(model).get_parent()
    add = reverse("wagtailadmin_pages:add", args=[model._meta.app_label, model._meta.model_name, parent.pk])
    assert admin.get(add).status_code == 200


@pytest.mark.parametrize("model", TYPES, ids=lambda model: model.__name__)
@pytest.mark.parametrize("language", ["nl", "fr", "de", "en"])
def test_the_draft_of_every_type_of_page_is_previewed_in_its_language(admin: Client, model: type, language: str):
    page = first_of(model, language)
    page.title = "Nog niet gepubliceerd"
    page.save_revision()
    response = admin.get(reverse("wagtailadmin_pages:view_draft", args=[page.pk]))
    assert response.status_code == 200
    shown = BeautifulSoup(response.content.decode(), "html.parser")
    assert shown.html["lang"] == language
    assert "Nog niet gepubliceerd" in shown.h1.get_text()


def test_an_editor_publishes_a_change(admin: Client, client: Client):
    page = StandardPage.objects.get(translation_key=page_identity("about"), locale__language_code="nl")
    page.title = "Over ons"
    page.save_revision().publish()
    assert "Over ons" in client.get(page.get_url()).content.decode()


def test_editors_get_the_looser_policy_and_nothing_of_theirs_is_kept(admin: Client, client: Client):
    page = first_of(StandardPage)
    assert admin.get("/cms/")["Content-Security-Policy"] == ADMIN_POLICY
    seen = admin.get(page.get_url())
    assert seen["Content-Security-Policy"] == ADMIN_POLICY
    assert "no-store" in seen["Cache-Control"]
    assert client.get(page.get_url())["Content-Security-Policy"] == PUBLIC_POLICY


@pytest.mark.parametrize("path", ["/cms/", "/cms/pages/", "/cms/snippets/labs/lab/"])
def test_visitors_dont_get_into_the_admin(client: Client, path: str):
    response = client.get(path)
    assert response.status_code == 302
    assert "login" in response["Location"]


@pytest.mark.parametrize(
    "name", ["wagtaildocs:index", "wagtailimages:index", "wagtailimages:add", "wagtaildocs:add", "wagtailadmin_home"]
)
def test_the_other_parts_of_the_admin_answer(admin: Client, name: str):
    assert admin.get(reverse(name)).status_code == 200


def test_a_document_is_downloaded_under_its_own_name_without_odd_headers(client: Client, media):
    document = PortalDocumentFactory(title="Sjabloon")
    response = client.get(document.url)
    assert response.status_code == 200
    assert response.content == b"%PDF-1.7 a template"
    assert document.filename in response["Content-Disposition"]
    assert response["Content-Disposition"].startswith("attachment")
    assert response.headers.get("Content-Encoding") != "None"
    assert response["X-Content-Type-Options"] == "nosniff"


def test_a_document_that_a_reader_has_already_isnt_sent_again(client: Client, media):
    document = PortalDocumentFactory()
    tag = client.get(document.url)["ETag"]
    assert client.get(document.url, headers={"If-None-Match": tag}).status_code == 304
    assert client.get(document.url, headers={"If-None-Match": '"other"'}).status_code == 200


def test_a_document_that_isnt_there_is_not_found(client: Client):
    assert client.get("/documents/999999/none.pdf").status_code == 404


def test_a_contact_page_is_previewed_with_an_empty_form(admin: Client):
    page = first_of(ContactPage)
    response = admin.get(reverse("wagtailadmin_pages:view_draft", args=[page.pk]))
    form = BeautifulSoup(response.content.decode(), "html.parser").main.find("form", method="post")
    assert form.find("textarea").get_text(strip=True) == ""
