"""The description in OpenAPI is true: schemathesis makes requests of it, right and wrong ones."""

import json

import pytest
import schemathesis
from django.core.cache import cache
from django.core.wsgi import get_wsgi_application
from django.test import Client
from hypothesis import HealthCheck, settings

DESCRIPTION = json.loads(Client().get("/api/v1/openapi.json").content)
schema = schemathesis.openapi.from_dict(DESCRIPTION)
schema.app = get_wsgi_application()


@schema.parametrize()
@settings(
    max_examples=20,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.filter_too_much],
)
@pytest.mark.django_db
def test_every_answer_is_as_described(case, db):
    cache.clear()
    # The transport of the tests unpacks nothing.
    case.call_and_validate(headers={"Accept-Encoding": "identity"})


def operations():
    return [(path, operation["get"]) for path, operation in DESCRIPTION["paths"].items()]


def test_it_has_what_the_portal_gives():
    names = ("labs", "phases", "tools", "sessions", "questions")
    lists = {f"/api/v1/{name}" for name in names}
    paths = {path for path, _operation in operations()}
    assert lists <= paths
    assert len(paths) == 2 * len(names) + 1
    assert all(set(methods) == {"get"} for methods in DESCRIPTION["paths"].values())


@pytest.mark.parametrize(("path", "operation"), operations())
def test_every_address_names_its_errors_and_explains_its_parameters(path: str, operation):
    assert {"200", "304", "400", "404", "406", "422", "429", "500"} <= set(operation["responses"])
    for parameter in operation["parameters"]:
        if parameter["in"] != "path":
            assert parameter["description"]


def test_units_stand_in_the_description():
    fact = DESCRIPTION["components"]["schemas"]["FactOut"]["properties"]
    assert "EUR" in fact["unit"]["description"]
    tool = DESCRIPTION["components"]["schemas"]["ToolOut"]["properties"]
    assert "minutes" in tool["minutes_min"]["description"]
    assert "persons" in tool["people_min"]["description"]


def test_nothing_in_it_is_left_over():
    text = json.dumps(DESCRIPTION)
    for name in DESCRIPTION["components"]["schemas"]:
        assert f'"#/components/schemas/{name}"' in text
