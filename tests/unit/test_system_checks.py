"""The project's own rules are enforced, not only written down."""

from types import SimpleNamespace

from django.core import checks as django_checks

from nido_portal.core import checks
from nido_portal.core.models import BasePage
from nido_portal.home.models import StandardPage


def test_the_project_keeps_its_own_rules():
    assert [message for message in django_checks.run_checks() if message.id and message.id.startswith("portal.")] == []


def test_a_record_that_is_translated_twice_is_an_error(monkeypatch):
    monkeypatch.setattr(checks.translator, "get_registered_models", lambda: [StandardPage])
    (error,) = checks.translated_one_way_only()
    assert error.id == "portal.E001"
    assert "StandardPage" in error.msg


def test_a_page_without_the_portals_base_is_an_error(monkeypatch):
    stranger = type("StrangePage", (), {"_meta": SimpleNamespace(app_label="news"), "depth": 1})
    monkeypatch.setattr(checks.apps, "get_models", lambda: [StandardPage, stranger])
    (error,) = checks.pages_have_the_portals_base()
    assert error.id == "portal.E002"
    assert "StrangePage" in error.msg
    assert issubclass(StandardPage, BasePage)


def test_languages_that_differ_are_an_error(settings):
    settings.WAGTAIL_CONTENT_LANGUAGES = [("nl", "Dutch"), ("fr", "French")]
    (error,) = checks.languages_agree()
    assert error.id == "portal.E003"
