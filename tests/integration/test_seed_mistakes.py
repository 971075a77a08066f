"""A mistake in a fixture is reported with its file, record, field and reason."""

from typing import Any

import pytest

from nido_portal.seeding.errors import FieldError, FixtureError, Mistake
from tests.fixture_folder import PAGES, FixtureFolder, text

pytestmark = pytest.mark.django_db

THEME = {"key": "new-theme", "name": text("Nieuw"), "slug": text("nieuw"), "summary": text("Een nieuw thema.")}
PERSON = {"key": "new-person", "name": "Iemand", "source": "portal"}


def without(record: dict[str, Any], *path: str) -> dict[str, Any]:
    """Return a copy of a record without one of its fields."""
    first, *rest = path
    copy = dict(record)
    if rest:
        copy[first] = without(copy[first], *rest)
    else:
        del copy[first]
    return copy


def test_an_unknown_key_is_named(folder: FixtureFolder):
    folder.write("themes.yaml", [{**THEME, "colour": "red"}])
    assert folder.mistakes() == [Mistake("themes.yaml", "new-theme", "colour", "Extra inputs are not permitted")]


@pytest.mark.parametrize("language", ["nl", "fr", "de", "en"])
def test_a_missing_language_is_named(folder: FixtureFolder, language: str):
    folder.write("themes.yaml", [without(THEME, "name", language)])
    assert folder.mistakes() == [Mistake("themes.yaml", "new-theme", f"name.{language}", "Field required")]


def test_an_empty_text_is_a_mistake(folder: FixtureFolder):
    folder.write("themes.yaml", [{**THEME, "name": {**text("Nieuw"), "de": " "}}])
    (mistake,) = folder.mistakes()
    assert (mistake.field, "at least 1 character" in mistake.reason) == ("name.de", True)


def test_all_mistakes_of_all_files_are_reported_at_once(folder: FixtureFolder):
    folder.write("themes.yaml", [without(THEME, "summary"), {**THEME, "key": "UPPER CASE"}])
    folder.write("persons.yaml", [without(PERSON, "source")])
    assert [(mistake.file, mistake.field) for mistake in folder.mistakes()] == [
        ("themes.yaml", "summary"),
        ("themes.yaml", "key"),
        ("persons.yaml", "source"),
    ]


@pytest.mark.parametrize(
    ("field", "value", "reason"),
    [
        ("organisation", "no-such-organisation", "no-such-organisation"),
        ("source", "no-such-source", "no-such-source"),
    ],
)
def test_an_unknown_reference_of_a_row_is_named(folder: FixtureFolder, field: str, value: str, reason: str):
    folder.write("persons.yaml", [{**PERSON, field: value}])
    (mistake,) = folder.mistakes()
    assert (mistake.file, mistake.record, mistake.field) == ("persons.yaml", "new-person", field)
    assert reason in mistake.reason


def test_an_unknown_reference_in_a_child_row_is_named_with_its_place(folder: FixtureFolder):
    folder.change("labs.yaml", "ric", lambda lab: lab["bodies"][0].update(organisations=["nowhere"]))
    (mistake,) = folder.mistakes()
    assert (mistake.file, mistake.record, mistake.field) == ("labs.yaml", "ric", "bodies.0.organisations")


def test_broken_yaml_is_reported_with_the_place(folder: FixtureFolder):
    folder.write("themes.yaml", "- key: [open")
    (mistake,) = folder.mistakes()
    assert (mistake.file, mistake.record) == ("themes.yaml", "the whole file")
    assert "line 1" in mistake.reason


def test_a_file_that_isnt_text_is_reported(folder: FixtureFolder):
    folder.write("themes.yaml", "")
    (folder.path / "themes.yaml").write_bytes(b"\xff\xfe\x00")
    assert folder.mistakes()[0].record == "the whole file"


@pytest.mark.parametrize("content", ["key: new-theme", "", "42"])
def test_a_file_that_holds_no_list_is_reported(folder: FixtureFolder, content: str):
    folder.write("themes.yaml", content)
    assert folder.mistakes() == [Mistake("themes.yaml", "the whole file", "-", "a list of records is expected")]


def test_a_record_that_is_no_mapping_is_reported_by_its_number(folder: FixtureFolder):
    folder.write("themes.yaml", [THEME, "just a text"])
    (mistake,) = folder.mistakes()
    assert (mistake.record, mistake.field) == ("record 2", "-")


def test_a_key_that_is_used_twice_is_reported(folder: FixtureFolder):
    folder.write("themes.yaml", [THEME, THEME])
    assert folder.mistakes() == [Mistake("themes.yaml", "new-theme", "key", "is already used in themes.yaml")]


def test_two_pages_of_different_types_cant_share_a_key(folder: FixtureFolder):
    folder.copy(PAGES)
    folder.write("pages/more.yaml", [{**standard_page(), "key": "contact"}])
    (mistake,) = [mistake for mistake in folder.mistakes() if mistake.field == "key"]
    assert mistake.record == "contact"


def standard_page(**values: Any) -> dict[str, Any]:
    return {
        "key": "new-page",
        "type": "home.StandardPage",
        "parent": "home",
        "title": text("Nieuwe pagina"),
        "slug": {code: f"new-{code}" for code in ("nl", "fr", "de", "en")},
        "summary": text("Wat hier staat."),
        "body": [{"text": text("<p>Een alinea.</p>")}],
        **values,
    }


def mistake_in_page(folder: FixtureFolder, **values: Any) -> Mistake:
    """Return the mistake that the loader finds in a new page, after checking that it names the page."""
    folder.copy(PAGES)
    folder.write("pages/new.yaml", [standard_page(**values)])
    (mistake,) = folder.mistakes()
    assert (mistake.file, mistake.record) == ("pages/new.yaml", "new-page")
    return mistake


def test_an_unknown_kind_of_page_is_named(folder: FixtureFolder):
    mistake = mistake_in_page(folder, type="home.NoSuchPage")
    assert (mistake.field, mistake.reason) == ("type", "there is no kind of page 'home.NoSuchPage'")


def test_an_unknown_parent_is_named(folder: FixtureFolder):
    mistake = mistake_in_page(folder, parent="nowhere")
    assert (mistake.field, mistake.reason) == ("parent", "there is no page 'nowhere'")


def test_an_unknown_block_is_named_with_those_that_exist(folder: FixtureFolder):
    mistake = mistake_in_page(folder, body=[{"text": text("<p>Goed.</p>")}, {"txet": text("<p>Fout.</p>")}])
    assert mistake.field == "body/1"
    assert "there is no block 'txet'; there are heading, text" in mistake.reason


def test_an_unknown_field_of_a_block_is_named(folder: FixtureFolder):
    callout = {"title": text("Let op"), "text": text("<p>Iets.</p>"), "colour": "red"}
    mistake = mistake_in_page(folder, body=[{"callout": callout}])
    assert (mistake.field, "'colour'" in mistake.reason) == ("body/0", True)


def test_a_missing_field_of_a_block_is_named(folder: FixtureFolder):
    mistake = mistake_in_page(folder, body=[{"callout": {"title": text("Let op")}}])
    assert mistake.field == "body"
    assert "text" in mistake.reason


def test_a_block_that_is_no_mapping_is_reported(folder: FixtureFolder):
    assert mistake_in_page(folder, body=[{"text": text("a"), "heading": text("b")}]).field == "body/0"
    assert "mapping" in mistake_in_page(folder, body=[{"callout": "just a text"}]).reason


def test_a_text_of_a_block_without_a_language_is_reported(folder: FixtureFolder):
    mistake = mistake_in_page(folder, body=[{"heading": without(text("Titel"), "de")}])
    assert mistake.field.startswith("body")
    assert "de" in mistake.reason


@pytest.mark.parametrize("block", ["statement", "more"])
def test_an_unknown_person_or_page_in_a_block_is_named(folder: FixtureFolder, block: str):
    values = {
        "statement": {"person": "nobody", "text": text("Denkt na.")},
        "more": {"title": text("Verder"), "pages": ["nobody"]},
    }
    mistake = mistake_in_page(folder, body=[{block: values[block]}])
    assert mistake.field.startswith("body/0")
    assert "'nobody'" in mistake.reason


def test_other_paragraphs_in_one_language_than_in_dutch_are_reported(folder: FixtureFolder):
    body = {**text("<p>Een alinea.</p>"), "fr": "<p>Un paragraphe.</p><p>Un autre.</p>"}
    mistake = mistake_in_page(folder, body=[{"text": body}])
    assert mistake.field.startswith("body")
    assert mistake.reason == "the text in 'fr' has other paragraphs or items than the Dutch one"


def test_a_title_that_is_too_long_is_reported(folder: FixtureFolder):
    assert mistake_in_page(folder, title=text("lang " * 100)).field == "title"


@pytest.mark.parametrize(("availability", "value"), [("given", None), ("unknown", 5)])
def test_a_figure_has_a_value_exactly_when_it_is_given(folder: FixtureFolder, availability: str, value: int | None):
    folder.change("labs.yaml", "ric", lambda lab: lab["figures"][1].update(availability=availability, value=value))
    (mistake,) = folder.mistakes()
    assert (mistake.file, mistake.record, mistake.field) == ("labs.yaml", "ric", "figures.1")
    assert "a value is needed when availability is 'given', and only then" in mistake.reason


def test_a_choice_that_the_model_doesnt_know_is_reported(folder: FixtureFolder):
    folder.change("labs.yaml", "ric", lambda lab: lab["figures"][1].update(unit="GBP"))
    (mistake,) = folder.mistakes()
    assert (mistake.record, mistake.field) == ("ric", "figures.1.unit")


def test_shares_that_dont_add_up_to_the_budget_are_reported(folder: FixtureFolder):
    folder.change("labs.yaml", "ric", lambda lab: lab["figures"][0].update(value=350_000))
    (mistake,) = folder.mistakes()
    assert mistake.record == "ric"
    assert mistake.field.startswith("figures.0")


def test_two_figures_of_one_measure_without_a_year_are_reported(folder: FixtureFolder):
    folder.change("labs.yaml", "ric", lambda lab: lab["figures"].append(lab["figures"][1]))
    (mistake,) = folder.mistakes()
    assert (mistake.file, mistake.record) == ("labs.yaml", "ric")


def test_a_place_in_the_order_that_is_taken_is_reported(folder: FixtureFolder):
    folder.change("phases.yaml", "problems", lambda phase: phase.update(order=2))
    (mistake,) = folder.mistakes()
    assert (mistake.file, mistake.record) == ("phases.yaml", "problems")


def test_errors_say_all_that_they_know():
    mistake = Mistake("labs.yaml", "ric", "figures.0", "wrong")
    assert str(FixtureError([mistake, mistake])) == "labs.yaml: ric: figures.0: wrong\nlabs.yaml: ric: figures.0: wrong"
    assert str(FieldError("name", "too long")) == "name: too long"
