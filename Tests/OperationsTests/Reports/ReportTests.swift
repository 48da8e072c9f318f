import Domain
import Operations
import Postgres
import Store
import TestDatabase
import Testing

@Suite struct `To report a grant` {
    @Test func `keeps what was sent with what the service knows, for good`() async throws {
        try await withScene { scene in
            let ended = try await scene.endedCase()
            try await scene.sendReport(scene.report(of: ended.case.event), of: ended.grant)
            #expect(try await scene.grant(ended.grant).state == .reported)
            let sent = try #require(try await scene.database.reports(of: ended.grant).first)
            #expect(sent.number == 1)
            #expect(sent.report == (try scene.report(of: ended.case.event)))
            #expect(sent.facts.first?.invited.count == 32)
            #expect(sent.facts.first?.loggedAt != nil)
            #expect(sent.hash.count == 32)
            #expect(try await scene.database.outbox(limit: 1).map(\.topic) == ["report-received"])
            #expect(try await scene.database.caseEvents(of: ended.case.application).last?.kind == "report")
            #expect(try await scene.operations.sweepInvariants().isEmpty)
        }
    }

    @Test func `waits for the last event to end`() async throws {
        try await withScene { scene in
            let accepted = try await scene.acceptedCase()
            let report = try scene.report(of: accepted.case.event)
            _ = try await scene.operations.saveReport(report, of: accepted.grant.id, by: scene.karin)
            await #expect(throws: Refusal.conflict(.eventsHaveNotEnded)) {
                try await scene.operations.submitReport(of: accepted.grant.id, attested: true, by: scene.ulf)
            }
            #expect(try await scene.grant(accepted.grant.id).state == .active)
            #expect(try await scene.database.reports(of: accepted.grant.id).isEmpty)
        }
    }

    @Test func `is for a signatory, who attests it, of the version that was read`() async throws {
        try await withScene { scene in
            let ended = try await scene.endedCase()
            let id = ended.grant
            await #expect(throws: Refusal.conflict(.reportDraftIsMissing)) {
                try await scene.operations.submitReport(of: id, attested: true, by: scene.ulf)
            }
            let report = try scene.report(of: ended.case.event)
            #expect(try await scene.operations.saveReport(report, of: id, by: scene.karin, expecting: 0) == 1)
            await #expect(throws: Refusal.stale) {
                try await scene.operations.saveReport(report, of: id, by: scene.ulf, expecting: 0)
            }
            for person in [scene.karin, scene.amira] {
                await #expect(throws: Refusal.notAllowed(.roleIsMissing)) {
                    try await scene.operations.submitReport(of: id, attested: true, by: person)
                }
            }
            await #expect(throws: Refusal.notAllowed(.roleIsMissing)) {
                try await scene.operations.saveReport(report, of: id, by: scene.amira)
            }
            await #expect(throws: Refusal.missing) {
                try await scene.operations.saveReport(report, of: id, by: scene.lena)
            }
            await #expect(throws: Refusal.invalid("attested", .isNotAttested)) {
                try await scene.operations.submitReport(of: id, attested: false, by: scene.ulf)
            }
            await #expect(throws: Refusal.stale) {
                try await scene.operations.submitReport(of: id, attested: true, by: scene.ulf, expecting: 9)
            }
            _ = try await scene.operations.submitReport(of: id, attested: true, by: scene.ulf, expecting: 1)
            await #expect(throws: Refusal.conflict(.wrongState)) {
                try await scene.operations.submitReport(of: id, attested: true, by: scene.ulf)
            }
            await #expect(throws: Refusal.conflict(.wrongState)) {
                try await scene.operations.saveReport(report, of: id, by: scene.karin)
            }
        }
    }

    @Test func `is refused where it does not show the outcome, and where it does not add up`() async throws {
        try await withScene { scene in
            let ended = try await scene.endedCase()
            var report = try scene.report(of: ended.case.event)
            report.events[0].guests = []
            report.events[0].refused = nil
            let told = report
            let refused = try await refusal { try await scene.sendReport(told, of: ended.grant) }
            #expect(refused.reasons == [.registeredAreNotTold, .refusedAreNotTold, .attendedAreNotTold])
            var wrong = try scene.report(of: ended.case.event)
            wrong.total = .kronor(1)
            let unbalanced = wrong
            await #expect(throws: Refusal.invalid("total", .doesNotAddUp(to: .kronor(30_000)))) {
                try await scene.sendReport(unbalanced, of: ended.grant)
            }
            #expect(try await scene.database.reports(of: ended.grant).isEmpty)
        }
    }

    @Test(arguments: [
        (
            "report_shows_outcome",
            #"{"events":[{"carriedOut":true,"guests":[],"facts":{"invited":["x"]}}],"outcome":[],"total":0}"#
        ),
        ("report_balances", #"{"events":[],"outcome":[{"kind":"fee","ore":2}],"total":1}"#),
    ])
    func `is refused by the database too, whoever sends the SQL`(_ constraint: String, _ content: String) async throws {
        try await withScene { scene in
            let id = try await scene.acceptedCase().grant.id
            let error = await #expect(throws: PostgresError.self) {
                try await scene.database.run(
                    """
                    INSERT INTO grant_reports (id, grant_id, number, content, content_hash, sent_by, sent_at)
                    VALUES (gen_random_uuid(), '\(id)', 1, '\(content)', sha256(convert_to('\(content)', 'UTF8')),
                            '\(scene.ulf.id)', now())
                    """)
            }
            #expect(error?.constraint == constraint)
            let state = await #expect(throws: PostgresError.self) {
                try await scene.database.run("UPDATE grants SET state = 'reported' WHERE id = '\(id)'")
            }
            #expect(state?.constraint == "reported_grant_has_its_report")
        }
    }

    @Test func `is returned with the reason and a new day, and sent again with another number`() async throws {
        try await withScene { scene in
            let reported = try await scene.reportedCase()
            let today = Stockholm.day(scene.now)
            func give(_ person: Person, _ reasons: String, _ day: Day) async throws -> Grant.ID {
                try await scene.operations.returnReport(
                    of: reported.grant, because: reasons, dueOn: day, by: person)
            }
            await #expect(throws: Refusal.notAllowed(.roleIsMissing)) {
                try await give(scene.ulf, "Mer.", today.adding(days: 9))
            }
            await #expect(throws: Refusal.invalid("reasons", .isMissing)) {
                try await give(scene.amira, " ", today.adding(days: 9))
            }
            await #expect(throws: Refusal.invalid("dueOn", .isNotAfter(today.text))) {
                try await give(scene.amira, "Mer.", today)
            }
            _ = try await give(scene.amira, "Vad kostade resorna?", today.adding(days: 9))
            let grant = try await scene.grant(reported.grant)
            #expect(grant.state == .active)
            #expect(grant.reporting.dueOn == today.adding(days: 9))
            #expect(try await scene.database.outbox(limit: 1).map(\.topic) == ["report-returned"])
            try await scene.sendReport(scene.report(of: reported.case.event, cost: .kronor(20_000)), of: reported.grant)
            let sent = try await scene.database.reports(of: reported.grant)
            #expect(sent.map(\.number) == [2, 1])
            #expect(sent.map { $0.returned?.reasons } == [nil, "Vad kostade resorna?"])
            #expect(try await scene.operations.sweepInvariants().isEmpty)
        }
    }

    @Test func `what is written and not sent is read by the library alone`() async throws {
        try await withScene { scene in
            let ended = try await scene.endedCase()
            _ = try await scene.operations.saveReport(
                scene.report(of: ended.case.event), of: ended.grant, by: scene.karin)
            #expect(try await scene.database.caseEvents(of: ended.case.application).last?.kind != "report")
        }
    }
}
