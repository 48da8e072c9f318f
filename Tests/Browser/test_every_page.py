"""Every kind of page: no violation of WCAG 2.2 AA that axe finds, light or dark, and nothing wider than 320 pixels."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe

from people import AMIRA, DAG, KARIN, SARA, log_in

WCAG = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
CONTRAST = {"runOnly": ["color-contrast"]}  # the only rule that the scheme of colours has a say in
DESK, PHONE = {"width": 1280, "height": 720}, {"width": 320, "height": 640}


@pytest.mark.parametrize("name", [None, KARIN, SARA, AMIRA, DAG])
def test_is_accessible_and_fits_a_window_of_320_pixels(new_page, name):
    page = new_page(viewport=DESK, bypass_csp=True)  # axe is a script, which our policy would refuse
    if name:
        log_in(page, name)
    faults = []
    for path in every_kind(page, "/", "/about", "/earlier-awards"):
        faults += faults_of(page, path)
    assert not faults, "\n".join(faults)


def every_kind(page, *starts: str):
    """Opens one page of each kind that links lead to, and yields its address while it is open."""
    seen, waiting = set(), list(starts)
    while waiting:
        path = waiting.pop(0)
        kind = re.sub(r"[0-9a-f-]{36}", ":id", path).split("?")[0]
        if kind in seen:
            continue
        seen.add(kind)
        answer = page.goto(path)
        assert answer.status == 200, f"{path} answers {answer.status}"
        for link in page.locator("a[href^='/']").evaluate_all("all => all.map(a => a.getAttribute('href'))"):
            link = link.split("#")[0]
            if not link.endswith((".ics", ".csv", "/pdf", "/content")) and "language=" not in link:
                waiting.append(link)
        yield path


def faults_of(page, path: str) -> list[str]:
    """What is wrong with the open page, in light and dark and at the width of a small phone; it is left as it was."""
    faults = [f"{path}: light: {fault}" for fault in violations(page, WCAG)]
    page.emulate_media(color_scheme="dark")
    faults += [f"{path}: dark: {fault}" for fault in violations(page, CONTRAST)]
    page.emulate_media(color_scheme="light")
    page.set_viewport_size(PHONE)
    width = page.evaluate("document.documentElement.scrollWidth")
    page.set_viewport_size(DESK)
    return faults + ([f"{path}: is {width} pixels wide on a phone"] if width > PHONE["width"] else [])


def violations(page, options: dict) -> list[str]:
    found = Axe().run(page, options=options).response["violations"]
    return [f"{violation['id']}: {[node['html'][:160] for node in violation['nodes'][:3]]}" for violation in found]
