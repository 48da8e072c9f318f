"""A grant that changes: another event takes the place of one; and a grant that is demanded back."""

from playwright.sync_api import expect

from people import DAG, FINN, FRIDA, LENA, SVEN, Host
from test_grant_money import Finance, Signatory
from test_main_job import funded_event


def test_an_event_is_replaced_by_another(people, watch):
    title = "Händelsen som byts ut"
    watch.expect("status of 422")
    funded_event(people, title)
    lena = people(LENA)
    other = Host(lena).draft_event("Händelsen som kom i stället")
    Host(lena).bind_invitation_to_all(other)
    sven = people(SVEN)
    Signatory(sven).open_grant(title)
    Signatory(sven).accept()
    sven.get_by_text("Begär en ändring").click()
    sven.get_by_role("link", name="Byt ut en händelse").click()
    sven.get_by_label("Ny händelse").select_option("Händelsen som kom i stället")
    sven.get_by_role("button", name="Skicka begäran").click()
    expect(sven.get_by_role("alert")).to_contain_text("Skäl")
    expect(sven.get_by_label("Ny händelse").locator("option:checked")).to_have_text("Händelsen som kom i stället")
    sven.get_by_label("Skäl").fill("Lokalen brann.")
    sven.get_by_role("button", name="Skicka begäran").click()
    expect(sven.get_by_text("väntar på beslut")).to_be_visible()
    dag = people(DAG)
    dag.goto(sven.url.split("?")[0])
    dag.get_by_role("link", name="Byt ut en händelse").click()
    expect(dag.get_by_text("Lokalen brann.")).to_be_visible()
    dag.get_by_label("Bifall").check()
    dag.get_by_label("Skäl").fill("Samma syfte, samma inbjudan.")
    dag.get_by_role("button", name="Besluta om ändringen").click()
    expect(dag.get_by_text("Samma syfte, samma inbjudan.")).to_be_visible()
    lena.goto("/?q=Händelsen+som+kom+i+stället")
    expect(lena.get_by_role("link", name="Händelsen som kom i stället").first).to_be_visible()
    sven.reload()
    sven.get_by_role("link", name="Byt ut en händelse").click()
    sven.get_by_role("link", name="BES ").click()
    expect(sven.get_by_role("heading", name="Ändringsbeslut")).to_be_visible()


def test_what_was_paid_is_demanded_back(people, watch):
    title = "Pengar som krävs tillbaka"
    watch.expect("status of 409")
    event = funded_event(people, title)
    sven = people(SVEN)
    Signatory(sven).open_grant(title)
    Signatory(sven).accept()
    Signatory(sven).confirm_account("123-4566")
    finn, frida = people(FINN), people(FRIDA)
    Finance(finn).open_payment(title)
    Finance(finn).attest()
    Finance(frida).open_payment(title)
    Finance(frida).pay("BG 2027-9")
    lena = people(LENA)
    lena.goto(f"{event}/cancellation")
    lena.get_by_label("Orsak").fill("Föreläsaren är sjuk.")
    lena.get_by_role("button").last.click()
    Host(lena).give_reason("Föreläsaren är sjuk.")
    lena.goto("/workbench")
    told = lena.locator(".notice").filter(has_text=title)
    told.get_by_role("link", name="Svara på avvikelsen").first.click()
    lena.get_by_label("Ert svar").fill("Vi hittar ingen ny dag.")
    lena.get_by_role("button", name="Skicka svaret").click()
    dag = people(DAG)
    Signatory(sven).open_grant(title)
    dag.goto(sven.url.split("?")[0])
    dag.get_by_role("link", name="Kräv tillbaka bidraget").click()
    dag.get_by_label("Skäl").fill("Händelsen blev inte av, och inget av beloppet är använt.")
    dag.get_by_role("button", name="Kräv tillbaka bidraget").click()
    expect(dag.get_by_text("30\u00a0000\u00a0kr").first).to_be_visible()
    sven.reload()
    expect(sven.get_by_role("heading", name="Återkrav", exact=True)).to_be_visible()
