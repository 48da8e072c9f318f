import HTTPTypes
import TestDatabase
import Testing

@testable import Web

/// A client sends the repair of a finding as it stands in the answer, and the finding is gone.
@Suite struct `A repair sent as it was offered` {
    @Test(arguments: [
        (#"{"audience": ["public"]}"#, "staff_not_named"),
        (
            #"{"registration": {"closesAt": "2027-04-20T10:00:00Z", "othersCloseAt": "2027-04-10T10:00:00Z"}}"#,
            "others_close_earlier"
        ),
        (
            #"{"registration": {"opensAt": null, "closesAt": "2020-04-20T10:00:00Z", "othersCloseAt": null}}"#,
            "registration_has_closed"
        ),
        (
            #"{"registration": {"opensAt": "2027-04-25T10:00:00Z", "closesAt": null, "othersCloseAt": null}}"#,
            "registration_opens_too_late"
        ),
        (#"{"seatPools": [{"audience": "own", "seats": 60}]}"#, "no_seats_for_others"),
        (
            #"{"seatPools": [{"audience": "own", "seats": 57}, {"audience": "any", "seats": 3}]}"#,
            "too_few_seats_for_others"
        ),
        (
            #"{"seatPools": [{"audience": "own", "seats": 50}, {"audience": "any", "seats": 10}]}"#,
            "own_share_too_large"
        ),
    ])
    func `mends it`(_ fault: String, _ reason: String) async throws {
        try await API.with { api in
            let lund = try await LundsCase(api)
            #expect(try await api.change(.patch, "/api/v1/events/\(lund.event)", as: People.lena, fault).status == 200)
            try await mend(reason, of: lund)
        }
    }

    @Test(arguments: [("own", "bound", "nobody_invited"), ("all", "draft", "invitation_is_draft")])
    func `mends an invitation`(_ scope: String, _ state: String, _ reason: String) async throws {
        try await API.with { api in
            let lund = try await LundsCase(api)
            #expect(try await lund.invite(Body.invitation(scope, "draft")).status == 200)
            if state == "bound" { #expect(try await lund.invite(Body.invitation(scope, state)).status == 200) }
            try await mend(reason, of: lund)
        }
    }

    private func mend(_ code: String, of lund: LundsCase) async throws {
        func finding() async throws -> JSONValue? {
            try await lund.rule()["findings"].items.first { $0["code"].text == code }
        }
        let repair = try #require(try await finding())["repair"]
        let method = try #require(repair["method"].text.flatMap { HTTPRequest.Method($0) })
        let sent = try await lund.api.change(
            method, try #require(repair["href"].text), as: People.lena, repair["body"].source)
        #expect(sent.status == 200, "\(sent.text)")
        #expect(try await finding() == nil)
    }
}
