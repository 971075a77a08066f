"""Health, version, robots, security contact and sitemap."""

import json
import re
from datetime import UTC, datetime

import pytest
from bs4 import BeautifulSoup
from django.db import DatabaseError, connection
from django.test import Client

from nido_portal.core import views

PATHS = ["/healthz", "/readyz", "/version", "/robots.txt", "/.well-known/security.txt", "/sitemap.xml", "/"]


def break_database(execute, sql, params, many, context):
    raise DatabaseError("the database is away")


def test_the_process_says_that_it_lives_without_a_database(client: Client):
    response = client.get("/healthz")
    assert json.loads(response.content) == {"status": "alive"}
    assert response["Cache-Control"] == "no-store"


@pytest.mark.django_db
def test_the_portal_is_ready_when_the_database_answers_and_is_migrated(client: Client):
    assert json.loads(client.get("/readyz").content) == {"status": "ready"}


@pytest.mark.django_db
def test_the_portal_isnt_ready_while_the_database_is_away(client: Client):
    with connection.execute_wrapper(break_database):
        response = client.get("/readyz")
    assert response.status_code == 503
    assert "database" in json.loads(response.content)["reason"]


@pytest.mark.django_db
def test_the_portal_isnt_ready_while_a_migration_is_missing(client: Client, monkeypatch):
    monkeypatch.setattr(views.MigrationExecutor, "migration_plan", lambda self, targets: ["one", "two"])
    response = client.get("/readyz")
    assert response.status_code == 503
    assert json.loads(response.content)["reason"] == "2 migrations are missing"


def test_the_version_can_be_asked_for(client: Client, settings):
    settings.VERSION = "1.2.3"
    assert json.loads(client.get("/version").content) == {"version": "1.2.3"}


def test_crawlers_are_told_where_the_sitemap_is_and_kept_from_the_admin(client: Client):
    text = client.get("/robots.txt").content.decode()
    assert "Disallow: /cms/" in text
    assert "Sitemap: http://testserver/sitemap.xml" in text


@pytest.mark.parametrize("contact", ["mailto:security@example.be", ""])
def test_the_security_contact_is_there_and_hasnt_expired(client: Client, settings, contact: str):
    settings.SECURITY_CONTACT = contact
    text = client.get("/.well-known/security.txt").content.decode()
    fields = dict(line.split(": ", 1) for line in text.strip().splitlines())
    assert fields["Contact"] == (contact or "http://testserver/en/contact/")
    assert datetime.fromisoformat(fields["Expires"]) > datetime.now(tz=UTC)
    assert fields["Preferred-Languages"] == "nl, fr, de, en"


@pytest.mark.django_db
def test_the_page_for_security_reports_exists(client: Client):
    assert client.get("/en/contact/").status_code == 200


@pytest.mark.django_db
@pytest.mark.parametrize("path", PATHS)
def test_they_set_no_cookie_and_take_no_form(client: Client, path: str):
    assert not client.get(path).cookies
    assert client.post(path).status_code == 405


@pytest.mark.django_db
def test_the_sitemap_lists_each_address_once_with_its_translations(client: Client):
    response = client.get("/sitemap.xml")
    assert response["Content-Type"].startswith("application/xml")
    xml = BeautifulSoup(response.content, "html.parser")
    entries = xml.find_all("url")
    addresses = [entry.loc.get_text() for entry in entries]
    assert len(addresses) == len(set(addresses)) > 600
    for entry in entries:
        alternates = {link["href"] for link in entry.find_all("xhtml:link")}
        assert entry.loc.get_text() in alternates
        assert re.match(r"\d{4}-\d{2}-\d{2}", entry.lastmod.get_text())


@pytest.mark.django_db
def test_the_sitemap_takes_few_queries(client: Client, django_assert_max_num_queries):
    client.get("/sitemap.xml")
    with django_assert_max_num_queries(40):
        client.get("/sitemap.xml")
