"""Somebody from outside reviews for the region, finds out later that they are partial, and both sides are told what was
done: once, to who did it."""

import re
from datetime import date, timedelta

from playwright.sync_api import expect

from people import AMIRA, ELIAS, LENA, SVEN, Applicant, Host, Officer

RUT = "Rut Vidhem"
IN_TEN_DAYS = (date.today() + timedelta(days=10)).isoformat()
TELEPHONE = {"width": 390, "height": 844}


def told(page, words: str) -> None:
    """The page says at its top that something was done, where screen readers hear of it, and nothing is cut off."""
    said = page.get_by_role("status").filter(has_text=words)
    expect(said.get_by_role("heading", name=words)).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


def test_a_review_from_outside_counts_until_its_reviewer_turns_out_to_be_partial(people):
    amira, lena, sven = people(AMIRA), people(LENA), people(SVEN)
    call, title = "Utlysning som bedöms utifrån", "Läsning som bedöms utifrån"
    Officer(amira).announce_call_with_criteria(call)
    event = Host(lena).draft_event(title)
    Host(lena).bind_invitation_to_all(event)
    Applicant(sven).submit(Applicant(lena).write(f"Ansökan om {title}", title, call))
    Officer(amira).take(f"Ansökan om {title}")
    told(amira, "Du handlägger ärendet")
    amira.get_by_text("Ge ansökan till en bedömare").click()
    amira.get_by_label("Bedömare", exact=True).select_option(RUT)
    amira.locator("[name='reviewDueOn']").fill(IN_TEN_DAYS)
    amira.get_by_role("button", name="Ge ansökan", exact=True).click()
    told(amira, "Bedömaren har fått ansökan")
    elias = people(ELIAS)
    elias.goto(amira.url)
    expect(elias.get_by_role("heading", name=f"Ansökan om {title}")).to_be_visible()
    expect(elias.get_by_text("Bedömaren har fått ansökan")).to_have_count(0)

    rut = people(RUT, viewport=TELEPHONE)
    rut.goto("/reviews")
    rut.get_by_role("link", name=f"Ansökan om {title}").click()
    rut.get_by_role("button", name="Jag är inte jävig").click()
    told(rut, "Du har svarat att du inte är jävig")
    rut.get_by_label("4", exact=True).check()
    rut.get_by_label(re.compile("^Kommentar")).fill("Behövs.")
    rut.get_by_role("button", name="Granska ansökan").click()
    told(rut, "Granskningen är lämnad")
    elias.reload()
    expect(elias.get_by_text("1 av 1 granskningar som behövs är klara.")).to_be_visible()

    rut.get_by_text("Jag är jävig", exact=True).click()
    rut.get_by_label("Närstående till någon i ärendet").check()
    rut.get_by_label("Förklaring").fill("Min syster håller i händelsen, ser jag nu.")
    rut.get_by_role("button", name="Anmäl", exact=True).click()
    told(rut, "Ansökan har gått tillbaka till regionen")
    elias.reload()
    expect(elias.get_by_text("Jävig, granskningen räknas inte")).to_be_visible()
    expect(elias.get_by_text("0 av 1 granskningar som behövs är klara.")).to_be_visible()
