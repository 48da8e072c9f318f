"""A decision's letter, the notice board, and what is done when the decision was wrong."""

import re

from playwright.sync_api import expect

from people import AMIRA, DAG, SVEN
from test_main_job import funded_event


def open_case(page, title: str) -> None:
    page.goto("/desk")
    page.get_by_role("link", name=f"Ansökan om {title}").first.click()


def test_a_decision_is_read_posted_corrected_and_reopened(people, page):
    title = "Beslut som berättas"
    funded_event(people, title)
    sven, amira, dag = people(SVEN), people(AMIRA), people(DAG)
    sven.goto("/workbench")
    sven.get_by_role("link", name=f"Ansökan om {title}", exact=True).first.click()
    letter = sven.get_by_role("link", name=re.compile("Beslut BES"))
    number = letter.inner_text().removeprefix("Beslut ")
    letter.click()
    expect(sven.get_by_role("heading", name=f"Beslut {number}")).to_be_visible()
    expect(sven.get_by_role("heading", name="Återkravsförbehåll")).to_be_visible()
    expect(sven.get_by_text("13 kap. kommunallagen")).to_be_visible()

    open_case(amira, title)
    amira.get_by_role("button", name="Anslå nu").click()
    expect(amira.get_by_text("Laga kraft")).to_be_visible()
    page.goto("/")
    page.get_by_role("link", name="Anslagstavla").click()
    posted = page.get_by_role("listitem").filter(has_text=number)
    expect(posted.get_by_text("Sista dag att överklaga")).to_be_visible()

    open_case(dag, title)
    dag.get_by_text("Rätta ett skrivfel").click()
    dag.get_by_label("Vad som rättas").fill("Datumet i skälen ska vara ett annat.")
    dag.get_by_role("button", name="Rätta beslutet").click()
    expect(dag.get_by_role("link", name=re.compile("Rättelse BES"))).to_be_visible()

    dag.get_by_text("Ompröva beslutet").click()
    dag.get_by_label("Hänvisning").fill("Mål 123-27")
    dag.get_by_label("Skäl").fill("Förvaltningsrätten har upphävt beslutet.")
    dag.get_by_role("button", name="Ompröva", exact=True).click()
    expect(dag.get_by_role("link", name=re.compile("Omprövning BES"))).to_be_visible()
    expect(dag.get_by_text("Handläggaren bereder ärendet.")).to_be_visible()
