"""From a draft that forgets a library to a funded event in the calendar, and what happens if the host narrows it."""

import re
import urllib.request

from playwright.sync_api import expect

from people import AMIRA, DAG, FORGOTTEN, LENA, SVEN, Applicant, Host, Officer


def feed(service) -> str:
    with urllib.request.urlopen(f"{service.base_url}/kalender.ics", timeout=10) as answer:
        return answer.read().decode().replace("\r\n ", "")


def funded_event(people, title: str) -> str:
    """The address of Lund's event after everybody has done their part, with one library forgotten on the way."""
    lena, sven, amira, dag = people(LENA), people(SVEN), people(AMIRA), people(DAG)
    event = Host(lena).draft_event(title)
    Host(lena).bind_invitation_to_all_but(event, FORGOTTEN)
    application = Applicant(lena).write(f"Ansökan om {title}", title)
    lena.goto(f"{application}/edit/activities")
    expect(lena.get_by_text(re.compile(f"Saknas:.*{FORGOTTEN}"))).to_be_visible()
    lena.get_by_role("button", name="Bjud in alla 32 andra bibliotek").click()
    expect(lena.get_by_text("Bidragsregeln är uppfylld")).to_be_visible()
    number = Applicant(sven).submit(application)
    assert number.startswith("SAM ")
    Officer(amira).take_and_recommend(f"Ansökan om {title}")
    Officer(dag).approve(f"Ansökan om {title}")
    return event


def test_a_decision_invites_everybody_and_puts_the_event_into_the_calendar(people, page, service):
    title = "Läslust från utkast till kalender"
    assert title not in feed(service)
    funded_event(people, title)
    page.goto("/calendar?q=utkast")
    expect(page.get_by_role("link", name=title)).to_be_visible()
    page.get_by_role("link", name=title).click()
    expect(page.get_by_text("Öppen för personal från andra bibliotek")).to_be_visible()
    assert title in feed(service)


def test_a_host_who_narrows_a_funded_invitation_tells_the_region_why(people, watch):
    title = "Samtal som smalnar av"
    watch.expect("status of 409")
    event = funded_event(people, title)
    lena = people(LENA)
    Host(lena).narrow_invitation(event)
    expect(lena.get_by_role("heading", name="Ändringen bryter ett bidragsvillkor")).to_be_visible()
    expect(lena.get_by_role("link", name=f"Ansökan om {title}").first).to_be_visible()
    expect(lena.get_by_label("Bara egen personal")).to_be_checked()
    Host(lena).give_reason("Föreläsaren tar bara emot tio personer.")
    told = lena.locator("#deviation")
    expect(told.get_by_role("heading", name="Avvikelsen är anmäld till regionen")).to_be_visible()
    expect(told.get_by_text("Föreläsaren tar bara emot tio personer.")).to_be_visible()
    expect(told.get_by_role("link", name=f"Ansökan om {title}")).to_be_visible()
    expect(told.get_by_text(re.compile("Berätta för regionen senast"))).to_be_visible()
    amira = people(AMIRA)
    amira.goto("/desk")
    breach = amira.get_by_role("listitem").filter(has_text=title)
    expect(breach.get_by_text("Utbetalningen är pausad")).to_be_visible()
    expect(breach.get_by_text("Föreläsaren tar bara emot tio personer.")).to_be_visible()
    expect(breach.get_by_text(re.compile("ska svara senast"))).to_be_visible()
