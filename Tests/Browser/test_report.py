"""From an event that has been to a grant that is closed: written, sent, returned, sent again and settled."""

import re
from datetime import date, timedelta

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from people import AMIRA, LENA, SVEN
from test_every_page import WCAG
from test_grant_money import Signatory
from test_main_job import funded_event


class Reporter:
    """Somebody who tells what became of a library's grant."""

    def __init__(self, page):
        self.page = page

    def open(self, title: str) -> None:
        Signatory(self.page).open_grant(title)
        self.page.get_by_role("link", name="Redovisa bidraget").click()

    def fill(self, cost: str) -> None:
        page = self.page
        page.get_by_label("Ja", exact=True).check()
        page.get_by_text(re.compile("^Lägg till bibliotek")).first.click()
        page.get_by_label(re.compile("^Anmälda, .*Perstorp")).fill("4")
        page.get_by_label(re.compile("^Deltog, .*Perstorp")).fill("3")
        page.get_by_label("Arvode").fill(cost)
        page.get_by_label("Kostnad i allt").fill(cost)
        page.get_by_label("Vad har ni lärt er?").fill("Att läsa högt tillsammans.")
        page.get_by_label("Det framgick att händelserna fick stöd").check()

    def send(self) -> None:
        self.page.get_by_label("Jag intygar").check()
        self.page.get_by_role("button", name="Skicka in redovisningen").click()


def let_the_event_pass(service, event: str) -> None:
    """Nobody can make time pass; so all that has been of the event was 70 days earlier, written past its guards."""
    id = re.search("[0-9a-f-]{36}", event).group()
    times = ["starts_at", "ends_at", "published_at", "invitation_published_at"]
    earlier = ", ".join(f"{time} = {time} - interval '70 days'" for time in times)
    facts = ", ".join(f"'{time}', event.{time}" for time in times)
    service.sql(f"""
        ALTER TABLE events DISABLE TRIGGER USER;
        UPDATE events SET {earlier} WHERE id = '{id}';
        ALTER TABLE events ENABLE TRIGGER USER;
        ALTER TABLE event_versions DISABLE TRIGGER USER;
        UPDATE event_versions
           SET recorded_at = recorded_at - interval '70 days', facts = facts || jsonb_build_object({facts})
          FROM events AS event WHERE event.id = event_id AND event.id = '{id}';
        ALTER TABLE event_versions ENABLE TRIGGER USER;
        ALTER TABLE invitation_publications DISABLE TRIGGER USER;
        UPDATE invitation_publications
           SET published_at = invitation_publications.published_at - interval '70 days',
               content_hash = invitation_hash(event)
          FROM events AS event WHERE event.id = event_id AND event.id = '{id}';
        ALTER TABLE invitation_publications ENABLE TRIGGER USER;""")


def test_a_grant_is_reported_returned_and_settled(people, service, watch):
    title = "Redovisad träff"
    watch.expect("status of 422")
    event = funded_event(people, title)
    sven = people(SVEN, bypass_csp=True)  # axe is a script, which our policy would refuse
    Signatory(sven).open_grant(title)
    Signatory(sven).accept()
    let_the_event_pass(service, event)
    Reporter(sven).open(title)
    violations = Axe().run(sven, options=WCAG).response["violations"]
    assert not violations, [violation["id"] for violation in violations]
    Reporter(sven).fill("12 000")
    Reporter(sven).send()
    # Nothing is said of who got no seat: what was typed is kept, and the finding says what is missing.
    expect(sven.get_by_text("fick nej eller stod på väntelista").first).to_be_visible()
    expect(sven.get_by_label("Vad har ni lärt er?")).to_have_value("Att läsa högt tillsammans.")
    sven.get_by_label("Fick ingen plats").fill("0")
    Reporter(sven).send()
    expect(sven.get_by_role("heading", name="Redovisningen är inskickad")).to_be_visible()
    amira = people(AMIRA)
    amira.goto("/desk")
    amira.get_by_role("link", name=re.compile(f"{title}$")).first.click()
    amira.get_by_text("Begär komplettering av redovisningen").click()
    amira.get_by_label("Skäl").last.fill("Vad kostade resorna?")
    amira.get_by_label("Nytt sista datum").fill((date.today() + timedelta(days=14)).isoformat())
    amira.get_by_role("button", name="Skicka tillbaka").click()
    expect(amira.get_by_text("Vad kostade resorna?")).to_be_visible()
    Reporter(sven).open(title)
    expect(sven.get_by_text("Vad kostade resorna?")).to_be_visible()
    sven.get_by_label("Resor").fill("500")
    sven.get_by_label("Kostnad i allt").fill("12 500")
    Reporter(sven).send()
    expect(sven.get_by_role("heading", name="Redovisning nr 2")).to_be_visible()
    cancel_payments(service, title)
    amira.reload()
    amira.get_by_label(re.compile("underlaget för inbjudan")).check()
    amira.get_by_label("Skäl").first.fill("Enligt redovisningen.")
    amira.get_by_role("button", name="Godta och reglera").click()
    expect(amira.get_by_role("heading", name="Reglering av redovisningen")).to_be_visible()
    lena = people(LENA)
    Signatory(lena).open_grant(title)
    lena.get_by_role("link", name="Läs redovisningen").click()
    expect(lena.get_by_text("Att läsa högt tillsammans.")).to_be_visible()


def cancel_payments(service, title: str) -> None:
    """Finance has paid nothing, and takes out what waits."""
    service.sql(f"""
        UPDATE payments SET state = 'cancelled', ended_because = 'Betalas inte.'
         WHERE grant_id IN (SELECT award.id FROM grants AS award
                              JOIN grant_applications AS application ON application.id = award.application_id
                             WHERE application.title LIKE '%{title}');""")
