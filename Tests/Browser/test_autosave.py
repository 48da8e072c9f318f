"""Writing without the button: what is typed is saved by itself, two people do not overwrite each other, and nothing is
lost when the network is away."""

import re

from playwright.sync_api import expect

from people import KARIN, ULF, Applicant, Host

SAVED = re.compile(r"^Sparat\.$")


def draft(page, title: str) -> str:
    Host(page).draft_event(f"Händelse för {title}")
    return Applicant(page).write(title, f"Händelse för {title}")


def test_two_writers_in_two_sections_keep_each_other(people, watch):
    watch.expect("status of 412")
    karin, ulf = people(KARIN), people(ULF)
    application = draft(karin, "Två skriver")
    karin.goto(f"{application}/edit/needs")
    ulf.goto(f"{application}/edit/budget")
    karin.get_by_label("Syfte och innehåll").fill("Karins ord.")
    expect(karin.locator("#autosave")).to_have_text(SAVED)
    ulf.get_by_label("Sökt belopp").fill("29 000")
    expect(ulf.locator("#autosave")).to_have_text(SAVED)
    # Ulf's window knows nothing of Karin's words, nor hers of his sum. Neither puts anything back.
    with karin.expect_response(lambda answer: answer.request.method == "POST"):
        karin.get_by_label("Målgrupp").fill("Alla")
    expect(karin.locator("#autosave")).to_have_text(SAVED)
    ulf.goto(f"{application}/edit/needs")
    expect(ulf.get_by_label("Syfte och innehåll")).to_have_value("Karins ord.")
    expect(ulf.get_by_label("Målgrupp")).to_have_value("Alla")
    karin.goto(f"{application}/edit/budget")
    expect(karin.get_by_label("Sökt belopp")).to_have_value("29000")
    # In the same section both texts are shown.
    karin.goto(f"{application}/edit/needs")
    ulf.get_by_label("Syfte och innehåll").fill("Ulfs ord.")
    expect(ulf.locator("#autosave")).to_have_text(SAVED)
    karin.get_by_label("Syfte och innehåll").fill("Karins andra ord.")
    karin.get_by_role("button", name="Spara utkast").last.click()
    expect(karin.get_by_role("alert")).to_contain_text("Ulfs ord.")
    expect(karin.get_by_role("alert")).to_contain_text("Karins andra ord.")
    expect(karin.get_by_label("Syfte och innehåll")).to_have_value("Karins andra ord.")
    karin.get_by_role("button", name="Spara utkast").last.click()
    expect(karin.get_by_role("heading", name="Utkastet är sparat")).to_be_visible()


def test_what_is_ticked_and_counted_is_saved_by_itself(people):
    karin = people(KARIN)
    application = draft(karin, "Kryss och tal")
    karin.goto(f"{application}/edit/needs")
    with karin.expect_response(lambda answer: answer.request.method == "POST"):
        karin.get_by_role("checkbox", name="Digitalisering").check()
    expect(karin.locator("#autosave")).to_have_text(SAVED)
    karin.goto(f"{application}/edit/budget")
    with karin.expect_response(lambda answer: answer.request.method == "POST"):
        karin.get_by_label("Egen arbetstid, timmar").fill("40")
    expect(karin.locator("#autosave")).to_have_text(SAVED)
    karin.goto(f"{application}/edit/cooperation")
    with karin.expect_response(lambda answer: answer.request.method == "POST"):
        karin.get_by_label("Samverkansparter").fill("Folkets hus")
    expect(karin.locator("#autosave")).to_have_text(SAVED)
    karin.goto(application)
    for words in ["Digitalisering", "40", "Folkets hus"]:
        expect(karin.get_by_text(words, exact=True)).to_be_visible()


def test_what_was_typed_while_the_network_was_away_is_offered_back(people, watch):
    watch.expect("ERR_INTERNET_DISCONNECTED")
    karin = people(KARIN)
    application = draft(karin, "Utan nät")
    karin.goto(f"{application}/edit/needs")
    karin.context.set_offline(True)
    karin.get_by_label("Syfte och innehåll").fill("Skrivet på tåget.")
    karin.get_by_role("checkbox", name="Digitalisering").check()
    expect(karin.locator("#autosave")).to_contain_text("Ingen kontakt")
    karin.context.set_offline(False)
    karin.goto("/workbench")
    karin.goto(f"{application}/edit/needs")
    expect(karin.locator("#autosave")).to_contain_text("förra gången")
    karin.get_by_role("button", name="Hämta tillbaka texten").click()
    expect(karin.get_by_label("Syfte och innehåll")).to_have_value("Skrivet på tåget.")
    expect(karin.get_by_role("checkbox", name="Digitalisering")).to_be_checked()
    expect(karin.locator("#autosave")).to_have_text(SAVED)
