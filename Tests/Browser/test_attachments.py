"""Files and co-applicants of an application: a wrong file costs nobody their words, and what is sent is what
was received."""

import hashlib
import re

from playwright.sync_api import expect

from people import KARIN, LENA, SVEN, ULF, Applicant, Host

KLIPPAN = "Biblioteken i Klippans kommun"
PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"


def attach(page, name: str, content: bytes, description: str) -> None:
    file = {"name": name, "mimeType": "application/pdf", "buffer": content}
    page.get_by_label("Fil", exact=True).set_input_files(file)
    page.get_by_label("Beskrivning").fill(description)
    page.get_by_role("button", name="Lägg till filen").click()


def test_a_file_is_refused_by_its_content_and_received_by_its_hash(people, watch):
    watch.expect("status of 422")
    karin = people(KARIN)
    event = Host(karin).draft_event("Händelse med bilaga")
    Host(karin).bind_invitation(event)
    application = Applicant(karin).write("Ansökan med bilaga", "Händelse med bilaga")
    karin.goto(application)
    karin.get_by_role("link", name=re.compile("^Bilagor")).click()
    attach(karin, "Program.pdf", b"MZ\x00\x01 no pdf", "Dagens program")
    expect(karin.get_by_role("alert")).to_contain_text("inte av ett slag som tas emot")
    expect(karin.get_by_label("Beskrivning")).to_have_value("Dagens program")
    attach(karin, "Program.pdf", PDF, "Dagens program")
    expect(karin.get_by_role("row").filter(has_text="Dagens program")).to_contain_text("Inte kontrollerad")
    with karin.expect_download() as download:
        karin.get_by_role("link", name="Program.pdf").click()
    assert download.value.suggested_filename == "Program.pdf"
    with open(download.value.path(), "rb") as file:
        assert file.read() == PDF
    ulf = people(ULF)
    number = Applicant(ulf).submit(application)
    expect(ulf.get_by_text(number)).to_be_visible()
    ulf.get_by_role("link", name="Läs eller skriv ut").click()
    expect(ulf.get_by_text(hashlib.sha256(PDF).hexdigest())).to_be_visible()
    karin.goto(f"{application}/attachments")
    expect(karin.get_by_role("button", name="Lägg till filen")).to_have_count(0)
    expect(karin.get_by_text("går inte att ändra")).to_be_visible()


def test_a_co_applicant_confirms_before_it_is_submitted(people, watch):
    watch.expect("status of 422")
    karin, sven = people(KARIN), people(SVEN)
    event = Host(karin).draft_event("Händelse med medsökande")
    Host(karin).bind_invitation(event)
    application = Applicant(karin).write("Ansökan med medsökande", "Händelse med medsökande")
    assert sven.goto(application).status == 404
    watch.expect("status of 404")
    karin.goto(f"{application}/partners")
    library = karin.get_by_label("Bibliotek 1", exact=True)
    lund = library.locator("option", has_text="Lund").first
    name = lund.inner_text()
    library.select_option(lund.get_attribute("value"))
    karin.get_by_label("Vad bibliotek 1 gör").fill("Står för lokalen.")
    karin.get_by_role("button", name="Spara").last.click()
    expect(karin.get_by_text("Inte bekräftat")).to_be_visible()
    ulf = people(ULF)
    ulf.goto(application)
    ulf.get_by_label(re.compile("intygar")).check()
    ulf.get_by_role("button", name="Skicka in").click()
    expect(ulf.get_by_role("alert")).to_contain_text("medsökande har inte bekräftat")
    sven.goto(f"{application}/partners")
    sven.get_by_role("button", name=f"Bekräfta för {name}").click()
    expect(sven.get_by_text("Ni är medsökande")).to_be_visible()
    Applicant(ulf).submit(application)
