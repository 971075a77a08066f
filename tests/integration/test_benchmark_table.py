"""The table of labs: sortable, honest about what isn't known."""

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from labs.factories import LabFactory, LabFigureFactory
from labs.models import Lab, LabIndexPage
from labs.selectors import HEADINGS, lab_table, newest_figures

pytestmark = pytest.mark.django_db


def order(sort: str) -> list[str]:
    """Return the codes of the labs that stand on their own, in the order of the table."""
    return [row.lab.code for row in lab_table(sort)["rows"] if row.network is None]


def test_unknown_budgets_come_last_in_both_directions():
    unknown = {"ditp-labs", "sandbox-vlaanderen"}
    assert set(order("budget")[-2:]) == unknown
    assert set(order("-budget")[-2:]) == unknown


def test_budgets_are_compared_in_euros():
    assert order("-budget")[:3] == ["vinnova", "nesta", "co-pi"]
    assert order("budget")[:2] == ["ino", "ric"]


def test_staff_is_compared_by_number():
    assert order("-staff")[:3] == ["vinnova", "nesta", "co-pi"]
    assert order("staff")[0] == "sandbox-vlaanderen"


def test_years_that_arent_known_come_last():
    assert order("founded")[:3] == ["nesta", "ric", "nmbs-innovation-lab"]
    assert order("-founded")[:3] == ["nmbs-innovation-lab", "ric", "nesta"]


@pytest.mark.parametrize("sort", ["", "name", "nonsense", "--budget", "budget;drop", "-", "Name", "%00"])
def test_garbage_is_ignored_and_labs_stand_by_name(sort: str):
    assert order(sort) == order("name")
    names = [row.lab.name.casefold() for row in lab_table(sort)["rows"] if row.network is None]
    assert names == sorted(names)


@pytest.mark.parametrize("sort", list(HEADINGS))
@pytest.mark.parametrize("sign", ["", "-"])
def test_no_lab_is_lost_by_sorting_and_members_stay_below_their_network(sort: str, sign: str):
    rows = lab_table(sign + sort)["rows"]
    assert {row.lab.code for row in rows} == set(Lab.objects.values_list("code", flat=True))
    place = [row.lab.code for row in rows].index("ditp-labs")
    assert {row.lab.code for row in rows[place + 1 : place + 4]} == {"la-fabrique-rh", "lab-110-bis", "siilab"}


def test_a_heading_sorts_the_other_way_the_second_time():
    columns = {column.key: column for column in lab_table("budget")["columns"]}
    assert (columns["budget"].direction, columns["budget"].next_sort) == ("ascending", "-budget")
    assert (columns["name"].direction, columns["name"].next_sort) == ("", "name")
    columns = {column.key: column for column in lab_table("-budget")["columns"]}
    assert (columns["budget"].direction, columns["budget"].next_sort) == ("descending", "budget")


@pytest.mark.parametrize("language", ["nl", "fr", "de", "en"])
def test_the_page_says_how_it_is_sorted_and_explains_what_isnt_known(client: Client, language: str):
    page = LabIndexPage.objects.get(locale__language_code=language)
    soup = BeautifulSoup(client.get(page.get_url(), {"sort": "-budget"}).content.decode(), "html.parser")
    (heading,) = soup.select("th[aria-sort]:not([aria-sort=none])")
    assert heading["aria-sort"] == "descending"
    assert len(soup.select("table tbody tr")) == 12
    assert soup.select_one("link[rel=canonical]")["href"].endswith(page.get_url())


def test_the_newest_figure_counts_and_one_without_a_year_only_alone():
    lab = LabFactory()
    LabFigureFactory(lab=lab, value=1)
    assert newest_figures(lab)["budget"].value == 1
    for year in (2024, 2022):
        LabFigureFactory(lab=lab, value=year, year=year)
    assert newest_figures(Lab.objects.get(pk=lab.pk))["budget"].year == 2024


def test_a_lab_without_figures_says_that_none_are_given():
    lab = LabFactory()
    (row,) = [row for row in lab_table("name")["rows"] if row.lab == lab]
    assert (row.budget.availability, row.staff.availability) == ("not_given", "not_given")


def test_members_of_members_stand_below_them():
    outer = LabFactory(name_nl="Aaa")
    inner = LabFactory(name_nl="Zzz", parent=outer)
    innermost = LabFactory(name_nl="Bbb", parent=inner)
    codes = [row.lab.code for row in lab_table("name")["rows"]]
    place = codes.index(outer.code)
    assert codes[place : place + 3] == [outer.code, inner.code, innermost.code]
