"""The forms of contact pages: a message arrives, and whatever goes wrong loses nothing that was typed."""

import pytest
from bs4 import BeautifulSoup
from django.core import mail, signing
from django.test import Client
from django.urls import reverse
from django.utils import translation

from nido_portal.home import forms
from nido_portal.home.models import ContactPage, Message

pytestmark = pytest.mark.django_db

TYPED = {
    "name": "Sofie Peeters",
    "email": "sofie@example.be",
    "organisation": "FOD Voorbeeld",
    "subject": "Een vraag over brainwriting",
    "text": "Hoe lang duurt het met <twaalf> mensen?\nAlvast bedankt & groeten",
}


def token(monkeypatch, age: int = 60) -> str:
    """Return the token of a form that was opened some seconds ago."""
    now = signing.time.time()
    with monkeypatch.context() as patch:
        patch.setattr(signing.time, "time", lambda: now - age)
        return signing.dumps("opened", salt=forms.SIGNATURE_SALT)


@pytest.fixture
def contact_page() -> ContactPage:
    return ContactPage.objects.get(purpose="contact", locale__language_code="nl")


@pytest.fixture
def send(client: Client, contact_page: ContactPage, monkeypatch, django_capture_on_commit_callbacks):
    """Send the form of the Dutch contact page, with what differs from a good message."""

    def post(headers=None, language="nl", to=None, **values):
        data = {**TYPED, "website": "", "opened": token(monkeypatch), **values}
        with translation.override(language):
            address = reverse("submit_form", args=[(to or contact_page).pk])
        with django_capture_on_commit_callbacks(execute=True):
            return client.post(address, data, headers=headers or {})

    return post


def main_of(response) -> BeautifulSoup:
    return BeautifulSoup(response.content.decode(), "html.parser").main


def shown_values(response) -> dict[str, str]:
    """Return what stands in the fields of the form that came back."""
    form = main_of(response).find("form", method="post")
    values = {field["name"]: field.get("value", "") for field in form.find_all("input") if field.get("name")}
    return {**values, **{field["name"]: field.text.lstrip("\n") for field in form.find_all("textarea")}}


def assert_nothing_is_lost(response, **typed: str) -> None:
    shown = shown_values(response)
    for name, value in {**TYPED, **typed}.items():
        assert shown[name].replace("\r\n", "\n") == value, name
    assert Message.objects.count() == 0
    assert mail.outbox == []


def test_a_message_is_stored_mailed_and_thanked_for(send, client: Client, contact_page: ContactPage):
    response = send()
    assert response.status_code == 302
    assert response["Location"] == f"{contact_page.get_url()}?sent=1"
    message = Message.objects.get()
    assert {name: getattr(message, name).replace("\r\n", "\n") for name in TYPED} == TYPED
    assert (message.purpose, message.language) == ("contact", "nl")
    (sent,) = mail.outbox
    assert (sent.to, sent.reply_to) == (["nido@example.org"], ["sofie@example.be"])
    assert TYPED["subject"] in sent.subject
    assert "<twaalf>" in sent.body
    assert contact_page.thanks in main_of(client.get(response["Location"])).get_text()


@pytest.mark.parametrize("language", ["nl", "fr", "de", "en"])
@pytest.mark.parametrize("purpose", ["contact", "partner", "project", "event"])
def test_every_form_says_what_it_is_for_and_in_which_language_it_was_sent(send, purpose: str, language: str):
    page = ContactPage.objects.get(purpose=purpose, locale__language_code=language)
    response = send(to=page, language=language)
    assert response["Location"] == f"{page.get_url()}?sent=1"
    assert (Message.objects.get().purpose, Message.objects.get().language) == (purpose, language)


def test_an_organisation_is_not_required(send):
    assert send(organisation="").status_code == 302


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("name", ""),
        ("name", "n" * 121),
        ("email", ""),
        ("email", "sofie"),
        ("email", "sofie@"),
        ("email", "sofie@example.be\nBcc: everyone@example.be"),
        ("organisation", "o" * 161),
        ("subject", ""),
        ("subject", "s" * 161),
        ("text", ""),
        ("text", "t" * 5001),
        ("name", "   "),
    ],
)
def test_each_wrong_input_is_explained_at_its_field_and_nothing_is_lost(send, field: str, value: str):
    response = send(**{field: value})
    assert response.status_code == 422
    shown = main_of(response).find(attrs={"name": field})
    assert shown.get("aria-invalid") == "true"
    described = [main_of(response).find(id=name) for name in shown.get("aria-describedby", "").split()]
    assert any(part is not None and part.get_text(strip=True) for part in described)
    if "\n" not in value:
        assert_nothing_is_lost(response, **{field: value})


def test_only_the_wrong_fields_are_marked(send):
    main = main_of(send(name="", email="sofie"))
    assert {field["name"] for field in main.select("[aria-invalid=true]")} == {"name", "email"}
    (email,) = main.select("[name=email]")
    (explained,) = [main.find(id=name) for name in email["aria-describedby"].split()]
    assert "@" in explained.get_text()


def test_a_summary_of_the_mistakes_leads_to_the_fields(send):
    main = main_of(send(name="", text=""))
    links = {link["href"] for link in main.select("[role=alert] a, .error-summary a")}
    assert {f"#{main.find(attrs={'name': name})['id']}" for name in ("name", "text")} <= links


def test_whoever_fills_in_the_field_that_people_dont_see_is_told_to_leave_it_empty(send):
    response = send(website="https://spam.example")
    assert response.status_code == 422
    assert_nothing_is_lost(response)


@pytest.mark.parametrize(("age", "status"), [(0, 422), (2, 422), (5, 302), (23 * 3600, 302), (25 * 3600, 422)])
def test_a_form_counts_only_between_three_seconds_and_a_day_after_it_was_opened(send, monkeypatch, age, status):
    assert send(opened=token(monkeypatch, age)).status_code == status


@pytest.mark.parametrize("opened", ["", "forged", "opened:1:forged"])
def test_a_form_that_wasnt_opened_here_comes_back_complete_and_can_be_sent_again(send, opened, monkeypatch):
    response = send(opened=opened)
    assert response.status_code == 422
    assert_nothing_is_lost(response)
    fresh = shown_values(response)["opened"]
    assert fresh != opened
    assert signing.loads(fresh, salt=forms.SIGNATURE_SALT) == "opened"
    now = signing.time.time()
    monkeypatch.setattr(signing.time, "time", lambda: now + 10)
    assert send(opened=fresh).status_code == 302


@pytest.mark.parametrize(
    "headers",
    [{"Sec-Fetch-Site": "cross-site"}, {"Sec-Fetch-Site": "same-site"}, {"Origin": "https://evil.example"}],
)
def test_a_form_that_another_site_sends_is_refused_and_shown_to_the_visitor(send, headers):
    response = send(headers=headers)
    assert response.status_code == 403
    assert_nothing_is_lost(response)


@pytest.mark.parametrize(
    "headers", [{"Sec-Fetch-Site": "same-origin"}, {"Sec-Fetch-Site": "none"}, {"Origin": "http://testserver"}]
)
def test_a_form_that_this_portal_sends_is_accepted(send, headers):
    assert send(headers=headers).status_code == 302


def test_a_mail_that_cant_be_sent_loses_nothing(send, settings, caplog):
    settings.EMAIL_BACKEND = "tests.broken_mail.BrokenMail"
    assert send().status_code == 302
    assert Message.objects.count() == 1
    assert "the message is stored" in caplog.text


def test_without_an_address_for_mail_the_message_is_stored_all_the_same(send, settings):
    settings.CONTACT_EMAIL = ""
    assert send().status_code == 302
    assert (Message.objects.count(), mail.outbox) == (1, [])


def test_a_subject_cant_add_headers_to_the_mail(send):
    response = send(subject="Vraag\r\nBcc: everyone@example.be")
    assert response.status_code in (302, 422)
    for sent in mail.outbox:
        assert "\n" not in sent.subject
        assert "Bcc" not in sent.message()
        assert sent.recipients() == ["nido@example.org"]


def test_pages_with_a_form_belong_to_one_visitor_and_set_no_cookie(send, client: Client, contact_page: ContactPage):
    for response in (client.get(contact_page.get_url()), send(name=""), send()):
        assert response["Cache-Control"] in ("private, no-store", "no-store, private")
        assert not response.cookies


def test_the_address_of_a_form_leads_to_its_page(client: Client, contact_page: ContactPage):
    response = client.get(f"/nl/-/form/{contact_page.pk}/")
    assert response["Location"] == contact_page.get_url()


def test_a_form_of_a_page_that_isnt_published_is_not_there(send, contact_page: ContactPage):
    contact_page.unpublish()
    assert send().status_code == 404
    assert Message.objects.count() == 0


def test_typed_html_is_shown_as_text(send):
    response = send(name="", text="<script>alert(1)</script>")
    assert b"<script>alert(1)" not in response.content
    assert shown_values(response)["text"] == "<script>alert(1)</script>"
