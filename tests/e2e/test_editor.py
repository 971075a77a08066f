"""An editor at work in the admin: what is changed there is what readers see."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, FrameLocator, Page, expect

from .portal import Portal

SCREEN = {"width": 1400, "height": 1000}
PAGE_IN_LANGUAGE = """
    SELECT page.id
    FROM wagtailcore_page AS page
    JOIN wagtailcore_locale AS locale ON locale.id = page.locale_id
    WHERE page.slug = ? AND locale.language_code = ?
"""


@pytest.fixture(scope="module")
def editor(browser: Browser, portal: Portal) -> Iterator[Page]:
    """A window in which the administrator of `make run` has logged in."""
    context = browser.new_context(base_url=portal.url, locale="en-GB", viewport=SCREEN, reduced_motion="reduce")
    context.set_default_timeout(20_000)
    page = context.new_page()
    page.goto("/cms/")
    page.fill("[name=username]", "admin")
    page.fill("[name=password]", portal.password)
    page.press("[name=password]", "Enter")
    page.wait_for_url("**/cms/")
    yield page
    context.close()


def page_key(portal: Portal, slug: str, language: str) -> int:
    [(key,)] = portal.rows(PAGE_IN_LANGUAGE, slug, language)
    return key


def open_preview(editor: Page) -> FrameLocator:
    """Open the preview beside the form, where the admin has not remembered that it was open."""
    panel = editor.locator("[data-side-panel=preview]")
    toggle = editor.get_by_role("button", name="Toggle preview")
    expect(toggle).to_be_visible()
    if not panel.is_visible():
        toggle.click()
    expect(panel).to_be_visible()
    return editor.frame_locator("[data-side-panel=preview] iframe").first


def test_a_wrong_password_opens_nothing(open_browser: Callable[..., Page]) -> None:
    page = open_browser(locale="en-GB")
    page.goto("/cms/")
    page.fill("[name=username]", "admin")
    page.fill("[name=password]", "not-the-password")
    page.press("[name=password]", "Enter")
    expect(page.locator(".messages .error")).to_be_visible()
    page.goto("/cms/pages/")
    assert "/cms/login/" in page.url


def test_an_editor_changes_a_session_previews_and_publishes_it(
    editor: Page, open_browser: Callable[..., Page], portal: Portal
) -> None:
    lead = "De redactie schreef deze zin zonet in het beheer."
    key = page_key(portal, "iedereen-kan-innoveren", "nl")
    reader = open_browser()
    reader.goto("/nl/inspiratiesessies/iedereen-kan-innoveren/")

    editor.goto(f"/cms/pages/{key}/edit/")
    editor.fill("[name=summary]", lead)
    preview = open_preview(editor)
    expect(preview.locator(".lead").first).to_have_text(lead)
    reader.reload()
    expect(reader.locator(".lead").first).not_to_have_text(lead)

    editor.get_by_role("button", name="More actions").click()
    editor.get_by_role("button", name="Publish", exact=True).click()
    expect(editor.locator(".messages .success")).to_be_visible()
    reader.reload()
    expect(reader.locator(".lead").first).to_have_text(lead)
    assert reader.context.cookies() == []


def test_an_unfinished_question_is_refused_with_what_is_missing(editor: Page, portal: Portal) -> None:
    parent = page_key(portal, "vragen-en-antwoorden", "nl")
    editor.goto(f"/cms/pages/add/inspiration/questionpage/{parent}/")
    editor.fill("[name=title]", "Mag ik dit vragen?")
    editor.get_by_role("button", name="More actions").click()
    editor.get_by_role("button", name="Publish", exact=True).click()
    expect(editor.locator(".messages .error")).to_be_visible()
    expect(editor.locator("[name=title]")).to_have_value("Mag ik dit vragen?")
    expect(editor.locator(".error-message:visible, .w-field__errors .error-message").first).to_be_visible()


def test_an_editor_changes_the_note_of_a_labs_figure(
    editor: Page, open_browser: Callable[..., Page], portal: Portal
) -> None:
    note = "De redactie keek dit cijfer zonet na."
    [(key,)] = portal.rows("SELECT id FROM labs_lab WHERE code = 'nesta'")
    editor.goto(f"/cms/snippets/labs/lab/edit/{key}/")
    editor.get_by_role("tab", name="Figures").click()
    editor.fill("[name=figures-0-note_nl]", note)
    editor.get_by_role("button", name="Save", exact=True).first.click()
    expect(editor.locator(".messages .success")).to_be_visible()
    reader = open_browser()
    reader.goto("/nl/benchmark/nesta/")
    expect(reader.get_by_text(note)).to_be_visible()


def test_an_editor_previews_a_lab_in_every_language(editor: Page, portal: Portal) -> None:
    [(key,)] = portal.rows("SELECT id FROM labs_lab WHERE code = 'nesta'")
    editor.goto(f"/cms/snippets/labs/lab/edit/{key}/")
    preview = open_preview(editor)
    modes = editor.locator("[data-side-panel=preview] select option")
    assert modes.count() == 4
    for mode in [option.get_attribute("value") for option in modes.all()]:
        editor.locator("[data-side-panel=preview] select").select_option(mode)
        expect(preview.locator("html")).to_have_attribute("lang", mode or "")


def test_an_editor_corrects_a_translation(editor: Page, open_browser: Callable[..., Page], portal: Portal) -> None:
    lead = "La rédaction vient d’écrire cette phrase."
    key = page_key(portal, "government-after-shock", "fr")
    editor.goto(f"/cms/pages/{key}/edit/")
    editor.get_by_role("button", name="Edit", exact=True).nth(1).click()
    editor.locator("main textarea:visible").first.fill(lead)
    with editor.expect_response(lambda answer: answer.request.method in ("PUT", "POST")) as answer:
        editor.locator("main").get_by_role("button", name="Save", exact=True).first.click()
    assert answer.value.ok
    editor.get_by_role("button", name="Publish in French").click()
    expect(editor.locator(".messages .success")).to_be_visible()
    reader = open_browser()
    reader.goto("/fr/sessions-inspiration/government-after-shock/")
    expect(reader.locator(".lead").first).to_have_text(lead)


def test_an_editor_moves_a_phase_by_keyboard_and_back(editor: Page, open_browser: Callable[..., Page]) -> None:
    reader = open_browser()
    reader.goto("/nl/innovatiecyclus/")
    before = reader.locator(".cycle li").all_inner_texts()

    def move_first(key: str, position: int) -> list[str]:
        editor.goto("/cms/snippets/toolbox/phase/?ordering=sort_order")
        handle = editor.locator(".w-orderable__item__handle").nth(position)
        handle.focus()
        handle.press(key)
        with editor.expect_response("**/reorder/**") as answer:
            handle.press("Enter")
        assert answer.value.ok
        reader.reload()
        return reader.locator(".cycle li").all_inner_texts()

    assert move_first("ArrowDown", 0) == [before[1], before[0], *before[2:]]
    assert move_first("ArrowUp", 1) == before


def test_an_editor_reads_what_a_visitor_sent(editor: Page) -> None:
    editor.goto("/cms/snippets/home/message/")
    expect(editor.locator("main table, main .no-results-message, main p").first).to_be_visible()


@pytest.mark.parametrize(
    "path", ["reports/site-history/", "images/", "documents/", "snippets/directory/person/", "users/", "locales/"]
)
def test_the_admin_opens_without_an_error_in_the_console(path: str, editor: Page) -> None:
    errors: list[str] = []
    editor.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    answer = editor.goto(f"/cms/{path}")
    assert answer is not None
    assert answer.status == 200
    assert not errors
