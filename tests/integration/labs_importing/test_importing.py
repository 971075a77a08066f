"""Labs and figures by spreadsheet: tried out, confirmed, all or nothing."""

import re
from decimal import Decimal

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Group, Permission
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import ModelLogEntry

from labs.models import FigureChange, Lab, LabFigure
from nido_portal.accounts.models import User

from .sheets import HEADING, csv_file, figure, xlsx_file

pytestmark = pytest.mark.django_db
PAGE = "/cms/labs/spreadsheets/"
CONFIRM = f"{PAGE}confirm/"


def send(admin: Client, file: SimpleUploadedFile, kind: str = "figures"):
    return admin.post(PAGE, {"kind": kind, "file": file})


def soup_of(response) -> BeautifulSoup:
    return BeautifulSoup(response.content.decode(), "html.parser")


def packed(response) -> str | None:
    field = soup_of(response).find("input", {"name": "packed"})
    return field["value"] if field else None


def mistakes(response) -> list[tuple[int, str, str]]:
    return [
        (row.number, field, reason)
        for row in response.context["outcome"].of_kind("error")
        for field, reason in row.errors
    ]


def state() -> tuple:
    return (
        list(LabFigure.objects.order_by("pk").values()),
        list(Lab.objects.order_by("pk").values()),
        FigureChange.objects.count(),
        ModelLogEntry.objects.count(),
    )


@pytest.fixture(autouse=True)
def _english(editor):
    from wagtail.users.models import UserProfile

    profile = UserProfile.get_for_user(editor)
    profile.preferred_language = "en"
    profile.save()


@pytest.mark.parametrize("make", [csv_file, xlsx_file])
def test_trying_out_shows_every_change_and_writes_nothing(admin: Client, make):
    before = state()
    response = send(admin, make(HEADING, figure(), ["ric", "staff", "", "given", "exact", "5", "headcount", "",
                                                    "nido-benchmark"]))  # fmt: skip
    assert response.status_code == 200
    outcome = response.context["outcome"]
    assert [row.kind for row in outcome.rows] == ["new", "changed"]
    assert outcome.rows[1].differences == [("value", "4", "5")]
    assert ("value", "", "350000") in outcome.rows[0].differences
    assert state() == before
    assert packed(response)


def test_confirming_writes_logs_and_names_the_editor(admin: Client, editor: User):
    answer = admin.post(CONFIRM, {"packed": packed(send(admin, csv_file(HEADING, figure())))})
    assert answer.status_code == 302
    new = LabFigure.objects.get(lab__code="ric", measure="budget", year=2024)
    assert (new.value, new.source.code) == (350_000, "nido-benchmark")
    line = FigureChange.objects.get()
    assert (line.kind, line.lab_code, line.year) == ("added", "ric", 2024)
    assert ModelLogEntry.objects.get(action="wagtail.edit").user == editor
    assert LabFigure.objects.get(lab__code="ric", measure="budget", year=None).value == 340_000


def test_one_wrong_row_and_nothing_can_be_imported(admin: Client):
    before = state()
    response = send(admin, csv_file(HEADING, figure(), figure(year="2023", value="veel", source="")))
    assert sorted(mistakes(response)) == [
        (3, "source", "Say which source the figure comes from."),
        (3, "value", "'veel' is no number. Write it like 300000 or 45.67."),
    ]
    assert packed(response) is None
    assert state() == before


@pytest.mark.parametrize(
    ("changes", "field", "words"),
    [
        ({"lab": "nobody"}, "lab", "There is no lab with the code 'nobody'"),
        ({"lab": ""}, "lab", ""),
        ({"measure": "happiness"}, "measure", "'happiness' is none of: budget"),
        ({"year": "24"}, "year", "four digits"),
        ({"availability": "given", "value": ""}, "", "A value is needed"),
        ({"availability": "unknown"}, "", "A value is needed"),
        ({"value": "-5"}, "", ""),
        ({"value": "1e9"}, "value", "no number"),
        ({"value": "12345678901234567890"}, "value", ""),
        ({"unit": "BTC"}, "unit", "none of"),
        ({"unit": ""}, "unit", ""),
        ({"source": "my-head"}, "source", "There is no source"),
        ({"source": ""}, "source", "Say which source"),
    ],
)
def test_a_mistake_is_said_with_its_row_and_field(admin: Client, changes, field, words):
    response = send(admin, csv_file(HEADING, figure(**changes)))
    found = mistakes(response)
    assert [(number, name) for number, name, _reason in found][:1] == [(2, field)]
    assert words in found[0][2]


def test_two_rows_for_the_same_figure_are_a_mistake(admin: Client):
    response = send(admin, csv_file(HEADING, figure(), figure(value="1")))
    assert mistakes(response) == [(3, "", "An earlier row is about the same.")]


def test_a_file_that_changes_nothing_cant_be_confirmed(admin: Client):
    response = send(admin, csv_file(["lab", "measure", "year", "value"], ["ric", "staff", "", "4"]))
    assert response.context["outcome"].counts == {"new": 0, "changed": 0, "unchanged": 1, "error": 0}
    assert packed(response) is None


def test_columns_that_arent_there_stay_as_they_are(admin: Client):
    note = LabFigure.objects.get(lab__code="ric", measure="budget").note_fr
    response = send(admin, csv_file(["lab", "measure", "year", "value"], ["ric", "budget", "", "340001"]))
    assert "note_fr" in response.context["outcome"].missing
    admin.post(CONFIRM, {"packed": packed(response)})
    changed = LabFigure.objects.get(lab__code="ric", measure="budget")
    assert (changed.value, changed.note_fr) == (340_001, note)


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_csv_may_be_separated_as_the_editors_excel_does_it(admin: Client, separator: str):
    assert send(admin, csv_file(HEADING, figure(), separator=separator)).context["outcome"].counts["new"] == 1


@pytest.mark.parametrize(("typed", "value"), [("1.700.000", "1700000"), ("45,67", "45.67"), ("1 000", "1000")])
def test_numbers_may_be_written_as_people_write_them(admin: Client, typed: str, value: str):
    response = send(admin, csv_file(HEADING, figure(value=typed)))
    assert ("value", "", value) in response.context["outcome"].rows[0].differences


def test_numbers_in_xlsx_are_numbers(admin: Client):
    response = send(admin, xlsx_file(HEADING, [*figure()[:2], 2024, "given", "exact", 1.5, "EUR", "year",
                                               "nido-benchmark"]))  # fmt: skip
    assert ("value", "", "1.5") in response.context["outcome"].rows[0].differences


def test_a_lab_can_be_changed_and_added_in_four_languages(admin: Client):
    heading = ["code", "name_nl", "name_de", "short_name_nl", "kind", "country", "level", "role_nl", "themes"]
    rows = [
        ["new-lab", "Nieuw lab", "Neues Labor", "Nieuw", "lab", "be", "regional", "<p>Iets.</p>", "collaboration"],
        ["ric", "RIC", "", "RIC", "community", "NL", "national", "<p>Anders.</p>", ""],
    ]
    response = send(admin, xlsx_file(heading, *rows), "labs")
    assert mistakes(response) == []
    admin.post(CONFIRM, {"packed": packed(response)})
    new, ric = Lab.objects.get(code="new-lab"), Lab.objects.get(code="ric")
    assert (new.name_nl, new.name_de, new.country, new.status) == ("Nieuw lab", "Neues Labor", "BE", "active")
    assert [theme.code for theme in new.themes.all()] == ["collaboration"]
    assert ric.role_nl == "<p>Anders.</p>"
    assert not ric.themes.exists()
    assert not ric.name_de


@pytest.mark.parametrize(
    ("column", "cell", "words"),
    [
        ("name_nl", "", "blank"),
        ("role_nl", "<p>x</p><script>alert(1)</script>", "<script>"),
        ("role_nl", '<p onclick="x()">x</p>', "p onclick"),
        ("role_nl", '<a href="javascript:x()">x</a>', "a href"),
        ("country", "Belgium", "two letters"),
        ("website", "not an address", "URL"),
        ("parent", "ric", ""),
        ("last_checked", "yesterday", "YYYY-MM-DD"),
        ("themes", "collaboration, nothing", "There is no theme with the code 'nothing'"),
        ("source", "x", "There is no source"),
    ],
)
def test_a_mistake_in_a_lab_is_said_with_its_field(admin: Client, column: str, cell: str, words: str):
    response = send(admin, xlsx_file(["code", column], ["ric", cell]), "labs")
    (mistake,) = mistakes(response)
    assert mistake[0] == 2
    assert mistake[1] in (column, "")
    assert words in mistake[2]


@pytest.mark.parametrize("extension", ["xlsx", "csv"])
@pytest.mark.parametrize("kind", ["labs", "figures"])
def test_what_is_exported_comes_back_unchanged(admin: Client, kind: str, extension: str):
    Lab.objects.filter(code="ric").update(decides_nl="=1+1", decides_fr="-a\nb", website="https://example.org/?a=1,2")
    answer = admin.get(f"{PAGE}{kind}.{extension}")
    assert re.search(rf'filename="nido-{kind}-\d{{4}}-\d\d-\d\d\.{extension}"', answer["Content-Disposition"])
    response = send(admin, SimpleUploadedFile(f"x.{extension}", answer.content), kind)
    outcome = response.context["outcome"]
    wrong = [row for row in outcome.rows if row.kind != "unchanged"]
    assert wrong == []
    assert len(outcome.rows) == (Lab if kind == "labs" else LabFigure).objects.count()


def test_what_somebody_else_changed_meanwhile_is_shown_before_anything_is_written(admin: Client):
    agreed = packed(send(admin, csv_file(["lab", "measure", "year", "value"], ["ric", "staff", "", "5"])))
    LabFigure.objects.filter(lab__code="ric", measure="staff").update(value=6)
    before = state()
    response = admin.post(CONFIRM, {"packed": agreed})
    assert response.status_code == 409
    assert response.context["outcome"].rows[0].differences == [("value", "6", "5")]
    assert state() == before
    assert admin.post(CONFIRM, {"packed": packed(response)}).status_code == 302
    assert LabFigure.objects.get(lab__code="ric", measure="staff").value == 5


def test_confirming_twice_writes_once(admin: Client):
    agreed = packed(send(admin, csv_file(HEADING, figure())))
    assert admin.post(CONFIRM, {"packed": agreed}).status_code == 302
    before = state()
    assert admin.post(CONFIRM, {"packed": agreed}).status_code == 409
    assert state() == before


def test_what_was_tampered_with_or_belongs_to_another_cant_be_confirmed(admin: Client):
    agreed = packed(send(admin, csv_file(HEADING, figure())))
    other = Client()
    other.force_login(User.objects.create_superuser("other", "other@example.org", "a-long-password"))
    before = state()
    for client, text in ((admin, ""), (admin, "x"), (admin, f"{agreed}x"), (other, agreed)):
        assert client.post(CONFIRM, {"packed": text}).status_code == 302
    assert state() == before


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"value": "3400000"}, "Is there a zero too many?"),
        ({"value": "20000000"}, "far from the median of the other labs"),
    ],
)
def test_unlikely_figures_are_warned_of_but_can_be_imported(admin: Client, changes, words):
    response = send(admin, csv_file(HEADING, figure(**changes)))
    assert any(words in warning for warning in response.context["outcome"].warnings)
    answer = admin.post(CONFIRM, {"packed": packed(response)}, follow=True)
    assert words in soup_of(answer).get_text()
    assert LabFigure.objects.get(lab__code="ric", measure="budget", year=2024).value == Decimal(changes["value"])


def test_overwriting_a_figure_by_ten_times_as_much_and_unequal_shares_are_warned_of(admin: Client):
    response = send(admin, csv_file(["lab", "measure", "year", "value"], ["ric", "budget", "", "3400000"]))
    warnings = " ".join(response.context["outcome"].warnings)
    assert "3,400,000, where it was 340,000 before" in warnings
    assert "The difference is EUR 3,060,000." in warnings


def with_permissions(*names: str) -> Client:
    group = Group.objects.create(name="some")
    group.permissions.set(Permission.objects.filter(codename__in=[*names, "access_admin"]))
    user = User.objects.create_user("some", "some@example.org", "a-long-password")
    user.groups.add(group)
    client = Client()
    client.force_login(user)
    return client


@pytest.mark.parametrize("names", [(), ("view_lab",), ("add_lab",)])
def test_only_those_who_may_change_labs_get_in(names: tuple[str, ...]):
    client = with_permissions(*names)
    home = reverse("wagtailadmin_home")
    for answer in (
        client.get(PAGE),
        client.get(f"{PAGE}labs.csv"),
        send(client, csv_file(HEADING, figure())),
        client.post(CONFIRM, {"packed": "x"}),
    ):
        assert (answer.status_code, answer.url) == (302, home)
    assert PAGE not in client.get(home).content.decode()


def test_a_visitor_is_sent_to_the_login(client: Client):
    assert "login" in client.get(PAGE).url


def test_who_may_change_but_not_add_labs_changes_them_only():
    client = with_permissions("change_lab", "view_lab")
    assert PAGE in client.get(reverse("wagtailadmin_home")).content.decode()
    heading = ["code", "name_nl", "short_name_nl", "kind", "country", "level", "role_nl"]
    response = send(client, csv_file(heading, ["new", "Nieuw", "N", "lab", "BE", "national", "x"]), "labs")
    assert len(mistakes(response)) == 1
    response = send(client, csv_file(["code", "name_nl"], ["ric", "RIC 2"]), "labs")
    assert packed(response)


def test_a_row_that_changes_nothing_costs_few_queries(admin: Client):
    heading = ["lab", "measure", "year", "value", "source"]
    rows = [
        [*figure.natural_key()[:2], figure.year or "", figure.value or "", figure.source.code]
        for figure in LabFigure.objects.select_related("lab", "source")
    ]
    with CaptureQueriesContext(connection) as one:
        send(admin, csv_file(heading, rows[0]))
    with CaptureQueriesContext(connection) as every:
        response = send(admin, csv_file(heading, *rows))
    assert response.context["outcome"].counts["unchanged"] == len(rows)
    assert (len(every) - len(one)) / (len(rows) - 1) < 5


@pytest.mark.parametrize("name", ["labs.ods", "people.csv", "figures.json"])
def test_there_is_no_other_export(admin: Client, name: str):
    assert admin.get(f"{PAGE}{name}").status_code == 404
