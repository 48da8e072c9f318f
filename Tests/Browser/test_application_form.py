"""The form of an application: lists that grow without losing a word, at a desk and on a telephone, in both
languages."""

import re

import pytest
from playwright.sync_api import expect

from people import LENA, Applicant, Host

WORDS = {
    "sv": {
        "event": "Händelse", "share": "Belopp för händelse", "cost": "Kostnad", "amount": "Belopp för kostnad",
        "fee": "Arvode", "travel": "Resor", "more": "Lägg till en kostnad", "title": "Titel", "save": "Spara utkast",
        "saved": "Utkastet är sparat", "read": "Läs igenom och skicka in", "sought": "Sökt belopp", "apply": "Ansök",
        "go_on": "Spara och fortsätt", "next": "Nästa:", "check": "Granska och skicka in",
    },
    "en": {
        "event": "Event", "share": "Amount for event", "cost": "Cost", "amount": "Amount for cost",
        "fee": "Fee", "travel": "Travel", "more": "Add a cost", "title": "Title", "save": "Save draft",
        "saved": "The draft is saved", "read": "Read through and submit", "sought": "Amount sought", "apply": "Apply",
        "go_on": "Save and go on", "next": "Next:", "check": "Check and submit",
    },
}


def fits(page) -> bool:
    return page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("width", [320, 1280])
def test_grows_row_by_row_and_keeps_lines_of_one_kind_apart(people, language, width):
    words = WORDS[language]
    page = people(LENA, viewport={"width": width, "height": 640})
    event = f"Rader på {width} punkter, {language}"
    Host(page).draft_event(event)
    page.goto(f"/calls?language={language}")
    page.get_by_role("link", name="Kompetensutveckling", exact=True).click()
    page.get_by_role("link", name=words["apply"], exact=True).click()
    page.get_by_label(words["title"]).fill("Skrivet del för del")
    page.get_by_role("button", name=words["go_on"]).click()
    assert fits(page)
    page.get_by_role("link", name=words["next"]).click()
    events = page.get_by_label(f"{words['event']} 1", exact=True)
    events.select_option(events.locator("option", has_text=event).get_attribute("value"))
    page.get_by_label(f"{words['share']} 1").fill("30 000")
    assert fits(page)
    page.get_by_role("button", name=words["go_on"]).click()
    page.get_by_label(words["sought"]).fill("30 000")
    lines = [("fee", "10 000"), ("travel", "5 000"), ("fee", "15 000,50"), ("fee", "1")]
    for row, (kind, amount) in enumerate(lines, start=1):
        cost = page.get_by_label(f"{words['cost']} {row}", exact=True)
        if cost.count() == 0:
            page.get_by_role("button", name=words["more"]).click()
            expect(cost).to_be_focused()
            expect(page.get_by_label(words["sought"])).to_have_value("30 000")
            expect(page.get_by_label(f"{words['amount']} 1")).to_have_value("10 000")
            assert fits(page)
        cost.select_option(words[kind])
        page.get_by_label(f"{words['amount']} {row}").fill(amount)
    # Enter in a field saves, though the buttons for more rows stand before the one that says so.
    page.get_by_label(words["sought"]).press("Enter")
    expect(page.get_by_role("heading", name=words["saved"])).to_be_visible()
    amounts = ["10000", "5000", "15000,50", "1"]
    for row, amount in enumerate(amounts, start=1):
        expect(page.get_by_label(f"{words['amount']} {row}")).to_have_value(amount)
    assert fits(page)
    page.get_by_role("link", name=words["read"]).click()
    table = page.get_by_role("table").last
    expect(table.get_by_role("rowheader", name=words["fee"])).to_have_count(3)
    assert fits(page)
    assert table.evaluate("table => table.scrollWidth <= table.parentElement.clientWidth")


def test_says_how_far_each_part_has_come_and_leads_back_to_it_before_signing(people):
    page = people(LENA)
    title = "Del för del"
    Host(page).bind_invitation_to_all(Host(page).draft_event(title))
    application = Applicant(page).write(f"Ansökan om {title}", title)
    page.goto(f"{application}/edit")

    def state(part: str):
        return page.get_by_role("listitem").filter(has=page.get_by_role("link", name=part, exact=True))

    for part in ["Grunduppgifter", "Behov och syfte", "Händelser och inbjudan", "Budget och finansiering"]:
        expect(state(part)).to_contain_text("Klar")
    expect(state("Tillgänglighet och utvärdering")).to_contain_text("Inte påbörjad")
    page.get_by_role("link", name="Budget och finansiering", exact=True).click()
    page.get_by_label("Sökt belopp").fill("31 000")
    page.get_by_role("button", name="Spara och fortsätt").click()
    page.goto(f"{application}/edit")
    expect(state("Budget och finansiering")).to_contain_text("Behöver rättas")
    page.get_by_role("link", name="Granska och skicka in").click()
    page.get_by_role("link", name="Ändra: Budget och finansiering").click()
    expect(page.get_by_label("Sökt belopp")).to_have_value("31000")


def test_is_written_without_a_script(people):
    page = people(LENA, java_script_enabled=False)
    page.goto("/calls")
    page.get_by_role("link", name="Kompetensutveckling", exact=True).click()
    page.get_by_role("link", name="Ansök", exact=True).click()
    page.get_by_label("Titel").fill("Utan skript")
    for heading in ["Behov och syfte", "Händelser och inbjudan", "Budget och finansiering"]:
        Applicant(page).go_on(heading)
    page.get_by_role("button", name="Lägg till en kostnad").click()
    expect(page.get_by_label("Kostnad 3", exact=True)).to_be_visible()
    for heading in ["Samverkan", "Tillgänglighet och utvärdering", "Bilagor"]:
        Applicant(page).go_on(heading)
    page.get_by_role("link", name="Nästa: Granska och skicka in").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Utan skript")


def test_a_cell_says_its_column_where_the_columns_are_gone(people):
    page = people(LENA, viewport={"width": 320, "height": 640})
    title = "Läst på en telefon"
    Host(page).draft_event(title)
    application = Applicant(page).write(f"Ansökan om {title}", title)
    page.goto(application)
    cell = page.get_by_role("cell", name=re.compile("30.000.kr")).first
    expect(cell).to_be_visible()
    label = cell.evaluate("cell => getComputedStyle(cell, '::before').content")
    assert label == '"Belopp"'
    page.set_viewport_size({"width": 1280, "height": 640})
    assert cell.evaluate("cell => getComputedStyle(cell, '::before').content") == "none"
    expect(page.get_by_role("columnheader", name="Belopp").first).to_be_visible()


def test_names_each_fault_and_how_to_mend_it(people, watch):
    watch.expect("status of 422")
    page = people(LENA)
    page.goto("/events/new")
    page.get_by_label("Antal platser").fill("0")
    page.get_by_label("Pris för egen personal").fill("-5")
    page.get_by_label("Pris för andra bibliotek").fill("99999999999999")
    page.get_by_role("button", name="Spara utkast").click()
    summary = page.get_by_role("alert")
    for words in [
        "Fyll i ”Titel”.", "”Antal platser” ska vara minst 1.", "Skriv ”Pris för egen personal” utan minustecken.",
        "”Pris för andra bibliotek” får vara högst 10\u00a0000\u00a0000\u00a0000\u00a0kr.",
    ]:
        expect(summary.get_by_role("link", name=words, exact=True)).to_be_visible()
    page.get_by_role("link", name="English").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("New event")
