"""Every kind of page: no violation of WCAG 2.2 AA that axe finds, and nothing wider than a window of 320 pixels."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe

from people import AMIRA, DAG, KARIN, SARA, log_in

WCAG = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


def addresses(page, *starts: str) -> list[str]:
    """One address of each kind that links lead to."""
    found, waiting = {}, list(starts)
    while waiting:
        path = waiting.pop(0)
        kind = re.sub(r"[0-9a-f-]{36}", ":id", path).split("?")[0]
        if kind in found:
            continue
        answer = page.goto(path)
        found[kind] = path
        assert answer.status == 200, f"{path} answers {answer.status}"
        for link in page.locator("a[href^='/']").evaluate_all("all => all.map(a => a.getAttribute('href'))"):
            link = link.split("#")[0]
            if not link.endswith((".ics", "/content")) and "language=" not in link:
                waiting.append(link)
    return list(found.values())


@pytest.mark.parametrize("name", [None, KARIN, SARA, AMIRA, DAG])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_is_accessible(new_page, watch, name, scheme):
    page = new_page(color_scheme=scheme, bypass_csp=True)  # axe is a script, which our policy would refuse
    if name:
        log_in(page, name)
    faults = []
    for path in addresses(page, "/", "/about", "/earlier-awards"):
        page.goto(path)
        for violation in Axe().run(page, options=WCAG).response["violations"]:
            nodes = [node["html"][:160] for node in violation["nodes"][:3]]
            faults.append(f"{path}: {violation['id']}: {nodes}")
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("name", [None, KARIN, SARA, AMIRA, DAG])
def test_fits_a_window_of_320_pixels(new_page, name):
    page = new_page(viewport={"width": 320, "height": 640})
    if name:
        log_in(page, name)
    wide = []
    for path in addresses(page, "/", "/about", "/earlier-awards"):
        page.goto(path)
        if page.evaluate("document.documentElement.scrollWidth") > 320:
            wide.append(path)
    assert not wide
