"""Whichever way a figure changes, the public log says so, once."""

import pytest
from django.db import transaction

from labs.factories import LabFactory, LabFigureFactory
from labs.history_log import without_history
from labs.models import FigureChange, Lab, LabFigure
from nido_portal.core.models import Source
from tests.fixture_folder import FixtureFolder

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _each_test_starts_with_an_empty_log():
    FigureChange.objects.all().delete()


@pytest.fixture
def budget() -> LabFigure:
    with without_history():
        return LabFigureFactory(lab=LabFactory(code="test-lab", name_nl="Proeflab"), value=1000)


def lines() -> list[tuple[str, str | None, str | None]]:
    """Return kind, old and new value of the lines, oldest first."""
    return [
        (line.kind, line.before and line.before["value"], line.after and line.after["value"])
        for line in FigureChange.objects.order_by("pk")
    ]


@pytest.fixture
def committed(django_capture_on_commit_callbacks):
    """Run what hangs on a commit, as if each block were a transaction of its own."""
    return lambda: django_capture_on_commit_callbacks(execute=True)


def test_the_first_load_of_the_fixtures_left_no_lines():
    assert LabFigure.objects.count() > 20
    assert FigureChange.objects.count() == 0


def test_a_new_figure_is_logged_with_lab_measure_year_and_source():
    source = Source.objects.get(code="nido-benchmark")
    LabFigureFactory(lab=Lab.objects.get(code="ric"), year=2024, value=350_000, source=source)
    line = FigureChange.objects.get()
    assert (line.kind, line.lab_code, line.measure, line.year) == ("added", "ric", "budget", 2024)
    assert line.before is None
    assert (line.after["value"], line.after["unit"], line.after["precision"]) == ("350000.00", "EUR", "exact")
    assert (line.after["availability"], line.after["eur_value"]) == ("given", None)
    assert line.source == source


def test_saving_a_changed_figure_is_logged_from_and_to(budget: LabFigure):
    budget.value = "2000"
    budget.save()
    assert lines() == [("changed", "1000.00", "2000.00")]


def test_saving_a_figure_as_it_was_is_no_change(budget: LabFigure):
    budget.save()
    LabFigure.objects.get(pk=budget.pk).save()
    assert lines() == []


def test_a_changed_note_is_no_change_of_the_figure(budget: LabFigure):
    budget.note_nl = "Anders gezegd"
    budget.save()
    assert lines() == []


@pytest.mark.parametrize(("field", "value"), [("precision", "about"), ("period", ""), ("unit", "SEK"), ("year", 2024)])
def test_more_than_the_value_counts_as_a_change(budget: LabFigure, field: str, value: object):
    setattr(budget, field, value)
    budget.save()
    line = FigureChange.objects.get()
    assert (line.kind, line.after[field]) == ("changed", value)
    assert line.before[field] != value


def test_another_source_for_the_same_value_counts_as_a_change(budget: LabFigure):
    budget.source = Source.objects.get(code="nido-benchmark")
    budget.save()
    line = FigureChange.objects.get()
    assert (line.before["source"], line.after["source"], line.source) == ("", "nido-benchmark", budget.source)


def test_a_figure_that_becomes_unknown_is_logged(budget: LabFigure):
    budget.value, budget.availability = None, "not_published"
    budget.save()
    assert lines() == [("changed", "1000.00", None)]


def test_updating_creating_and_deleting_many_at_once_is_logged(budget: LabFigure, committed):
    with committed():
        LabFigure.objects.filter(pk=budget.pk).update(value=3000)
    with committed():
        LabFigure.objects.bulk_create([LabFigure(lab=budget.lab, measure="staff", value=5, unit="headcount")])
    with committed():
        budget.refresh_from_db()
        budget.value = 4000
        LabFigure.objects.bulk_update([budget], ["value"])
    with committed():
        LabFigure.objects.filter(lab=budget.lab).delete()
    assert lines()[:3] == [
        ("changed", "1000.00", "3000.00"), ("added", None, "5.00"), ("changed", "3000.00", "4000.00"),
    ]  # fmt: skip
    assert sorted(lines()[3:]) == [("removed", "4000.00", None), ("removed", "5.00", None)]


def test_deleting_a_lab_logs_its_figures_and_the_lines_stay(budget: LabFigure):
    budget.lab.delete()
    line = FigureChange.objects.get()
    assert (line.kind, line.lab_code, line.lab_name) == ("removed", "test-lab", "Proeflab")


def test_what_is_deleted_and_made_again_in_one_transaction_is_no_change(budget: LabFigure):
    lab = budget.lab
    budget.delete()
    assert lines() == [("removed", "1000.00", None)]
    LabFigureFactory(lab=lab, value=1000)
    assert lines() == []


def test_what_is_deleted_and_made_again_with_another_value_is_one_change(budget: LabFigure):
    lab = budget.lab
    budget.delete()
    LabFigureFactory(lab=lab, value=1500)
    assert lines() == [("changed", "1000.00", "1500.00")]


def test_two_transactions_are_two_lines(budget: LabFigure, committed):
    for value in (2000, 3000):
        with committed():
            budget.value = value
            budget.save()
    assert lines() == [("changed", "1000.00", "2000.00"), ("changed", "2000.00", "3000.00")]
    assert len({line.batch for line in FigureChange.objects.all()}) == 2


def test_a_transaction_that_is_undone_leaves_no_line(budget: LabFigure):
    class Undo(Exception):  # noqa: N818 -- it is no error
        pass

    with pytest.raises(Undo), transaction.atomic():  # noqa: PT012
        budget.value = 2000
        budget.save()
        raise Undo
    assert lines() == []


def test_moving_a_figure_to_another_measure_removes_one_and_adds_the_other(budget: LabFigure):
    budget.measure, budget.unit, budget.period = "staff", "headcount", ""
    budget.save()
    assert {(line.kind, line.measure) for line in FigureChange.objects.all()} == {
        ("removed", "budget"),
        ("added", "staff"),
    }


def test_loading_a_changed_fixture_logs_what_changed_and_nothing_else(folder: FixtureFolder):
    folder.change("labs.yaml", "ric", lambda record: record["figures"][1].update(value=5))
    folder.load()
    line = FigureChange.objects.get()
    assert (line.kind, line.lab_code, line.measure) == ("changed", "ric", "staff")
    assert (line.before["value"], line.after["value"]) == ("4.00", "5.00")
    assert line.source.code == "nido-benchmark"


def test_loading_a_fixture_with_a_changed_text_logs_nothing(folder: FixtureFolder):
    folder.change("labs.yaml", "ric", lambda record: record["short_name"].update(nl="RIC!"))
    assert folder.load().written == ["ric"]
    assert lines() == []


def test_a_lab_that_a_later_load_brings_is_logged(folder: FixtureFolder):
    def rename(record):
        record.update(key="new-lab", themes=[], bodies=[])

    folder.copy("labs.yaml").change("labs.yaml", "ino", rename)
    folder.load()
    assert set(FigureChange.objects.values_list("kind", "lab_code")) == {("added", "new-lab")}
