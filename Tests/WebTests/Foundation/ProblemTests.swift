import Domain
import HTTPTypes
import Testing

@testable import Web

@Suite struct Repairs {
    static let event = Event.ID()
    static let library = Library.ID()
    static let list = Invitation(scope: .list, state: .draft, libraries: [library], branches: [], publishedAt: nil)
    static let window = RegistrationWindow(
        opensAt: Instant(microseconds: 0), closesAt: Instant(microseconds: 1_000_000),
        othersCloseAt: Instant(microseconds: 500_000))
    static let repairs: [Finding.Repair] = [
        .inviteAllOthers(event, state: .bound), .bindInvitation(event, list), .publishInvitation(event, list),
        .publishEvent(event), .nameStaff(event, audience: [.staff, .public]),
        .closeRegistrationTogether(event, window),
        .openRegistration(event, RegistrationWindow(opensAt: window.opensAt)),
        .openSeats(event, Seats(capacity: 60, own: 60, others: 0, any: 0)),
    ]

    func body(_ repair: Finding.Repair) -> String {
        var json = JSONWriter()
        let finding = Finding(.other, .core, .fails, event: Self.event, reason: .holds, repair: repair)
        json.write(finding, Phrases(.english))
        return String(json.text.split(separator: "\"repair\":").last ?? "")
    }

    @Test func `every repair is one command of the API`() {
        let path = "/api/v1/events/\(Self.event)"
        let expected = [
            #""PUT","href":"\#(path)/invitation","body":{"scope":"all","state":"bound"}}}"#,
            #""PUT","href":"\#(path)/invitation","body":{"scope":"list","invitees":["\#(Self.library)"],"state":"bound"}}}"#,
            #""PUT","href":"\#(path)/invitation","body":{"scope":"list","invitees":["\#(Self.library)"],"state":"published"}}}"#,
            #""POST","href":"\#(path)/publication","body":{}}}"#,
            #""PATCH","href":"\#(path)","body":{"audience":["staff","public"]}}}"#,
            #""PATCH","href":"\#(path)","body":{"registration":{"opensAt":"1970-01-01T00:00:00Z","closesAt":"1970-01-01T00:00:01Z","othersCloseAt":null}}}}"#,
            #""PATCH","href":"\#(path)","body":{"registration":{"opensAt":"1970-01-01T00:00:00Z","closesAt":null,"othersCloseAt":null}}}}"#,
            #""PATCH","href":"\#(path)","body":{"seatPools":[{"audience":"any","seats":60}]}}}"#,
        ]
        for (repair, end) in zip(Self.repairs, expected) {
            #expect(body(repair).hasSuffix(#""method":"# + end))
        }
    }
}

@Suite struct `Refusals over HTTP` {
    @Test func `a change that was refused for the sake of a grant is the host's to mend`() {
        let finding = Finding(.other, .core, .fails, event: Event.ID(), reason: .eventIsCancelled, repair: nil)
        #expect(Problem(.wouldBreach(findings: [finding], grants: [])).mender(of: finding) == .host)
        #expect(Problem(.broken(.fundedEventInvitesRegion, findings: [finding])).mender(of: finding) == .signatory)
    }

    @Test(arguments: [
        (Refusal.missing, 404, "missing"), (.notLoggedIn, 401, "not_logged_in"),
        (.notAllowed(.fourEyesDecide), 403, "four_eyes_decide"),
        (.conflict(.callHasNoMoneyLeft), 409, "grants_stay_within_call_budget"),
        (.conflict(.keyIsUsed), 422, "idempotency_key_is_used"), (.stale, 412, "stale"),
        (.versionNeeded, 428, "version_needed"), (.invalid("a", .isMissing), 422, "invalid"),
        (.broken(.fundedEventInvitesRegion, findings: []), 422, "funded_event_invites_region"),
        (.wouldBreach(findings: [], grants: []), 409, "would_breach"),
    ])
    func `each has its status and code`(_ refusal: Refusal, _ status: Int, _ code: String) {
        let problem = Problem(refusal)
        #expect(problem.status.code == status)
        #expect(problem.code == code)
    }

    @Test func `who is to wait is told how long`() {
        #expect(Problem(Refusal.conflict(.requestIsRunning)).headers[.retryAfter] == "1")
        #expect(Problem(Refusal.conflict(.somebodyElseIsWorking)).headers[.retryAfter] == "1")
        #expect(Problem(Refusal.conflict(.wrongState)).headers[.retryAfter] == nil)
    }

    @Test func `faults of fields are told in the reader's language under the API's names`() async throws {
        let site = SiteOfTests()
        let answer = try await site.send(
            .post, "/api/v1/things", [.contentType: "application/json", .acceptLanguage: "en"], body: #"{"x":1}"#)
        #expect(answer.status == .unprocessableContent)
        #expect(answer.text.contains(#"{"field":"name","code":"is_missing","message":"Fill this in."}"#))
        #expect(answer.text.contains(#"{"field":"x","code":"is_unknown_field","message":"There is no such field."}"#))
        #expect(
            answer.text.hasPrefix(
                #"{"type":"/problems/invalid","title":"Something needs to be corrected","status":422"#))
    }

    @Test func `a body must be JSON and say so`() async throws {
        let site = SiteOfTests()
        func status(_ type: String, _ body: String) async throws -> Int {
            try await site.send(.post, "/api/v1/things", [.contentType: type], body: body).status.code
        }
        #expect(try await status("text/plain", #"{"name":"a"}"#) == 415)
        #expect(try await status("application/json", "{") == 400)
        #expect(try await status("application/json", "[]") == 400)
        #expect(try await status("application/json; charset=utf-8", #"{"name":"a"}"#) == 201)
        #expect(try await status("application/merge-patch+json", #"{"name":"a"}"#) == 201)
    }

    @Test func `the type of a problem is a page that explains it`() async throws {
        let page = try await SiteOfTests().get("/problems/stale?language=en")
        #expect(page.status == .ok)
        #expect(page.text.contains("Somebody else has made a change meanwhile"))
        #expect(page.headers[.setCookie]?.hasPrefix("language=en; Path=/; SameSite=Lax; HttpOnly") == true)
        #expect(try await SiteOfTests().get("/problems/nonsense").status == .notFound)
    }
}
