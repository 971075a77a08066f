"""Records in the admin: every list, form, preview and the order of the cycle."""

import re

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse
from wagtail.snippets.models import get_snippet_models

from labs.models import Lab, LabIndexPage
from nido_portal.home.models import Message
from nido_portal.seeding.rows import row_state
from toolbox.models import Instrument, Obstacle, Phase

pytestmark = pytest.mark.django_db

RECORDS = [model for model in get_snippet_models() if model._meta.app_label != "wagtailcore"]
OWN = [model for model in RECORDS if not model.__module__.startswith(("wagtail", "modelcluster"))]


@pytest.fixture
def message() -> Message:
    return Message.objects.create(
        purpose="contact", name="Sofie", email="s@example.be", subject="Zoekvraag", text="Tekst", language="nl"
    )


def address(model: type, view: str, *args: object) -> str:
    return reverse(model.snippet_viewset.get_url_name(view), args=args)


def fields_of(response) -> dict[str, str | list[str]]:
    """Return what a browser would send back of an admin form that nobody touched."""
    forms = BeautifulSoup(response.content.decode(), "html.parser").find_all("form")
    form = max(forms, key=lambda form: len(form.select("[name]")))
    data: dict[str, str | list[str]] = {}
    for field in form.select("input[name], textarea[name], select[name]"):
        name = field["name"]
        if field.find_parent("template") or "__prefix__" in name:
            continue
        if field.name == "select":
            chosen = [option.get("value", "") for option in field.select("option[selected]")]
            data[name] = chosen if field.has_attr("multiple") else "".join(chosen[:1])
        elif field.get("type") in ("checkbox", "radio"):
            if field.has_attr("checked"):
                data.setdefault(name, [])
                data[name] = [*data[name], field.get("value", "on")]
        elif field.name == "textarea":
            data[name] = field.text.removeprefix("\n")
        elif field.get("type") != "submit":
            data[name] = field.get("value", "")
    return data


def test_all_records_are_in_the_admin():
    names = {model.__name__ for model in OWN}
    assert names == {
        "Lab", "Phase", "Obstacle", "Instrument", "Person", "Organisation", "Theme", "Source", "Message",
    }  # fmt: skip


@pytest.mark.parametrize("model", OWN, ids=lambda model: model.__name__)
def test_every_list_shows_searches_and_filters(admin: Client, message: Message, model: type):
    url = address(model, "list")
    assert admin.get(url).status_code == 200
    record = model.objects.first()
    assert str(record) in BeautifulSoup(admin.get(url, {"q": str(record)}).content.decode(), "html.parser").get_text()
    assert admin.get(url, {"q": "zzzznietszzzz"}).context["paginator"].count == 0
    filters = model.snippet_viewset.list_filter
    for name in filters if isinstance(filters, list) else []:
        attribute = getattr(record, name)
        value = attribute.first() if hasattr(attribute, "first") else attribute
        assert admin.get(url, {name: getattr(value, "pk", value) or ""}).status_code == 200


@pytest.mark.parametrize("model", [Lab, Phase], ids=lambda model: model.__name__)
def test_a_list_is_searched_in_every_language(admin: Client, model: type):
    record = model.objects.exclude(name_fr="").last()
    for language in ("nl", "fr", "de", "en"):
        found = admin.get(address(model, "list"), {"q": getattr(record, f"name_{language}")})
        assert record in found.context["object_list"]


def test_labs_can_be_filtered_by_country(admin: Client):
    found = admin.get(address(Lab, "list"), {"country": "BE"}).context["object_list"]
    assert {lab.code for lab in found} == {"nmbs-innovation-lab", "sandbox-vlaanderen", "ino"}


@pytest.mark.parametrize("model", [model for model in OWN if model is not Message], ids=lambda model: model.__name__)
def test_every_record_can_be_added_and_edited_with_a_field_per_language(admin: Client, model: type):
    assert admin.get(address(model, "add")).status_code == 200
    record = model.objects.first()
    page = admin.get(address(model, "edit", record.pk))
    assert page.status_code == 200
    names = set(fields_of(page))
    translated = {name.removesuffix("_nl") for name in names if re.fullmatch(r"[a-z_]+_nl", name)}
    assert translated
    assert {f"{name}_{code}" for name in translated for code in ("nl", "fr", "de", "en")} <= names
    assert translated & names == set()


@pytest.mark.parametrize("model", [model for model in OWN if model is not Message], ids=lambda model: model.__name__)
def test_a_form_that_is_saved_untouched_changes_nothing(admin: Client, model: type):
    for record in model.objects.all()[:3]:
        before = row_state(record)
        url = address(model, "edit", record.pk)
        response = admin.post(url, fields_of(admin.get(url)))
        assert response.status_code == 302, response.context["form"].errors
        assert row_state(model.objects.get(pk=record.pk)) == before


def test_a_message_can_be_read_and_deleted_but_not_written(admin: Client, message: Message):
    assert "Zoekvraag" in admin.get(address(Message, "inspect", message.pk)).content.decode()
    assert str(message) == "Zoekvraag"
    assert admin.get(address(Message, "add")).status_code in (302, 403)
    export = admin.get(address(Message, "list"), {"export": "csv"})
    assert "s@example.be" in b"".join(export.streaming_content).decode()
    admin.post(address(Message, "delete", message.pk))
    assert not Message.objects.exists()


@pytest.mark.parametrize("model", [Phase, Obstacle, Instrument], ids=lambda model: model.__name__)
@pytest.mark.parametrize(("start", "end"), [(0, 3), (3, 0), (1, 2), (0, 0)])
def test_dragging_keeps_the_order_unique_and_without_gaps(admin: Client, model: type, start: int, end: int):
    codes = list(model.objects.values_list("code", flat=True))
    moved = model.objects.get(code=codes[start])
    response = admin.post(f"{address(model, 'reorder', moved.pk)}?position={end}")
    assert response.json() == {"success": True}
    codes.insert(end, codes.pop(start))
    assert list(model.objects.values_list("code", flat=True)) == codes
    assert list(model.objects.values_list("sort_order", flat=True)) == list(range(1, len(codes) + 1))


@pytest.mark.parametrize("position", ["", "nonsense", "99", "-1"])
def test_dragging_to_nowhere_puts_a_record_last(admin: Client, position: str):
    first = Phase.objects.first()
    admin.post(f"{address(Phase, 'reorder', first.pk)}?position={position}")
    assert Phase.objects.last() == first
    assert list(Phase.objects.values_list("sort_order", flat=True)) == [1, 2, 3, 4, 5, 6]


@pytest.mark.parametrize("language", ["nl", "fr", "de", "en"])
@pytest.mark.parametrize("model", [Lab, Phase, Obstacle, Instrument], ids=lambda model: model.__name__)
def test_a_record_is_previewed_in_each_language(rf, editor, model: type, language: str):
    record = model.objects.first()
    setattr(record, f"name_{language}", "Nog niet bewaard")
    assert [code for code, _name in record.preview_modes] == ["nl", "fr", "de", "en"]
    request = rf.get("/")
    request.user = editor
    response = record.make_preview_request(request, language)
    page = BeautifulSoup(response.content.decode(), "html.parser")
    assert response.status_code == 200
    assert page.html["lang"] == language
    assert page.h1.get_text(strip=True) == "Nog niet bewaard"


def test_the_preview_of_a_record_without_a_page_says_why(rf, editor):
    LabIndexPage.objects.get(locale__language_code="de").unpublish()
    request = rf.get("/")
    request.user = editor
    response = Lab.objects.first().make_preview_request(request, "de")
    assert response.status_code == 200
    assert "<h1" not in response.content.decode()


@pytest.mark.parametrize(
    ("name", "value", "saved"),
    [
        ("figures-0-shares-0-amount_eur", "31000", False),
        ("figures-0-value", "350000", False),
        ("figures-0-shares-0-payers", "10", False),
        ("figures-0-shares-0-amount_eur", "", True),
        ("figures-0-shares-1-DELETE", "on", False),
    ],
)
def test_the_form_of_a_lab_refuses_shares_that_dont_add_up(admin: Client, name: str, value: str, saved: bool):
    ric = Lab.objects.get(code="ric")
    url = address(Lab, "edit", ric.pk)
    data = fields_of(admin.get(url))
    places = [place for place in range(2) if data[f"figures-{place}-measure"] == "budget"]
    data[name.replace("figures-0", f"figures-{places[0]}")] = value
    response = admin.post(url, data)
    assert response.status_code == (302 if saved else 200)
    if not saved:
        figures = response.context["form"].formsets["figures"]
        assert "EUR" in str(figures.forms[places[0]].errors["value"])


def test_a_budget_that_is_deleted_with_its_shares_is_no_mistake(admin: Client):
    ric = Lab.objects.get(code="ric")
    url = address(Lab, "edit", ric.pk)
    data = fields_of(admin.get(url)) | {"figures-0-value": "1", "figures-0-DELETE": "on"}
    assert admin.post(url, data).status_code == 302
    assert ric.figures.count() == 1
