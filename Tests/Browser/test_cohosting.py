"""Hosting together by page: to be asked is no promise, and whoever has promised is no longer one to invite."""

import re

from playwright.sync_api import expect

from people import KARIN, LENA, Applicant, Host

KLIPPAN = "Biblioteken i Klippans kommun"


def asked(people, title: str):
    """Lund's event that Klippan is asked to host too, and that invites all others but Klippan."""
    lena = people(LENA)
    event = Host(lena).draft_event(title)
    Host(lena).ask_to_co_host(event, KLIPPAN)
    Host(lena).bind_invitation_to_all_but(event, KLIPPAN)
    application = Applicant(lena).write(f"Ansökan om {title}", title)
    lena.goto(f"{application}/edit/activities")
    expect(lena.get_by_text(f"Saknas: {KLIPPAN}.")).to_be_visible()
    return lena, event, application


def test_a_library_that_says_yes_is_no_longer_one_to_invite(people, watch):
    lena, event, application = asked(people, "Vi gör det tillsammans")
    karin = people(KARIN)
    karin.goto("/workbench")
    row = karin.get_by_role("row").filter(has_text="Vi gör det tillsammans")
    expect(row.get_by_text("Ni är tillfrågade som medarrangör")).to_be_visible()
    row.get_by_role("link").click()
    expect(karin.get_by_role("heading", name="Ni är tillfrågade som medarrangör")).to_be_visible()
    expect(karin.get_by_role("link", name="Ändra händelsen")).to_have_count(0)
    karin.get_by_role("button", name=f"Tacka ja för {KLIPPAN}").click()
    expect(karin.get_by_role("heading", name="Ni är nu medarrangör")).to_be_visible()
    expect(karin.get_by_role("link", name="Ändra händelsen")).to_be_visible()
    expect(karin.get_by_role("button", name="Tacka ja")).to_have_count(0)
    lena.goto(f"{application}/edit/activities")
    expect(lena.get_by_text("Bidragsregeln är uppfylld")).to_be_visible()
    expect(lena.get_by_text(re.compile("Saknas:"))).to_have_count(0)


def test_a_library_that_does_not_want_to_is_one_to_invite_as_before(people, watch):
    watch.expect("status of 403")
    lena, event, application = asked(people, "Vi gör det ensamma")
    karin = people(KARIN)
    karin.goto(event)
    assert karin.goto(f"{event}/edit").status == 403
    karin.goto(event)
    karin.get_by_role("button", name=f"Tacka nej för {KLIPPAN}").click()
    expect(karin.get_by_text("Ni är inte medarrangör")).to_be_visible()
    lena.goto(event)
    expect(lena.get_by_text("Tillfrågade som medarrangörer")).to_have_count(0)
    lena.goto(f"{application}/edit/activities")
    expect(lena.get_by_text(f"Saknas: {KLIPPAN}.")).to_be_visible()
    lena.get_by_role("button", name="Bjud in alla 32 andra bibliotek").click()
    expect(lena.get_by_text("Bidragsregeln är uppfylld")).to_be_visible()
    assert karin.goto(event).status == 404
    watch.expect("status of 404")
