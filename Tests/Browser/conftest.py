"""Fixtures of people's journeys: Debian's Chromium before a running service, with eyes open for what no test asks.

`page` is a browser window of one person; `new_page()` opens another, with cookies of its own, for the next person.
A test fails at its end for every error on the console, break of the content security policy and request to a foreign
host in any of its windows. What a journey provokes on purpose it names: `watch.expect("status of 422")`.
"""

import os
import re
import sys
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import sync_playwright

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from people import log_in  # noqa: E402
from service import ROOT, service  # noqa: E402, F401  (pytest finds the fixture here)

CHROMIUM = "/usr/bin/chromium"
SCREENSHOTS = ROOT / ".local/screenshots"

# Some breaks of the policy are silent on the console, those of a report-only policy among them.
TELL_POLICY_BREAKS = """
document.addEventListener("securitypolicyviolation", e =>
    console.error(`content security policy: ${e.violatedDirective} refused ${e.blockedURI}`))
"""


class Watch:
    """What went wrong in the windows of one test, apart from what the test expects."""

    def __init__(self, base_url: str):
        self._host = urlsplit(base_url).netloc
        self._seen = []
        self._expected = []

    def expect(self, part: str) -> None:
        """Names a part of a complaint that must come, such as the console's note of a refused request."""
        self._expected.append(part)

    def attach(self, context) -> None:
        context.add_init_script(TELL_POLICY_BREAKS)
        context.on("console", lambda message: message.type == "error" and self._add(f"console: {message.text}"))
        context.on("weberror", lambda error: self._add(f"script: {error.error}"))
        context.on("request", self._look_at)

    def complaints(self) -> list[str]:
        unexpected = [seen for seen in self._seen if not any(part in seen for part in self._expected)]
        missing = [part for part in self._expected if not any(part in seen for seen in self._seen)]
        return unexpected + [f"expected but never seen: {part}" for part in missing]

    def _look_at(self, request) -> None:
        address = urlsplit(request.url)
        if address.scheme not in ("data", "blob", "about") and address.netloc != self._host:
            self._add(f"request to a foreign host: {request.url}")

    def _add(self, complaint: str) -> None:
        self._seen.append(complaint)


@pytest.fixture(scope="session")
def browser():
    """Debian's Chromium, which resolves no name: a page that asks for one fails and is told of."""
    arguments = ["--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"]
    if os.geteuid() == 0:
        arguments.append("--no-sandbox")  # Chromium's sandbox refuses to work for root
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=arguments)
        yield chromium
        chromium.close()


@pytest.fixture
def watch(service):  # noqa: F811
    return Watch(service.base_url)


@pytest.fixture
def new_page(request, browser, service, watch):  # noqa: F811
    """Opens windows, each with cookies of its own; further words are Playwright's for a context (locale, viewport)."""
    pages = []

    def open_page(**options):
        settings = {"base_url": service.base_url, "locale": "sv-SE", "timezone_id": "Europe/Stockholm"} | options
        context = browser.new_context(**settings)
        context.set_default_timeout(10_000)
        watch.attach(context)
        pages.append(context.new_page())
        return pages[-1]

    yield open_page
    complaints = watch.complaints()
    if complaints or not request.node.stash.get(PASSED, False):
        take_screenshots(request.node.name, pages)
    for page in pages:
        page.context.close()
    if complaints:
        pytest.fail("while the test ran:\n" + "\n".join(complaints), pytrace=False)


@pytest.fixture
def page(new_page):
    return new_page()


@pytest.fixture
def people(new_page):
    """Opens a window for somebody who is logged in; further words are those of `new_page`."""
    def come(name: str, **options):
        page = new_page(**options)
        log_in(page, name)
        return page
    return come


PASSED = pytest.StashKey[bool]()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    report = yield
    if report.when == "call":
        item.stash[PASSED] = report.passed
    return report


def take_screenshots(test: str, pages: list) -> None:
    SCREENSHOTS.mkdir(parents=True, exist_ok=True)
    for number, page in enumerate(pages, start=1):
        if not page.is_closed():
            name = re.sub(r"[^\w-]+", "-", test)
            page.screenshot(path=SCREENSHOTS / f"{name}-{number}.png", full_page=True)
