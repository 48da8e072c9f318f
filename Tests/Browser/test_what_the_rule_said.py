"""What the rule said at each moment of a case, and why: read by keyboard and by everybody of the case."""

import re

from playwright.sync_api import expect

from people import AMIRA, SVEN
from test_main_job import funded_event


def test_the_history_of_the_rule_is_read_from_the_case(people):
    title = "Vad regeln sade om detta"
    event = funded_event(people, title)
    amira = people(AMIRA)
    amira.goto(event)
    amira.goto("/desk")
    amira.get_by_role("link", name=f"Ansökan om {title}").first.click()
    amira.get_by_role("link", name="Allt som regeln har sagt i ärendet, och varför").click()
    expect(amira.get_by_role("heading", name="Vad regeln sade")).to_be_visible()
    expect(amira.get_by_role("heading", name=re.compile("Vid beslutet"))).to_be_visible()
    amira.get_by_role("link", name=re.compile("Läs varför: Vid beslutet")).click()
    expect(amira.get_by_role("heading", name="Det som regeln läste")).to_be_visible()
    expect(amira.get_by_role("heading", name=title)).to_be_visible()
    amira.get_by_text("Uppgifterna ordagrant").click()
    expect(amira.get_by_text('"mode":"prospective"')).to_be_visible()
    history = amira.url
    sven = people(SVEN)
    sven.goto(history)
    expect(sven.get_by_role("heading", name="Vid beslutet")).to_be_visible()
