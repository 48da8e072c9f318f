"""A call with a question that follows from another: how the region asks it, how a library answers, and next
year's copy."""

from datetime import date, timedelta

from playwright.sync_api import expect

from people import AMIRA, KARIN

OPENS, CLOSES = date.today() - timedelta(days=1), date.today() + timedelta(days=90)


class CallMaker:
    """Somebody of the region who makes calls."""

    def __init__(self, page):
        self.page = page

    def draft(self, title: str) -> str:
        """Writes a call with a track and gives its address."""
        page = self.page
        page.goto("/calls")
        page.get_by_role("link", name="Ny utlysning").click()
        page.get_by_label("Titel", exact=True).fill(title)
        page.get_by_label("Öppnar, dag", exact=True).fill(OPENS.isoformat())
        page.get_by_label("Öppnar, klockan", exact=True).fill("08:00")
        page.get_by_label("Sista ansökningsdag", exact=True).fill(CLOSES.isoformat())
        page.get_by_label("Sista ansökningsdag, klockan", exact=True).fill("12:00")
        page.get_by_label("Budget", exact=True).fill("100 000")
        page.get_by_role("button", name="Lägg till en inriktning").click()
        page.get_by_label("Inriktning 1, namn", exact=True).fill("Lärandespåret")
        page.get_by_label("Inriktning 1, pengar", exact=True).fill("60 000")
        page.get_by_label("Redovisning (på svenska)", exact=True).fill("Redovisa inom sex veckor.")
        page.get_by_role("button", name="Spara utkast").last.click()
        page.get_by_role("heading", name=title).wait_for()
        return page.url.split("?")[0]

    def ask(self, call: str, question: str, kind: str, only_if: str | None = None, required: bool = False) -> None:
        page = self.page
        page.goto(f"{call}/questions/new")
        page.get_by_label("Slag av fråga").select_option(kind)
        page.get_by_label("Frågan på svenska").fill(question)
        if required:
            page.get_by_label("Måste besvaras").check()
        if only_if:
            options = page.get_by_label("När frågan ställs")
            options.select_option(options.locator("option", has_text=only_if).get_attribute("value"))
        page.get_by_role("button", name="Spara frågan").click()
        page.get_by_role("heading", name=question).wait_for()

    def publish(self, call: str) -> None:
        self.page.goto(call)
        self.page.get_by_role("link", name="Publicera utlysningen").click()
        self.page.get_by_role("button", name="Publicera utlysningen").click()
        self.page.get_by_role("heading", name="Publicerat").wait_for()


def test_a_question_follows_from_the_answer_to_another(people):
    amira, karin = people(AMIRA), people(KARIN)
    maker = CallMaker(amira)
    call = maker.draft("Utlysning som frågar vidare")
    maker.ask(call, "Spelas något in?", "Ja eller nej", required=True)
    maker.ask(call, "Var läggs inspelningen ut?", "Text på en rad", only_if="”Spelas något in?” är ”Ja”", required=True)
    maker.publish(call)

    karin.goto(call)
    expect(karin.get_by_role("heading", name="Redovisning")).to_be_visible()
    expect(karin.get_by_role("heading", name="Hur bedöms ansökan?")).to_have_count(0)
    expect(karin.get_by_role("heading", name="Bidragsregeln")).to_be_visible()
    karin.get_by_role("link", name="Ansök").click()
    karin.get_by_label("Titel").fill("Ansökan med följdfråga")
    karin.get_by_label("Inriktning").select_option("Lärandespåret")
    karin.get_by_role("button", name="Spara och fortsätt").click()
    karin.get_by_role("heading", level=1, name="Behov och syfte").wait_for()
    questions = karin.url.split("/edit")[0] + "/edit/questions"
    karin.goto(questions)
    following = karin.get_by_label("Var läggs inspelningen ut?")
    expect(following).to_have_count(0)
    karin.get_by_role("radiogroup", name="Spelas något in?").get_by_label("Ja", exact=True).check()
    karin.get_by_role("button", name="Visa följdfrågor").click()
    expect(following).to_be_visible()
    following.fill("På regionens webb")
    karin.get_by_role("button", name="Spara utkast").last.click()
    expect(karin.get_by_role("heading", name="Utkastet är sparat")).to_be_visible()
    # What was typed in a question that is hidden again is still there when it comes back.
    answers = karin.get_by_role("radiogroup", name="Spelas något in?")
    answers.get_by_label("Nej", exact=True).check()
    karin.get_by_role("button", name="Spara utkast").last.click()
    expect(following).to_have_count(0)
    karin.get_by_role("link", name="Läs igenom och skicka in").click()
    expect(karin.get_by_text("På regionens webb")).to_have_count(0)
    karin.goto(questions)
    answers.get_by_label("Ja", exact=True).check()
    karin.get_by_role("button", name="Visa följdfrågor").click()
    expect(following).to_have_value("På regionens webb")


def test_last_years_call_is_copied_to_the_next(people):
    amira = people(AMIRA)
    call = CallMaker(amira).draft("Utlysning som kommer igen")
    amira.goto(call)
    amira.get_by_role("button", name="Kopiera till nästa år").click()
    expect(amira.get_by_role("heading", name="Ändra utkastet")).to_be_visible()
    expect(amira.get_by_label("Titel", exact=True)).to_have_value("Utlysning som kommer igen")
    next_year = amira.get_by_label("Sista ansökningsdag", exact=True).input_value()
    assert next_year[:4] == str(CLOSES.year + 1)
    expect(amira.get_by_label("Inriktning 1, pengar", exact=True)).to_have_value("60000")
    assert amira.url.split("/edit")[0] != call
    amira.goto("/desk/budgets")
    expect(amira.get_by_role("heading", name="Utlysning som kommer igen")).to_have_count(2)
