"""The main job over HTTP: each answer is as documented, each refusal says what would mend it."""

import json
import urllib.request
from datetime import datetime, timedelta, timezone

import pytest

from client import Client

ADDRESSES = {
    "karin": "karin@klippan.example", "lena": "lena@lund.example", "sven": "sven@lund.example",
    "amira": "amira@region.example", "dag": "dag@region.example", "pontus": "pontus@perstorp.example",
}


@pytest.fixture(scope="module")
def document(service):
    with urllib.request.urlopen(f"{service.base_url}/api/v1/openapi.json", timeout=10) as answer:
        return json.load(answer)


@pytest.fixture(scope="module")
def people(service, document):
    return {
        name: Client(service.base_url, document, service.token(address)) for name, address in ADDRESSES.items()
    } | {"nobody": Client(service.base_url, document)}


def money(kronor):
    return {"amount": f"{kronor}.00", "currency": "SEK"}


def instant(days):
    return (datetime.now(timezone.utc) + timedelta(days=days)).strftime("%Y-%m-%dT%H:00:00Z")


def library(person, code):
    return person.get(f"/api/v1/libraries?municipalityCode={code}&kind=public")["items"][0]


def draft_case(people):
    """Lund's draft of an event and of an application for it."""
    lund = library(people["lena"], "1281")["id"]
    event = people["lena"].post("/api/v1/events", {
        "title": "AI i bibliotekets vardag", "kind": "lecture", "hostLibraryId": lund, "startsAt": instant(90),
        "endsAt": instant(91), "attendance": "onsite",
        "venue": {"name": "Stadsbiblioteket", "municipalityCode": "1281"},
        "audience": ["staff"], "capacity": 60})
    assert event.status == 201
    call = people["amira"].post("/api/v1/calls", {
        "title": "Kompetensutveckling", "opensAt": instant(-1), "closesAt": instant(30), "budget": money(600000),
        "maximumAmount": money(60000)})
    assert call.status == 201
    assert people["amira"].post(f"/api/v1/calls/{call['id']}/publication")["status"] == "open"
    application = people["lena"].post("/api/v1/grant-applications", {
        "callId": call["id"], "libraryId": lund, "title": "AI för alla", "purpose": "Att lära av varandra.",
        "events": [{"eventId": event["id"], "costShare": money(30000)}],
        "budget": [{"kind": "fee", "amount": money(30000)}], "requestedAmount": money(30000)})
    assert application.status == 201
    return lund, f"/api/v1/events/{event['id']}", application.headers["Location"]


def test_a_forgotten_library_is_named_mended_and_the_grant_publishes_the_invitation(people):
    lund, event, application = draft_case(people)
    perstorp = library(people["lena"], "1275")["id"]
    others = [
        item["id"] for item in people["lena"].get("/api/v1/libraries?kind=public&limit=100")["items"]
        if item["id"] not in (lund, perstorp)]
    invited = people["lena"].change(
        "PUT", f"{event}/invitation", {"scope": "list", "state": "bound", "invitees": others})
    assert invited.status == 200
    submitted = people["sven"].post(f"{application}/submission", {"attested": True})
    assert submitted["registryNumber"]
    assert people["amira"].post(f"{application}/handling")["state"] == "in-review"

    proposal = {"outcome": "approve", "amount": money(30000), "reasons": "Angeläget."}
    refused = people["amira"].post(f"{application}/recommendation", proposal)
    assert refused.status == 422
    finding = next(item for item in refused["findings"] if item["predicate"] == "P2")
    assert finding["libraries"] == [perstorp]
    repair = finding["repair"]
    assert people["lena"].change(repair["method"], repair["href"], repair["body"]).status == 200
    assert people["lena"].get(f"{application}/rule")["verdict"] == "holds"
    assert people["amira"].post(f"{application}/recommendation", proposal).status == 200

    assert people["nobody"].get(event).status == 404
    approved = people["dag"].decide(application, "approval", {"amount": money(30000), "reasons": "Enligt förslaget."})
    assert approved["state"] == "approved"
    published = people["nobody"].get(event)
    assert published["status"] == "published"
    assert published["invitation"]["state"] == "published"
    narrowing_is_noticed(people, event, application)


def narrowing_is_noticed(people, event, application):
    narrower = {"scope": "own", "state": "published"}
    refused = people["lena"].change("PUT", f"{event}/invitation", narrower)
    assert refused.status == 409
    assert refused["findings"]
    grants = f"/api/v1/grants?applicationId={application.split('/')[-1]}"
    assert refused["grants"] == [people["sven"].get(grants)["items"][0]["id"]]
    deviation = people["lena"].post(
        f"{event}/deviations", {"reason": "Lokalen är för liten.", "change": {"invitation": narrower}})
    assert deviation.status == 201
    assert people["amira"].get(deviation.headers["Location"])["kind"] == "invitation"
    grant = people["dag"].get(grants)["items"][0]
    assert grant["paymentHold"] is True
    assert [condition["state"] for condition in grant["conditions"]] == ["breached"]


def test_what_one_may_not_see_looks_missing(people):
    _, event, application = draft_case(people)
    for person in ("pontus", "karin", "amira"):
        assert people[person].get(application).status == 404
    assert people["pontus"].get(event).status == 404
    assert people["nobody"].get(application).status == 401


@pytest.mark.parametrize("path", [
    "api-info", "municipalities", "libraries", "events", "calls", "events?from=2019-01-01&kind=lecture&limit=100",
    "events?q=l%C3%A4sning&online=true"])
def test_what_everybody_may_read_is_as_documented(people, path):
    assert people["nobody"].get(f"/api/v1/{path}").status == 200


@pytest.mark.parametrize("path", ["me", "grant-applications", "grants", "events?hosted=mine"])
@pytest.mark.parametrize("name", ["karin", "amira", "dag"])
def test_what_people_may_read_is_as_documented(people, name, path):
    assert people[name].get(f"/api/v1/{path}").status == 200


def test_seeded_things_are_as_documented(people):
    for name, kind in [("nobody", "events"), ("nobody", "calls"), ("amira", "grant-applications"), ("amira", "grants")]:
        items = people[name].get(f"/api/v1/{kind}?limit=100")["items"]
        assert items
        for item in items[:20]:
            assert people[name].get(f"/api/v1/{kind}/{item['id']}").status == 200
            if kind == "grant-applications":
                assert people[name].get(f"/api/v1/{kind}/{item['id']}/rule").status == 200
                assert people[name].get(f"/api/v1/{kind}/{item['id']}/case-events").status == 200
