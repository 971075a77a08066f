"""What an editor is told after saving a lab in its form, and the log line that the form leaves."""

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse

from labs.factories import LabFigureFactory
from labs.history_log import without_history
from labs.models import FigureChange, Lab, LabFigure
from labs.plausibility import doubts_about

pytestmark = pytest.mark.django_db


def form_of(admin: Client, lab: Lab) -> tuple[str, dict[str, str]]:
    """Return the address and the filled in fields of a lab's form."""
    address = reverse(Lab.snippet_viewset.get_url_name("edit"), args=[lab.pk])
    soup = BeautifulSoup(admin.get(address).content.decode(), "html.parser")
    form = soup.find("form", attrs={"data-edit-form": True})
    data: dict[str, str] = {}
    for field in form.find_all(["input", "textarea"]):
        if field.get("name") and "__prefix__" not in field["name"] and field.get("type") not in ("submit", "checkbox"):
            data[field["name"]] = field.get("value", "") if field.name == "input" else field.get_text().lstrip("\n")
    for field in form.find_all("select"):
        chosen = [option["value"] for option in field.find_all("option", selected=True)]
        if field.get("name") and "__prefix__" not in field["name"]:
            data[field["name"]] = chosen if field.has_attr("multiple") else (chosen or [""])[0]
    return address, data


def name_of_value(data: dict[str, str], measure: str) -> str:
    (name,) = [name for name, value in data.items() if name.endswith("-measure") and value == measure]
    return name.replace("measure", "value")


def save(admin: Client, lab: Lab, measure: str, value: str):
    address, data = form_of(admin, lab)
    data[name_of_value(data, measure)] = value
    return admin.post(address, data, follow=True)


def test_a_figure_that_jumps_is_saved_logged_and_warned_of(admin: Client):
    lab = Lab.objects.get(code="labx")
    answer = save(admin, lab, "staff", "70")
    assert answer.redirect_chain, answer.context["form"].errors
    line = FigureChange.objects.get()
    assert (line.kind, line.before["value"], line.after["value"]) == ("changed", "7.00", "70.00")
    warnings = [str(message) for message in answer.context["messages"] if message.level_tag == "warning"]
    assert len(warnings) == 1
    assert "70" in warnings[0]


def test_a_likely_change_is_saved_without_a_warning(admin: Client):
    answer = save(admin, Lab.objects.get(code="labx"), "staff", "8")
    assert answer.redirect_chain
    assert FigureChange.objects.count() == 1
    assert [m for m in answer.context["messages"] if m.level_tag == "warning"] == []


def test_saving_a_form_without_a_change_leaves_no_line(admin: Client):
    address, data = form_of(admin, Lab.objects.get(code="labx"))
    assert admin.post(address, data, follow=True).redirect_chain
    assert FigureChange.objects.count() == 0


def test_the_seeded_figures_raise_no_doubts():
    assert doubts_about(Lab.objects.all()) == []


def test_a_year_that_is_ten_times_the_one_before_is_doubtful_and_nine_times_is_not():
    lab = Lab.objects.get(code="ino")
    with without_history():
        LabFigureFactory(lab=lab, measure="projects_done", unit="projects", period="", year=2022, value=10)
        nine = LabFigureFactory(lab=lab, measure="projects_done", unit="projects", period="", year=2023, value=90)
    before = len(doubts_about([lab]))
    LabFigure.objects.filter(pk=nine.pk).update(value=100)
    assert len(doubts_about([lab])) == before + 1
