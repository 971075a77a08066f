"""How the API behaves, whatever is asked: languages, pages, caching, CORS, errors, limits."""

import json

import pytest
from django.test import Client

from nido_portal.api import labs, throttling

pytestmark = pytest.mark.django_db

COLLECTIONS = ("labs", "phases", "tools", "sessions", "questions")


@pytest.mark.parametrize(
    ("path", "accepted", "language"),
    [
        ("/labs", "", "en"),
        ("/labs", "fr-BE, nl;q=0.8", "fr"),
        ("/labs", "es, de;q=0.5, nl;q=0.3", "de"),
        ("/labs", "es", "en"),
        ("/labs", "fr;q=x, ,;", "en"),
        ("/labs?lang=nl", "fr", "nl"),
        ("/nothing", "de", "de"),
    ],
)
def test_the_language_is_that_of_the_parameter_else_the_readers(read, path: str, accepted: str, language: str):
    response = read.response(path, Accept_Language=accepted)
    assert response["Content-Language"] == language
    assert {"Accept", "Accept-Language"} <= set(response["Vary"].split(", "))
    assert "Cookie" not in response["Vary"]


def test_no_cookie_is_set_nor_heeded(read):
    read.client.cookies["django_language"] = "fr"
    response = read.response("/labs")
    assert not response.cookies
    assert response["Content-Language"] == "en"


@pytest.mark.parametrize("name", COLLECTIONS)
def test_the_pages_of_a_list_hold_each_item_once(read, name: str):
    everything = read(f"/{name}?page_size=100&lang=fr")
    path, seen = f"/{name}?page_size=1&lang=fr", []
    while path:
        page = read(path)
        assert len(page["items"]) == 1
        assert page["total"] == everything["total"]
        seen += page["items"]
        path = (page["next"] or "").removeprefix("http://testserver/api/v1")
    assert seen == everything["items"]
    assert page["page"] == page["pages"]
    assert read(page["previous"].removeprefix("http://testserver/api/v1"))["page"] == page["pages"] - 1


def test_the_next_page_keeps_filters_and_language(read):
    page = read("/labs?country=DK&country=BE&sort=-founded&page_size=1", Accept_Language="de")
    assert page["next"] == (
        "http://testserver/api/v1/labs?country=DK&country=BE&sort=-founded&page_size=1&page=2&lang=de"
    )


def test_an_unchanged_answer_is_not_sent_again(read):
    response = read.response("/labs?lang=nl")
    again = read.response("/labs?lang=nl", If_None_Match=response["ETag"])
    assert again.status_code == 304
    assert again.content == b""
    assert again["Access-Control-Allow-Origin"] == "*"
    assert again["ETag"] == response["ETag"]
    assert read.response("/labs?lang=fr", If_None_Match=response["ETag"]).status_code == 200


def test_the_headers_of_an_answer_can_be_asked_for_alone(read):
    head = read.client.head("/api/v1/labs")
    assert head.status_code == 200
    assert head["ETag"] == read.response("/labs")["ETag"]
    assert head.content == b""


def test_any_site_may_read(read):
    for path in ("/labs", "/labs/ric", "/openapi.json", "/nothing", "/labs?page=0"):
        assert read.response(path, Origin="https://example.org")["Access-Control-Allow-Origin"] == "*"
    response = read.client.options("/api/v1/labs", headers={"Origin": "https://example.org"})
    assert response.status_code == 204
    assert response["Access-Control-Allow-Methods"] == "GET, HEAD, OPTIONS"
    assert "Access-Control-Allow-Credentials" not in response


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_nothing_can_be_written_not_even_with_a_check_for_forgery(method: str):
    strict = Client(enforce_csrf_checks=True)
    for path in ("/api/v1/labs", "/api/v1/labs/ric", "/api/v1/openapi.json", "/api/v1/"):
        response = getattr(strict, method)(path)
        assert response.status_code == 405
        assert response["Allow"] == "GET, HEAD, OPTIONS"
        assert response["Content-Type"] == "application/problem+json"


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/labs?contry=BE", 400),
        ("/labs/ric?sort=name", 400),
        ("/labs/nobody", 404),
        ("/labs/%00", 404),
        ("/phases/nothing", 404),
        ("/tools/nothing", 404),
        ("/sessions/%00", 404),
        ("/questions/00000000-0000-0000-0000-000000000000", 404),
        ("/labs/", 404),
        ("/nothing/at/all", 404),
        ("/labs?page=2", 404),
        ("/labs?page=99999999999999999999999", 404),
        ("/labs?page=0", 422),
        ("/labs?page_size=101", 422),
        ("/labs?page=one", 422),
        ("/labs?lang=es", 422),
        ("/labs?kind=castle", 422),
        ("/labs?country=be", 422),
        ("/labs?country=%00%00", 422),
        ("/labs?sort=colour", 422),
        ("/labs?budget_min=much", 422),
        ("/labs?budget_min=NaN", 422),
        ("/labs?budget_max=-1", 422),
        ("/sessions?date_from=yesterday", 422),
        ("/sessions?date_to=0", 422),
        ("/tools?phase=%00", 422),
    ],
)
def test_a_mistake_is_explained(read, path: str, status: int):
    problem = read.problem(path, status)
    assert problem["status"] == status
    assert problem["title"]
    assert len(problem["detail"]) > 20
    assert problem["type"] == "about:blank"
    assert problem["instance"].startswith("/api/v1/")
    assert problem.get("errors", [{}])
    assert ("errors" in problem) == (status in (400, 422))


def test_a_mistake_names_the_parameter(read):
    problem = read.problem("/labs?kind=castle&page=0&contry=BE", 422)
    assert {error["parameter"] for error in problem["errors"]} == {"kind", "page"}
    problem = read.problem("/labs?contry=BE", 400)
    assert "contry" in problem["detail"]
    assert "country" in problem["detail"]


def test_who_wants_no_json_is_told(read):
    assert read.problem("/labs", 406, Accept="text/csv")["detail"]
    assert read("/labs", Accept="text/html, */*;q=0.1")
    assert read("/labs", Accept="application/*")


@pytest.mark.parametrize("path", ["/api/", "/api/v2/labs", "/api/v1", "/api/v1/labs/ric/figures"])
def test_an_address_that_is_not_there_leads_nowhere_else(client: Client, path: str):
    response = client.get(path)
    assert response.status_code == 404
    assert response["Content-Type"] == "application/problem+json"


def test_a_failure_shows_nothing_of_itself(read, monkeypatch):
    def fail():
        raise RuntimeError("a secret")

    monkeypatch.setattr(labs.selectors, "rows", fail)
    response = read.response("/labs")
    assert response.status_code == 500
    assert response["Content-Type"] == "application/problem+json"
    assert b"secret" not in response.content
    assert "later" in json.loads(response.content)["detail"]


def test_who_asks_too_often_is_asked_to_wait(read, settings, monkeypatch):
    monkeypatch.setattr(throttling.time, "time", lambda: 1_000_000_010.0)
    settings.API_REQUESTS_PER_MINUTE = 3
    assert [read.response("/phases").status_code for _number in range(5)] == [200, 200, 200, 429, 429]
    response = read.response("/labs")
    assert response["Content-Type"] == "application/problem+json"
    assert 1 <= int(response["Retry-After"]) <= 60
    assert response["Access-Control-Allow-Origin"] == "*"
    assert read.client.get("/api/v1/phases", REMOTE_ADDR="192.0.2.7").status_code == 200
    monkeypatch.setattr(throttling.time, "time", lambda: 1_000_000_080.0)
    assert read.response("/phases").status_code == 200


def test_a_forged_address_of_the_sender_gives_no_second_chance(read, settings, monkeypatch):
    monkeypatch.setattr(throttling.time, "time", lambda: 1_000_000_010.0)
    settings.API_REQUESTS_PER_MINUTE = 1
    read.response("/phases", X_Forwarded_For="192.0.2.1")
    assert read.response("/phases", X_Forwarded_For="192.0.2.2").status_code == 429


def test_a_visitors_answer_may_be_kept_for_a_minute_and_a_mistake_not_at_all(read):
    assert "public" in read.response("/labs")["Cache-Control"]
    assert "no-store" in read.response("/labs?page=0")["Cache-Control"]


def test_the_entrance_leads_to_everything(read):
    entrance = read("/?lang=fr")
    addresses = [
        entrance["description"],
        entrance["documentation"],
        entrance["catalogue"],
        *entrance["collections"].values(),
    ]
    for address in addresses:
        assert read.client.get(address).status_code == 200, address
