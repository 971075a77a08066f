"""A client that asks the API and reads its answers."""

import json
from typing import Any

import pytest
from django.core.cache import cache
from django.http import HttpResponse
from django.test import Client


class Reader:
    """Somebody who reads the API."""

    def __init__(self) -> None:
        self.client = Client(raise_request_exception=False)

    def response(self, path: str, **headers: str) -> HttpResponse:
        return self.client.get(
            f"/api/v1{path}", headers={name.replace("_", "-"): text for name, text in headers.items()}
        )

    def __call__(self, path: str, **headers: str) -> Any:
        response = self.response(path, **headers)
        assert response.status_code == 200, response.content.decode()
        return json.loads(response.content)

    def problem(self, path: str, status: int, **headers: str) -> Any:
        response = self.response(path, **headers)
        assert response.status_code == status, response.content.decode()
        assert response["Content-Type"] == "application/problem+json"
        return json.loads(response.content)


@pytest.fixture
def read() -> Reader:
    cache.clear()
    return Reader()
