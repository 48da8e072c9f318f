"""The region asks for more, the library changes what was asked for and nothing else, and the region judges it anew."""

import re
from datetime import date, timedelta

from playwright.sync_api import expect

from people import AMIRA, DAG, ELIAS, LENA, SVEN, Applicant, Host, Officer

IN_TEN_DAYS = (date.today() + timedelta(days=10)).isoformat()


def application(people, title: str, call: str = "Kompetensutveckling") -> str:
    """Lund's application for an event that is to invite everybody, received and taken."""
    lena, sven, amira = people(LENA), people(SVEN), people(AMIRA)
    event = Host(lena).draft_event(title)
    Host(lena).bind_invitation_to_all(event)
    made = Applicant(lena).write(f"Ansökan om {title}", title, call)
    Applicant(sven).submit(made)
    Officer(amira).take(f"Ansökan om {title}")
    return made


def test_only_what_was_asked_for_can_be_completed_and_the_region_sees_the_difference(people):
    title = "Läsning som kompletteras"
    made = application(people, title)
    amira, lena, sven = people(AMIRA), people(LENA), people(SVEN)
    Officer(amira).open_case(f"Ansökan om {title}")
    Officer(amira).recommend()
    amira.get_by_text("Lämna tillbaka till granskning").click()
    amira.get_by_label("Anledning").fill("Vi behöver veta mer.")
    amira.get_by_role("button", name="Lämna tillbaka").click()
    Officer(amira).ask_for_completion("Syfte och innehåll", "Hur sprids det ni lär er?", IN_TEN_DAYS)
    expect(amira.get_by_text("Komplettering begärd").first).to_be_visible()
    lena.goto(made)
    expect(lena.get_by_text("Hur sprids det ni lär er?")).to_be_visible()
    lena.get_by_role("link", name="Skriv kompletteringen").click()
    expect(lena.get_by_label("Titel")).to_have_count(0)
    lena.get_by_label("Syfte och innehåll").fill("Vi berättar för alla bibliotek i Skåne.")
    lena.get_by_role("button", name="Spara utkast").click()
    expect(lena.get_by_text("Ni har ändrat, men inte skickat in")).to_be_visible()
    amira.reload()
    expect(amira.get_by_text("Vi berättar för alla bibliotek i Skåne.")).to_have_count(0)
    sven.goto(made)
    sven.get_by_label(re.compile("intygar")).check()
    sven.get_by_role("button", name="Skicka in kompletteringen").click()
    expect(sven.get_by_text("Kompletteringen är inskickad")).to_be_visible()
    amira.reload()
    changes = amira.locator("#changes")
    expect(changes.get_by_role("heading", name="Ändrat genom komplettering")).to_be_visible()
    expect(changes.get_by_text("Vi vill lära av varandra.")).to_be_visible()
    expect(changes.get_by_text("Vi berättar för alla bibliotek i Skåne.")).to_be_visible()
    Officer(amira).recommend()
    dag = people(DAG)
    Officer(dag).approve(f"Ansökan om {title}")


def test_a_review_counts_until_the_application_is_another(people):
    amira = people(AMIRA)
    Officer(amira).announce_call_with_criteria("Utlysning med kriterier")
    title = "Läsning som granskas"
    made = application(people, title, "Utlysning med kriterier")
    Officer(amira).open_case(f"Ansökan om {title}")
    expect(amira.get_by_text("Förslag kan lämnas när granskningarna är klara: 0 av 1.")).to_be_visible()
    elias = people(ELIAS)
    Officer(elias).review(f"Ansökan om {title}", "5", "Många har frågat efter det.")
    expect(elias.get_by_text("Medel 5,00 av 5")).to_be_visible()
    amira.reload()
    Officer(amira).ask_for_completion("Syfte och innehåll", "Mer, tack.", IN_TEN_DAYS)
    lena, sven = people(LENA), people(SVEN)
    lena.goto(f"{made}/completion/edit")
    lena.get_by_label("Syfte och innehåll").fill("Något annat.")
    lena.get_by_role("button", name="Spara utkast").click()
    sven.goto(made)
    sven.get_by_label(re.compile("intygar")).check()
    sven.get_by_role("button", name="Skicka in kompletteringen").click()
    expect(sven.get_by_text("Kompletteringen är inskickad")).to_be_visible()
    elias.reload()
    expect(elias.get_by_text("Gäller en tidigare version")).to_be_visible()
    expect(elias.get_by_text("0 av 1 granskningar som behövs är klara.")).to_be_visible()
