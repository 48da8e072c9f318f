"""From a grant that was decided to money that two persons have paid; and what becomes of it when a condition is
broken."""

import re

from playwright.sync_api import expect

from people import DAG, FINN, FRIDA, LENA, SVEN, Host
from test_main_job import funded_event


class Signatory:
    """Somebody who answers for a library's money."""

    def __init__(self, page):
        self.page = page

    def open_grant(self, title: str) -> None:
        self.page.goto("/workbench")
        self.page.get_by_role("link", name=f"Ansökan om {title}").last.click()
        self.page.get_by_role("link", name="Till bidraget och dess pengar").click()

    def accept(self) -> None:
        self.page.get_by_role("button", name="Godta villkoren").click()
        expect(self.page.get_by_role("heading", name="Bidraget är godtaget")).to_be_visible()

    def confirm_account(self, number: str) -> None:
        self.page.get_by_label("Bankgiro").check()
        self.page.get_by_label("Nummer").fill(number)
        self.page.get_by_role("button", name="Bekräfta kontot").click()


class Finance:
    """Somebody who pays for the region."""

    def __init__(self, page):
        self.page = page

    def open_payment(self, title: str) -> None:
        self.page.goto("/desk")
        self.page.get_by_role("link", name="Utbetalningar").click()
        self.page.get_by_role("link", name=f"Ansökan om {title}").click()

    def attest(self) -> None:
        self.page.get_by_role("button", name="Attestera betalningen").click()
        expect(self.page.get_by_text("Be en kollega att betala")).to_be_visible()

    def pay(self, reference: str) -> None:
        self.page.get_by_label("Bankens referens").fill(reference)
        self.page.get_by_role("button", name="Betalningen är gjord").click()
        expect(self.page.get_by_role("heading", name="Betalningen är bokförd")).to_be_visible()


def test_a_grant_is_accepted_attested_and_paid_by_two_persons(people, watch):
    title = "Pengar som två har sett"
    watch.expect("status of 422")
    funded_event(people, title)
    sven = people(SVEN)
    signatory = Signatory(sven)
    sven.goto("/workbench")
    expect(sven.get_by_role("heading", name="Ett bidrag väntar på att godtas").first).to_be_visible()
    signatory.open_grant(title)
    signatory.accept()
    signatory.confirm_account("123-4567")
    expect(sven.get_by_role("alert")).to_contain_text("kontrollsiffra")
    expect(sven.get_by_label("Nummer")).to_have_value("123-4567")
    signatory.confirm_account("123-4566")
    expect(sven.get_by_text("Bankgiro 123-4566")).to_be_visible()
    finn, frida = people(FINN), people(FRIDA)
    Finance(finn).open_payment(title)
    Finance(finn).attest()
    frida.goto("/desk/payments")
    frida.get_by_role("button", name="Skapa betalfil").click()
    with frida.expect_download() as download:
        frida.get_by_role("link", name=re.compile("Betalfil .* \\(CSV\\)")).first.click()
    assert "123-4566;30000,00" in download.value.path().read_text("utf-8-sig")
    Finance(frida).open_payment(title)
    expect(frida.get_by_text("Betalningen står i betalfil")).to_be_visible()
    Finance(frida).pay("BG 2027-1")
    lena = people(LENA)
    Signatory(lena).open_grant(title)
    expect(lena.get_by_text("Betald", exact=True).first).to_be_visible()


def test_a_breach_is_answered_and_waived(people, watch):
    title = "Avvikelse som regionen godtar"
    watch.expect("status of 409")
    event = funded_event(people, title)
    lena = people(LENA)
    Host(lena).narrow_invitation(event)
    Host(lena).give_reason("Föreläsaren tar bara emot tio personer.")
    lena.goto("/workbench")
    lena.get_by_role("link", name="Svara på avvikelsen").first.click()
    lena.get_by_label("Ert svar").fill("Vi spelar in och delar med alla.")
    lena.get_by_role("button", name="Skicka svaret").click()
    dag = people(DAG)
    dag.goto("/desk")
    breach = dag.get_by_role("listitem").filter(has_text=title)
    breach.get_by_role("link", name="Ta ställning till avvikelsen").click()
    expect(dag.get_by_text("Vi spelar in och delar med alla.")).to_be_visible()
    dag.get_by_label("Efterskänk").check()
    dag.get_by_label("Godtaget belopp").fill("30 000")
    dag.get_by_label("Skäl").fill("Alla får del av inspelningen.")
    dag.get_by_role("button", name="Spara ställningstagandet").click()
    expect(dag.get_by_role("heading", name="Ställningstagandet är sparat")).to_be_visible()
    expect(dag.get_by_text("Utbetalningen är pausad")).to_have_count(0)
