import Domain
import HTTPTypes
import TestDatabase
import Testing

@testable import Web

/// The main job by the API alone: draft, invite, apply, be told why not, mend, be granted, deviate.
@Suite struct `Main job by API` {
    @Test func `a forgotten library is named, mended by the repair, and the grant publishes the invitation`()
        async throws
    {
        try await API.with { api in
            let lund = try await LundsCase(api)
            let forgotten = try await api.library("1275")
            try await lund.inviteAll(but: forgotten)
            try await lund.submit()

            let refused = try await lund.command("recommendation", as: People.amira, Body.recommendation)
            #expect(refused.status == 422)
            #expect(refused["code"].text == "funded_event_invites_region")
            let finding = try #require(refused["findings"].items.first { $0["predicate"].text == "P2" })
            #expect(finding["libraries"] == .array([.string(forgotten)]))
            #expect(finding["eventId"].text == lund.event)

            let repair = finding["repair"]
            #expect(repair["method"].text == "PUT")
            let href = try #require(repair["href"].text)
            let mended = try await api.change(.put, href, as: People.lena, repair["body"].source)
            #expect(mended.status == 200)
            #expect(mended["scope"].text == "all")
            #expect(try await lund.rule()["verdict"].text == "holds")

            #expect(try await api.get("/api/v1/events/\(lund.event)").status == 404)
            #expect(try await lund.command("recommendation", as: People.amira, Body.recommendation).status == 200)
            let approved = try await lund.command("approval", as: People.dag, Body.approval)
            #expect(approved.status == 200)
            #expect(approved["state"].text == "approved")
            let event = try await api.get("/api/v1/events/\(lund.event)")
            #expect(event["status"].text == "published")
            #expect(event["invitation"]["state"].text == "published")
            #expect(event["invitesRegion"].truth == true)
        }
    }

    @Test func `an invitation of own branches only is refused at submission`() async throws {
        try await API.with { api in
            let lund = try await LundsCase(api)
            let branches = try await api.get("/api/v1/libraries/\(lund.library)")["branches"].items
            let ids = branches.compactMap { $0["id"].text }
            _ = try await lund.invite(Body.invitation("list", "bound", ids))
            let refused = try await lund.command("submission", as: People.sven, #"{"attested": true}"#)
            #expect(refused.status == 422)
            #expect(refused["findings"].items.contains { $0["code"].text == "only_own_units_invited" })
            #expect(try await lund.state() == "draft")
        }
    }

    @Test func `narrowing after approval is refused with findings, and goes with a deviation that holds the payment`()
        async throws
    {
        try await API.with { api in
            let lund = try await LundsCase(api)
            try await lund.approve()
            let narrower = Body.invitation("own", "published")
            let refused = try await lund.invite(narrower)
            #expect(refused.status == 409)
            #expect(refused["code"].text == "would_breach")
            #expect(!refused["findings"].items.isEmpty)
            let grant = try await lund.grant()
            #expect(refused["grants"] == .array([grant["id"]]))
            #expect(grant["paymentHold"].truth == false)
            #expect(try await api.get("/api/v1/events/\(lund.event)")["invitation"]["scope"].text == "all")

            let deviation = try await api.post(
                "/api/v1/events/\(lund.event)/deviations", as: People.lena,
                #"{"reason": "Lokalen är för liten.", "change": {"invitation": \#(narrower)}}"#)
            #expect(deviation.status == 201)
            let location = try #require(deviation.headers[.location])
            #expect(try await api.get(location, as: People.amira)["reason"].text == "Lokalen är för liten.")
            let held = try await lund.grant()
            #expect(held["paymentHold"].truth == true)
            #expect(held["conditions"][0]["state"].text == "breached")
            #expect(try await api.get("/api/v1/events/\(lund.event)")["invitation"]["scope"].text == "own")
        }
    }

    @Test func `a funded event is cancelled by a deviation, and what breaks nothing needs none`() async throws {
        try await API.with { api in
            let lund = try await LundsCase(api)
            try await lund.approve()
            let address = "/api/v1/events/\(lund.event)"
            #expect(
                try await api.post("\(address)/cancellation", as: People.lena, #"{"reason": "Sjukdom."}"#).status == 409
            )
            let nothing = #"{"reason": "Ny titel.", "change": {"event": {"title": "AI"}}}"#
            let needless = try await api.post("\(address)/deviations", as: People.lena, nothing)
            #expect(needless.status == 409)
            #expect(needless["code"].text == "nothing_to_deviate_from")
            let cancelled = #"{"reason": "Sjukdom.", "change": {"cancellation": {}}}"#
            #expect(try await api.post("\(address)/deviations", as: People.lena, cancelled).status == 201)
            let event = try await api.get(address)
            #expect(event["status"].text == "cancelled")
            #expect(event["cancellation"]["reason"].text == "Sjukdom.")
        }
    }

    @Test func `the applicant sees the recommendation only with the decision, and another library nothing`()
        async throws
    {
        try await API.with { api in
            let lund = try await LundsCase(api)
            try await lund.submit()
            _ = try await lund.command("recommendation", as: People.amira, Body.recommendation)
            #expect(try await api.get(lund.address, as: People.amira)["recommendation"]["outcome"].text == "approve")
            #expect(try await api.get(lund.address, as: People.sven)["recommendation"] == .null)
            #expect(try await api.get(lund.address, as: People.pontus).status == 404)
            #expect(try await api.get("\(lund.address)/rule", as: People.pontus).status == 404)
            _ = try await lund.command("approval", as: People.dag, Body.approval)
            let seen = try await api.get(lund.address, as: People.sven)
            #expect(seen["recommendation"]["outcome"].text == "approve")
            #expect(seen["decision"]["outcome"].text == "approved")
            let history = try await api.get("\(lund.address)/case-events", as: People.sven)
            #expect(
                history["items"].items.compactMap { $0["kind"].text }
                    == ["draft", "submit", "handle", "recommend", "approved"])
        }
    }

    @Test func `who recommended does not decide, and a rejection pays nothing`() async throws {
        try await API.with { api in
            let lund = try await LundsCase(api)
            try await lund.submit()
            let proposal = #"{"outcome": "reject", "reasons": "Medlen räcker inte."}"#
            #expect(try await lund.command("recommendation", as: People.amira, proposal).status == 200)
            #expect(try await lund.command("rejection", as: People.amira, #"{"reasons": "Nej."}"#).status == 403)
            let rejected = try await lund.command("rejection", as: People.dag, #"{"reasons": "Nej."}"#)
            #expect(rejected["state"].text == "rejected")
            #expect(rejected["decision"]["amount"] == .null)
            let again = try await lund.command("approval", as: People.dag, Body.approval)
            #expect(again.status == 409)
            #expect(again["code"].text == "one_decision_per_application")
        }
    }

    @Test func `a received application is withdrawn, and a draft cannot be`() async throws {
        try await API.with { api in
            let lund = try await LundsCase(api)
            #expect(try await lund.command("withdrawal", as: People.sven).status == 409)
            try await lund.submit()
            #expect(try await lund.command("withdrawal", as: People.sven)["state"].text == "withdrawn")
            let event = try await api.get("/api/v1/events/\(lund.event)", as: People.lena)
            #expect(event["invitation"]["state"].text == "draft")
        }
    }

    @Test func `what is turned away on formal ground is dismissed by another than the case officer`() async throws {
        try await API.with { api in
            let lund = try await LundsCase(api)
            try await lund.submit()
            let dismissed = try await lund.command("dismissal", as: People.dag, #"{"ground": "Ej behörig."}"#)
            #expect(dismissed["state"].text == "dismissed")
            #expect(dismissed["decision"]["outcome"].text == "dismissed")
        }
    }
}
