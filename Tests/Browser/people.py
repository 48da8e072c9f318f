"""People at their browsers: what they do, in their words. Pages are found by what a reader sees or hears."""

import re
from datetime import date, timedelta

LENA, SVEN, KARIN, ULF = "Lena Havtorn", "Sven Ljungmo", "Karin Åkervind", "Ulf Tallmark"
SARA = "Sara Sandvret"  # whose library has a grant
AMIRA, ELIAS, DAG = "Amira Solvik", "Elias Norrhage", "Dag Granfors"
FINN, FRIDA = "Finn Asplid", "Frida Myrslätt"
FORGOTTEN = "Perstorp"
IN_60_DAYS = (date.today() + timedelta(days=60)).isoformat()
YESTERDAY = (date.today() - timedelta(days=1)).isoformat()


def log_in(page, name: str) -> None:
    page.goto("/login")
    page.get_by_role("button", name=name).click()
    page.get_by_text(name).first.wait_for()


class Host:
    """Somebody who plans events for a library."""

    def __init__(self, page):
        self.page = page

    def draft_event(self, title: str) -> str:
        """Writes a workshop in sixty days and gives its address."""
        page = self.page
        page.goto("/workbench")
        page.get_by_role("link", name="Ny händelse").click()
        page.get_by_label("Titel").fill(title)
        page.get_by_label("Typ", exact=True).select_option("Workshop")
        page.get_by_label("Sammanfattning").fill("Vi prövar tillsammans.")
        page.get_by_label("Börjar, dag").fill(IN_60_DAYS)
        page.get_by_label("Börjar, klockan").fill("09:30")
        page.get_by_label("Slutar, dag").fill(IN_60_DAYS)
        page.get_by_label("Slutar, klockan").fill("15:30")
        page.get_by_label("Plats", exact=True).fill("Stadsbiblioteket")
        page.get_by_label("Antal platser").fill("40")
        page.get_by_role("button", name="Spara utkast").click()
        page.get_by_role("heading", name=title).wait_for()
        return re.split("[?#]", page.url)[0]

    def ask_to_co_host(self, event: str, library: str) -> None:
        page = self.page
        page.goto(f"{event}/edit")
        page.get_by_text("Medarrangörer").click()
        page.get_by_role("checkbox", name=library).check()
        page.get_by_role("button", name="Spara").click()
        page.get_by_text(f"Tillfrågade som medarrangörer: {library}").wait_for()

    def bind_invitation_to_all_but(self, event: str, forgotten: str) -> None:
        page = self.page
        page.goto(event)
        page.get_by_role("link", name="Ändra inbjudan").click()
        page.get_by_label("Utvalda bibliotek", exact=True).check()
        page.get_by_text("Välj bibliotek").click()
        for box in page.get_by_role("checkbox").all():
            box.check()
        page.get_by_role("checkbox", name=re.compile(forgotten)).uncheck()
        page.get_by_label("När bidrag beviljas").check()
        page.get_by_role("button", name="Spara").click()
        page.get_by_role("heading", name="Inbjudan till andra bibliotek").wait_for()

    def bind_invitation_to_all(self, event: str) -> None:
        page = self.page
        page.goto(f"{event}/invitation")
        page.get_by_label("Alla bibliotek i regionen", exact=True).check()
        page.get_by_label("När bidrag beviljas").check()
        page.get_by_role("button", name="Spara").click()
        page.get_by_role("heading", name="Inbjudan till andra bibliotek").wait_for()

    def bind_invitation(self, event: str) -> None:
        page = self.page
        page.goto(f"{event}/invitation")
        page.get_by_label("Alla bibliotek i regionen").check()
        page.get_by_label("När bidrag beviljas").check()
        page.get_by_role("button", name="Spara").click()
        page.get_by_role("heading", name="Inbjudan till andra bibliotek").wait_for()

    def narrow_invitation(self, event: str) -> None:
        page = self.page
        page.goto(f"{event}/invitation")
        page.get_by_label("Bara egen personal").check()
        page.get_by_role("button", name="Spara").click()

    def give_reason(self, reason: str) -> None:
        self.page.get_by_label("Orsak").fill(reason)
        self.page.get_by_role("button", name="Gör ändringen och anmäl avvikelse").click()


class Applicant:
    """Somebody who writes an application for a library."""

    def __init__(self, page):
        self.page = page

    def write(self, title: str, event_title: str, call: str = "Kompetensutveckling") -> str:
        """Writes a draft for one event and gives the application's address."""
        page = self.page
        page.goto("/calls")
        page.get_by_role("link", name=call, exact=True).click()
        page.get_by_role("link", name="Ansök").click()
        page.get_by_label("Titel").fill(title)
        self.go_on("Behov och syfte")
        page.get_by_label("Syfte och innehåll").fill("Vi vill lära av varandra.")
        self.go_on("Händelser och inbjudan")
        self.choose_event(1, event_title, "30 000")
        self.go_on("Budget och finansiering")
        self.add_cost(1, "Arvode", "30 000")
        page.get_by_label("Sökt belopp").fill("30 000")
        page.get_by_role("button", name="Spara utkast").last.click()
        page.get_by_role("heading", name="Utkastet är sparat").wait_for()
        return page.url.split("/edit")[0]

    def go_on(self, heading: str) -> None:
        """Saves a page of the form and comes to the next one."""
        self.page.get_by_role("button", name="Spara och fortsätt").click()
        self.page.get_by_role("heading", level=1, name=heading).wait_for()

    def choose_event(self, row: int, title: str, share: str) -> None:
        events = self.page.get_by_label(f"Händelse {row}", exact=True)
        events.select_option(events.locator("option", has_text=title).get_attribute("value"))
        self.page.get_by_label(f"Belopp för händelse {row}").fill(share)

    def add_cost(self, row: int, kind: str, amount: str) -> None:
        self.page.get_by_label(f"Kostnad {row}", exact=True).select_option(kind)
        self.page.get_by_label(f"Belopp för kostnad {row}").fill(amount)

    def submit(self, application: str) -> str:
        """Signs and submits, and gives the registry number."""
        page = self.page
        page.goto(application)
        page.get_by_label(re.compile("intygar")).check()
        page.get_by_role("button", name="Skicka in").click()
        page.get_by_role("heading", name="Mottagningsbevis").wait_for()
        return re.search(r"SAM \d{4}/\d{4}", page.content()).group()


class Officer:
    """Somebody at the region's desk."""

    def __init__(self, page):
        self.page = page

    def open_case(self, title: str) -> None:
        self.page.goto("/desk")
        self.page.get_by_role("link", name=title).click()

    def take(self, title: str) -> None:
        self.open_case(title)
        self.page.get_by_role("button", name="Ta ärendet").click()
        self.page.get_by_text("Under handläggning").first.wait_for()

    def take_and_recommend(self, title: str) -> None:
        self.open_case(title)
        self.page.get_by_role("button", name="Ta ärendet").click()
        self.recommend()

    def recommend(self) -> None:
        page = self.page
        page.get_by_label("Bevilja", exact=True).check()
        page.get_by_label("Skäl").fill("Angeläget, och alla är bjudna.")
        page.get_by_role("button", name="Lämna förslaget").click()
        page.get_by_text("Klar för beslut", exact=True).first.wait_for()

    def ask_for_completion(self, part: str, message: str, last_day: str) -> None:
        page = self.page
        page.get_by_text("Begär komplettering").click()
        page.get_by_role("checkbox", name=part).check()
        page.get_by_label("Vad som behövs").fill(message)
        page.get_by_label("Sista dag").fill(last_day)
        page.get_by_role("button", name="Skicka begäran").click()
        page.get_by_role("heading", name="Kompletteringar").wait_for()

    def announce_call_with_criteria(self, title: str) -> None:
        """A call that is open, with one criterion and one review to each application."""
        page = self.page
        page.goto("/calls/new")
        page.get_by_label("Titel").fill(title)
        page.locator("[name='opensAt.date']").fill(YESTERDAY)
        page.locator("[name='opensAt.time']").fill("09:00")
        page.locator("[name='closesAt.date']").fill(IN_60_DAYS)
        page.locator("[name='closesAt.time']").fill("12:00")
        page.locator("[name='budget']").fill("600 000")
        page.get_by_role("button", name="Spara utkast").click()
        page.get_by_role("link", name="Ändra bedömningskriterierna").click()
        page.get_by_label("Antal granskningar som behövs").fill("1")
        page.get_by_label("Kriterium 1 på svenska").fill("Angeläget")
        page.get_by_label("Kriterium 1 på engelska").fill("Needed")
        page.get_by_label("Vikt för kriterium 1").fill("100")
        page.get_by_role("button", name="Spara utkast").click()
        page.get_by_role("link", name="Publicera utlysningen").click()
        page.get_by_role("button", name="Publicera utlysningen").click()
        page.get_by_role("heading", name="Publicerat").wait_for()

    def review(self, title: str, points: str, why: str) -> None:
        page = self.page
        self.open_case(title)
        page.get_by_text("Granska ansökan").first.click()
        page.get_by_label(points, exact=True).check()
        page.get_by_label(re.compile("^Kommentar")).fill(why)
        page.get_by_role("button", name="Granska ansökan").click()

    def approve(self, title: str) -> None:
        page = self.page
        self.open_case(title)
        page.get_by_role("link", name="Besluta").click()
        page.get_by_label("Skäl").fill("Enligt förslaget.")
        page.get_by_role("button", name="Fatta beslutet").click()
        page.get_by_text("Regionen beviljar").wait_for()
