"""Without a mouse, and in English."""

import re

from playwright.sync_api import expect

from people import KARIN, log_in


def press_until_focus(page, role: str, name: str) -> None:
    """Presses Tab until the control has the focus, as somebody without a mouse does."""
    wanted = page.get_by_role(role, name=name)
    for _ in range(120):
        page.keyboard.press("Tab")
        if wanted.evaluate("element => element === document.activeElement"):
            return
    raise AssertionError(f"Tab never comes to {role} {name}")


def test_somebody_without_a_mouse_logs_in_and_mends_a_form(page, watch):
    watch.expect("status of 422")
    page.goto("/")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Hoppa till innehåll")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
    page.goto("/events/new")
    expect(page).to_have_url(re.compile("/login"))
    press_until_focus(page, "button", KARIN)
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/events/new"))
    press_until_focus(page, "textbox", "Beskrivning")
    page.keyboard.type("Det här ska finnas kvar.")
    press_until_focus(page, "button", "Spara utkast")
    page.keyboard.press("Enter")
    summary = page.get_by_role("alert")
    expect(summary).to_be_focused()
    page.keyboard.press("Tab")
    expect(summary.get_by_role("link").first).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_label("Titel")).to_be_focused()
    expect(page.get_by_label("Beskrivning")).to_have_value("Det här ska finnas kvar.")


def test_the_language_changes_and_the_page_stays(page):
    log_in(page, KARIN)
    page.goto("/calendar?kind=workshop")
    page.get_by_role("link", name="English").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Calendar")
    expect(page.get_by_label("Kind")).to_have_value("workshop")
    page.goto("/workbench")
    expect(page.get_by_role("heading", level=1)).to_have_text("Workbench")
    expect(page.locator("html")).to_have_attribute("lang", "en")
    page.get_by_role("link", name="Svenska").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Arbetsbordet")
