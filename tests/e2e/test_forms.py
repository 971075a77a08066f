"""A visitor writes a message: with mistakes first, then rightly."""

import time
from collections.abc import Callable

from playwright.sync_api import Page, expect

from .accessibility import violations
from .portal import Portal

# A form that comes back sooner than a person can type is taken for a robot's.
SECONDS_TO_TYPE = 3.2


def test_a_form_with_mistakes_comes_back_as_it_was_typed_and_can_then_be_sent(
    open_browser: Callable[..., Page], portal: Portal
) -> None:
    page = open_browser(viewport={"width": 390, "height": 844})
    page.goto("/nl/contact/")
    page.fill("[name=name]", "An Peeters")
    page.fill("[name=email]", "an.peeters@")
    page.fill("[name=subject]", "Vraag over de toolbox & meer")
    page.locator("form [type=submit]").click()
    opened_again = time.monotonic()

    summary = page.locator(".error-summary")
    expect(summary).to_be_focused()
    expect(page.locator("[name=name]")).to_have_value("An Peeters")
    expect(page.locator("[name=email]")).to_have_value("an.peeters@")
    expect(page.locator("[name=subject]")).to_have_value("Vraag over de toolbox & meer")
    for name in ("email", "text"):
        field = page.locator(f"[name={name}]")
        expect(field).to_have_attribute("aria-invalid", "true")
        described_by = field.get_attribute("aria-describedby")
        assert described_by
        expect(page.locator(f"#{described_by.split()[-1]}")).to_be_visible()
    summary.locator("a[href='#id_text']").click()
    expect(page.locator("[name=text]")).to_be_focused()
    assert not violations(page, "a form with mistakes")

    page.fill("[name=email]", "an.peeters@example.be")
    page.fill("[name=text]", "Bestaat er een sjabloon voor de premortem?")
    page.wait_for_timeout(max(0.0, SECONDS_TO_TYPE - (time.monotonic() - opened_again)) * 1000)
    page.locator("form [type=submit]").click()
    page.wait_for_url("**/nl/contact/?sent=1")
    expect(page.locator(".thanks")).to_be_visible()
    assert not violations(page, "the thanks")

    stored = portal.rows("SELECT name, email, text, language, purpose FROM home_message WHERE name = 'An Peeters'")
    assert stored == [
        ("An Peeters", "an.peeters@example.be", "Bestaat er een sjabloon voor de premortem?", "nl", "contact")
    ]
    [mail] = [mail for mail in portal.mails() if "an.peeters@example.be" in mail]
    assert "To: nido@example.org" in mail
    assert page.context.cookies() == []


def test_nobody_sees_or_reaches_the_field_that_only_robots_fill_in(open_browser: Callable[..., Page]) -> None:
    page = open_browser(viewport={"width": 1280, "height": 900})
    page.goto("/nl/contact/")
    trap = page.locator("[name=website]")
    assert trap.get_attribute("tabindex") == "-1"
    box = trap.bounding_box()
    assert box is None or min(box["width"], box["height"]) <= 1 or box["x"] + box["width"] <= 1
