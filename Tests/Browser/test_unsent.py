"""What somebody has typed in one form of a page stays until that form is accepted: while another form of the page is
sent, when it is refused, when no answer comes, and when the form is no longer there."""

import re

from playwright.sync_api import expect

from people import AMIRA, DAG, Officer, log_in
from test_completion import IN_TEN_DAYS, application

TO_MEND = "Det här har du skrivit men inte skickat."


def write_message(page, text: str) -> None:
    if not page.get_by_label("Meddelande").is_visible():
        page.get_by_text("Skriv ett meddelande").click()
    page.get_by_label("Meddelande").fill(text)


def send_message(page) -> None:
    page.get_by_label("Sökanden och regionen").check()
    page.get_by_role("button", name="Skicka meddelandet").click()


def half_written(page, title: str) -> None:
    """A proposal and a request for completion that nobody has sent."""
    Officer(page).open_case(f"Ansökan om {title}")
    page.get_by_label("Skäl").fill("Ett halvskrivet förslag.")
    page.get_by_text("Begär komplettering").click()
    page.get_by_role("checkbox", name="Syfte och innehåll").check()
    page.get_by_label("Vad som behövs").fill("Hur sprids det ni lär er?")


def test_one_form_is_sent_and_the_others_keep_their_words(people, watch):
    watch.expect("status of 422")
    title = "Ord som väntar"
    application(people, title)
    amira = people(AMIRA)
    half_written(amira, title)
    write_message(amira, "Hej, vi läser.")
    send_message(amira)
    expect(amira.locator("#messages .detail").last).to_have_text("Hej, vi läser.")
    expect(amira.get_by_label("Meddelande")).to_have_value("")
    expect(amira.get_by_label("Skäl")).to_have_value("Ett halvskrivet förslag.")
    expect(amira.get_by_label("Vad som behövs")).to_have_value("Hur sprids det ni lär er?")
    expect(amira.get_by_role("checkbox", name="Syfte och innehåll")).to_be_checked()
    expect(amira.get_by_text(TO_MEND)).to_have_count(2)
    # Refused: no day is given. It comes back with its words, and the proposal keeps its own.
    amira.get_by_role("button", name="Skicka begäran").click()
    expect(amira.get_by_role("alert")).to_be_visible()
    expect(amira.get_by_label("Vad som behövs")).to_have_value("Hur sprids det ni lär er?")
    expect(amira.get_by_label("Skäl")).to_have_value("Ett halvskrivet förslag.")
    # Accepted: the proposal's form goes away, and its words do not.
    amira.get_by_label("Sista dag").fill(IN_TEN_DAYS)
    amira.get_by_role("button", name="Skicka begäran").click()
    expect(amira.get_by_text("Komplettering begärd").first).to_be_visible()
    gone = amira.locator("#unsent")
    expect(gone).to_contain_text("Ett halvskrivet förslag.")
    expect(gone).not_to_contain_text("Hur sprids")
    gone.get_by_role("button", name="Ta bort det").click()
    amira.reload()
    expect(gone).to_be_empty()


def test_no_answer_costs_no_words_and_nobody_else_sees_them(people):
    title = "Ord utan svar"
    application(people, title)
    amira = people(AMIRA)
    Officer(amira).open_case(f"Ansökan om {title}")
    case = amira.url
    write_message(amira, "Skrivet på tåget.")
    amira.context.set_offline(True)
    send_message(amira)
    amira.wait_for_url(re.compile("^chrome-error:"), wait_until="commit")
    amira.context.set_offline(False)
    amira.goto(case)
    expect(amira.get_by_label("Meddelande")).to_have_value("Skrivet på tåget.")
    expect(amira.get_by_text("inget svar kom")).to_be_visible()
    # Whoever logs in next in this window finds an empty form.
    amira.get_by_role("button", name="Logga ut").click()
    log_in(amira, DAG)
    amira.goto(case)
    expect(amira.get_by_label("Meddelande")).to_have_value("")
    amira.get_by_role("button", name="Logga ut").click()
    log_in(amira, AMIRA)
    amira.goto(case)
    send_message(amira)
    expect(amira.locator("#messages .detail").last).to_have_text("Skrivet på tåget.")
    expect(amira.get_by_label("Meddelande")).to_have_value("")


def test_without_the_script_a_form_is_sent_as_ever(people):
    title = "Ord utan skript"
    application(people, title)
    amira = people(AMIRA, java_script_enabled=False)
    Officer(amira).open_case(f"Ansökan om {title}")
    write_message(amira, "Utan skript.")
    send_message(amira)
    expect(amira.locator("#messages .detail").last).to_have_text("Utan skript.")
    expect(amira.locator("#unsent")).to_be_empty()
