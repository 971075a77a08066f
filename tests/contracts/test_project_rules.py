"""Rules about the project itself, which nobody would keep otherwise."""

import ast
import re
from pathlib import Path

import polib
import pytest
from django.apps import apps
from django.conf import settings
from django.template.loader import get_template
from wagtail.blocks import Block
from wagtail.models import Page

from nido_portal.core.models import BasePage

ROOT = Path(settings.BASE_DIR)
APPS = ("nido_portal", "labs", "sessions", "toolbox")
MODULES = [path for app in APPS for path in sorted((ROOT / app).rglob("*.py")) if "migrations" not in path.parts]
CATALOGUES = {code: ROOT / "locale" / code / "LC_MESSAGES" / "django.po" for code, _name in settings.LANGUAGES}


def imports_of(path: Path) -> set[str]:
    """Return the modules that a module names in its imports."""
    names = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names |= {f"{node.module or ''}.{alias.name}" for alias in node.names}
    return names


def test_nothing_that_serves_the_portal_imports_factories_or_tests():
    serving = [path for path in MODULES if path.name != "factories.py"]
    wrong = re.compile(r"\bfactory\b|\bfactories\b|\bwagtail_factories\b|^tests\b|\bpytest\b")
    assert {path.name: names for path in serving if (names := {n for n in imports_of(path) if wrong.search(n)})} == {}


def test_the_environment_is_read_in_one_module():
    reading = [path for path in MODULES if re.search(r"os\.environ\[|os\.environ\.get|getenv", path.read_text())]
    assert reading == []
    assert [path.name for path in MODULES if "environ" in imports_of(path)] == ["env.py"]


def test_no_module_grows_beyond_four_hundred_lines():
    assert {path.name: n for path in MODULES if (n := len(path.read_text().splitlines())) > 400} == {}


def test_every_variable_of_the_environment_is_explained():
    example = ROOT / ".env.example"
    names = set(re.findall(r"_read\.\w+\(\s*\"(\w+)\"", (ROOT / "nido_portal/settings/env.py").read_text()))
    explained = set(re.findall(r"^#?\s*([A-Z_]+)=", example.read_text(), re.MULTILINE))
    assert names - explained == set()


@pytest.mark.parametrize("language", list(CATALOGUES))
def test_every_text_of_the_interface_is_translated(language: str):
    catalogue = polib.pofile(str(CATALOGUES[language]))
    assert len(catalogue) > 200
    assert [entry.msgid for entry in catalogue.untranslated_entries()] == []
    assert [entry.msgid for entry in catalogue.fuzzy_entries()] == []
    assert [entry.msgid for entry in catalogue.obsolete_entries()] == []


def test_the_four_catalogues_hold_the_same_texts():
    texts = [{(e.msgctxt, e.msgid) for e in polib.pofile(str(path))} for path in CATALOGUES.values()]
    assert all(found == texts[0] for found in texts)


@pytest.mark.parametrize("language", list(CATALOGUES))
def test_translations_keep_the_places_that_values_go_to(language: str):
    places = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w+\}")

    def differs(entry: polib.POEntry) -> bool:
        translations = list(entry.msgstr_plural.values()) or [entry.msgstr]
        return any(set(places.findall(text)) != set(places.findall(entry.msgid)) for text in translations)

    entries = polib.pofile(str(CATALOGUES[language]))
    assert [entry.msgid for entry in entries if not entry.msgid_plural and differs(entry)] == []


def page_types() -> list[type[Page]]:
    return [model for model in apps.get_models() if issubclass(model, BasePage)]


@pytest.mark.parametrize("model", page_types(), ids=lambda model: model.__name__)
def test_the_template_of_a_page_type_exists_where_its_name_says(model: type[Page]):
    app = model.__module__.split(".")[-2]
    name = re.sub(r"(?<!^)(?=[A-Z])", "_", model.__name__).lower()
    assert model.template == f"{app}/{name}.html"
    get_template(model.template)


def all_blocks(block: Block):
    yield block
    for child in getattr(block, "child_blocks", {}).values():
        yield from all_blocks(child)
    if hasattr(block, "child_block"):
        yield from all_blocks(block.child_block)


def test_the_template_of_every_block_exists():
    streams = [f for model in page_types() for f in model._meta.get_fields() if hasattr(f, "stream_block")]
    names = {t for f in streams for block in all_blocks(f.stream_block) if (t := getattr(block.meta, "template", None))}
    assert len(names) > 15
    for name in names:
        get_template(name)
