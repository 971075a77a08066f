"""Whatever an address asks, the answer is a page or a clear refusal, at a cost that doesn't grow."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from labs.factories import LabActivityFactory, LabFactory, LabFigureFactory
from labs.models import Lab
from nido_portal.core.models import Source
from tests.integration.labs_benchmark.conftest import benchmark_path

pytestmark = pytest.mark.django_db

PARAMETERS = (
    "kind", "country", "level", "governance", "activity", "budget_min", "budget_max", "staff_min", "staff_max", "sort",
    "labs", "differences", "my_name", "my_budget", "my_staff", "my_model", "my_activity", "page", "nonsense",
)  # fmt: skip
GARBAGE = st.one_of(
    st.text(max_size=30),
    st.sampled_from(
        ["\0", "x" * 10_000, "9" * 400, "1e999", "-1", "NaN", "٣", "²", "½", "ric,labx", "yours,ric", "-budget",
         "--budget", "lab", "'\"<script>", "%00", "\ud800".encode("utf-8", "surrogatepass").decode("latin-1"), ",,,,"]
    ),
)  # fmt: skip


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    tail=st.sampled_from(["", "compare/", "stand/", "changes/"]),
    pairs=st.lists(st.tuples(st.sampled_from(PARAMETERS), GARBAGE), max_size=6),
)
def test_any_query_gets_a_page_or_a_clear_refusal(client: Client, tail: str, pairs: list[tuple[str, str]]):
    query: dict[str, list[str]] = {}
    for key, value in pairs:
        query.setdefault(key, []).append(value)
    response = client.get(benchmark_path() + tail, query)
    assert response.status_code in (200, 301, 400, 404)


@pytest.mark.parametrize("tail", ["%00/", "compare/x/", "stand/%ff/", "?%00=%00", "?labs=%ff%fe", "compare/?labs=%C0"])
def test_addresses_that_nobody_wrote_are_no_errors(client: Client, tail: str):
    assert client.get(benchmark_path() + tail).status_code in (200, 301, 400, 404)


def test_five_hundred_labs_take_no_more_queries(client: Client):
    paths = [benchmark_path() + tail for tail in ("", "compare/?labs=ric,labx,nesta,ino", "stand/?my_budget=5", "ric/")]

    def queries(path: str) -> int:
        client.get(path)
        with CaptureQueriesContext(connection) as found:
            assert client.get(path).status_code == 200
        return len(found)

    few = [queries(path) for path in paths]
    source, parent = Source.objects.first(), Lab.objects.get(code="ditp-labs")
    for number in range(500):
        lab = LabFactory(source=source, parent=parent if number % 5 == 0 else None)
        LabFigureFactory(lab=lab, source=source, value=1000 * (number + 1))
        LabActivityFactory(lab=lab)
    many = [queries(path) for path in paths]
    assert all(number <= 12 for number in many), dict(zip(paths, many, strict=True))
    assert many == few
