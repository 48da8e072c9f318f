"""What somebody has typed survives being logged out, and a form that is sent twice does its work once."""

from urllib.parse import quote

from playwright.sync_api import expect

from people import IN_60_DAYS, KARIN, log_in


def fill_in(page, title: str) -> None:
    page.goto("/events/new")
    page.get_by_label("Titel").fill(title)
    page.get_by_label("Beskrivning").fill("Det här tog lång tid att skriva.\n\nOch har <två> stycken & mer.")
    page.get_by_role("checkbox", name="Ledarskap").check()
    page.get_by_role("checkbox", name="Demokrati").check()
    page.get_by_label("Börjar, dag").fill(IN_60_DAYS)
    page.get_by_label("Börjar, klockan").fill("09:30")
    page.get_by_label("Slutar, dag").fill(IN_60_DAYS)
    page.get_by_label("Slutar, klockan").fill("15:30")
    page.get_by_label("Plats", exact=True).fill("Stadsbiblioteket")


def count(service, title: str) -> int:
    return int(service.sql(f"SELECT count(*) FROM events WHERE title = '{title}'"))


def test_a_form_comes_back_after_logging_in_again(people, watch, service):
    watch.expect("status of 401")
    title = "Skrivet innan sessionen gick ut"
    page = people(KARIN)
    fill_in(page, title)
    other = page.context.new_page()
    other.goto("/workbench")
    other.get_by_role("button", name="Logga ut").click()
    page.get_by_role("button", name="Spara utkast").click()
    expect(page.get_by_role("heading", name="Det du skrev finns kvar")).to_be_visible()
    expect(page.get_by_text("Det här tog lång tid att skriva.")).to_be_visible()
    assert count(service, title) == 0
    with page.context.expect_page() as opened:
        page.get_by_role("link", name="Logga in i ett nytt fönster").click()
    log_in(opened.value, KARIN)
    page.get_by_role("button", name="Skicka igen").click()
    # The form was given back to nobody and bears no proof of the new session, so it asks once more.
    if page.get_by_role("button", name="Skicka igen").count():
        watch.expect("status of 403")
        page.get_by_role("button", name="Skicka igen").click()
    expect(page.get_by_role("heading", name=title)).to_be_visible()
    expect(page.get_by_text("Och har <två> stycken & mer.")).to_be_visible()
    expect(page.get_by_text("Demokrati, Ledarskap")).to_be_visible()
    assert count(service, title) == 1


def test_a_button_that_is_pressed_twice_does_its_work_once(people, service):
    title = "Tryckt två gånger"
    page = people(KARIN)
    fill_in(page, title)
    page.get_by_role("button", name="Spara utkast").dblclick()
    expect(page.get_by_role("heading", name=title)).to_be_visible()
    assert count(service, title) == 1


def test_a_form_that_is_sent_twice_leads_to_the_same_thing(people, service):
    title = "Skickat två gånger"
    page = people(KARIN)
    fill_in(page, title)
    sent = page.locator("main form").evaluate("form => [...new URLSearchParams(new FormData(form))]")
    body = "&".join(f"{quote(name)}={quote(value)}" for name, value in sent)

    def post(body: str):
        return page.request.post(
            "/events/new", data=body, headers={"Content-Type": "application/x-www-form-urlencoded"}, max_redirects=0)

    first, second = post(body), post(body)
    assert first.status == second.status == 303
    # What follows says when it was done.
    assert first.headers["location"].split("?")[0] == second.headers["location"].split("?")[0]
    assert count(service, title) == 1
    # The same proof on other words is no repetition, and is refused.
    other = post(body.replace(quote(title), quote("Andra ord")))
    assert other.status == 422
    assert count(service, "Andra ord") == 0
    # A form that is opened anew is another one.
    fill_in(page, title)
    page.get_by_role("button", name="Spara utkast").click()
    expect(page.get_by_role("heading", name=title)).to_be_visible()
    assert count(service, title) == 2
