"""Which figure of a measure counts, and what is said where there is none."""

import pytest

from labs.factories import LabFactory, LabFigureFactory
from labs.facts import facts_of, newest_figures
from labs.filters import in_order
from labs.models import Lab
from labs.selectors import rows

pytestmark = pytest.mark.django_db


def test_the_newest_figure_counts_and_one_without_a_year_only_alone():
    lab = LabFactory()
    LabFigureFactory(lab=lab, value=1)
    assert newest_figures(lab)["budget"].value == 1
    for year in (2024, 2022):
        LabFigureFactory(lab=lab, value=year, year=year)
    assert newest_figures(Lab.objects.get(pk=lab.pk))["budget"].year == 2024


def test_a_lab_without_figures_says_that_none_are_given():
    facts = facts_of(LabFactory())
    assert (facts["budget"].availability, facts["staff"].availability) == ("not_given", "not_given")
    assert facts["budget_per_head"].availability == "not_computed"


def test_names_with_accents_stand_with_those_without():
    for name in ("Zzz", "\u00c9clair", "Eclipse"):
        LabFactory(name_nl=name)
    names = [row.facts["name"].text for row in in_order(rows(), "name")]
    assert names.index("\u00c9clair") < names.index("Eclipse") < names.index("Zzz")
    assert names.index("Zzz") == len(names) - 1
