import Domain
import Operations
import Postgres
import Store
import TestDatabase
import Testing

@Suite struct `An appeal that came in` {
    @Test func `keeps the decision from being final, and the payment that waits for that, until it is lost`()
        async throws
    {
        try await withScene { scene in
            let accepted = try await scene.acceptedCase(GrantTerms(paysAfterAppeal: true))
            try await scene.postLongAgo()
            let id = accepted.case.application
            let decision = try #require(try await scene.database.decision(on: id))
            #expect(try await scene.database.finalDay(of: decision.id) == scene.today.adding(days: -4))
            let appeal = try await scene.operations.recordAppeal(on: id, scene.note(daysAgo: 10), by: scene.amira)
            #expect(try await scene.database.finalDay(of: decision.id) == nil)
            #expect(try await scene.operations.moveGrants() == 0, "nothing is requested while it runs")
            _ = try await scene.operations.endAppeal(
                appeal, on: id, as: .init(outcome: .rejected, on: scene.today.adding(days: -1)), court: "Domstolen",
                courtCaseNumber: "12-27", by: scene.dag)
            #expect(try await scene.database.finalDay(of: decision.id) == scene.today.adding(days: -1))
            #expect(try await scene.operations.moveGrants() == 1)
            let kinds = try await scene.database.caseEvents(of: id).map(\.kind)
            #expect(kinds.contains("appeal") && kinds.contains("end-appeal"))
            #expect(try await scene.operations.sweepInvariants().isEmpty)
        }
    }

    @Test func `late is noted as late, and holds nothing up`() async throws {
        try await withScene { scene in
            let made = try await scene.case(.approved)
            try await scene.postLongAgo()
            _ = try await scene.operations.recordAppeal(
                on: made.application, scene.note(daysAgo: 0), by: scene.amira)
            let appeal = try #require(try await scene.database.appeals(of: made.application).first)
            #expect(appeal.isLate && appeal.appellant == "Anna Ask")
            let decision = try #require(try await scene.database.decision(on: made.application))
            #expect(try await scene.database.finalDay(of: decision.id) != nil)
        }
    }

    @Test func `and was won makes the decision never final, and the case is reopened on that ground`() async throws {
        try await withScene { scene in
            let made = try await scene.case(.approved)
            try await scene.postLongAgo()
            let id = made.application
            let appeal = try await scene.operations.recordAppeal(on: id, scene.note(daysAgo: 10), by: scene.amira)
            let won = ReceivedAppeal.Ending(outcome: .annulled, on: scene.today)
            _ = try await scene.operations.endAppeal(
                appeal, on: id, as: won, court: "Domstolen", courtCaseNumber: "12-27", by: scene.amira)
            let decision = try #require(try await scene.database.decision(on: id))
            #expect(try await scene.database.finalDay(of: decision.id) == nil)
            _ = try await scene.operations.reopenDecision(
                on: id, Reopening(ground: .court, reference: "Domstolen 12-27", reasons: "Upphävt."), by: scene.dag)
            #expect(try await scene.database.appeals(of: id).map(\.ending) == [won], "it stays with its decision")
        }
    }

    @Test func `and was won stops what is not paid yet, and so does the database`() async throws {
        try await withScene { scene in
            let accepted = try await scene.acceptedCase()
            let id = accepted.grant.id
            let payment = try await scene.attestFirst(of: id)
            try await scene.winAppeal(of: accepted.case.application)
            #expect(try await scene.grant(id).paymentHold)
            await #expect(throws: Refusal.conflict(.decisionIsAnnulled)) { try await scene.pay(payment, of: id) }
            await #expect(throws: Refusal.conflict(.nothingToExport)) {
                _ = try await scene.operations.exportPayments(by: scene.frida)
            }
            let error = await #expect(throws: PostgresError.self) {
                try await scene.database.run(
                    """
                    UPDATE payments SET state = 'paid', paid_by = '\(try scene.frida.id)', paid_at = now(),
                           paid_on = CURRENT_DATE, reference = 'BG' WHERE id = '\(payment)'
                    """)
            }
            #expect(error?.constraint == "annulled_decision_pays_nothing")
        }
    }

    @Test func `and was won lets nothing be attested`() async throws {
        try await withScene { scene in
            let accepted = try await scene.acceptedCase()
            try await scene.winAppeal(of: accepted.case.application)
            await #expect(throws: Refusal.conflict(.decisionIsAnnulled)) {
                _ = try await scene.attestFirst(of: accepted.grant.id)
            }
        }
    }

    @Test func `and was won takes back what was paid, though no condition is broken`() async throws {
        try await withScene { scene in
            let accepted = try await scene.acceptedCase()
            let id = accepted.grant.id
            try await scene.pay(scene.attestFirst(of: id), of: id)
            await #expect(throws: Refusal.conflict(.noBreachStands)) { try await scene.demand(id) }
            try await scene.winAppeal(of: accepted.case.application)
            try await scene.demand(id)
            let grant = try await scene.grant(id)
            #expect(grant.state == .repaymentDemanded && grant.claims.map(\.amount) == [.kronor(30_000)])
            #expect(try await scene.operations.sweepInvariants().isEmpty)
        }
    }

    @Test func `is refused where nothing is decided, to others, and with what cannot be`() async throws {
        try await withScene { scene in
            let undecided = try await scene.case(.handled)
            let note = scene.note(daysAgo: 0)
            let operations = scene.operations
            await #expect(throws: Refusal.conflict(.wrongState)) {
                try await operations.recordAppeal(on: undecided.application, note, by: scene.amira)
            }
            let id = try await scene.case(.approved).application
            await #expect(throws: Refusal.notAllowed(.roleIsMissing)) {
                try await operations.recordAppeal(on: id, note, by: scene.finn)
            }
            let empty = AppealNote(
                receivedOn: scene.today.adding(days: 2), appellant: "", servedOn: nil, court: "", courtCaseNumber: "")
            #expect(
                try await refusal { try await operations.recordAppeal(on: id, empty, by: scene.amira) }.fields
                    == ["appellant", "receivedOn"])
            let appeal = try await operations.recordAppeal(on: id, note, by: scene.amira)
            let changed = ReceivedAppeal.Ending(outcome: .changed, on: scene.today)
            #expect(
                try await refusal {
                    try await operations.endAppeal(
                        appeal, on: id, as: changed, court: "", courtCaseNumber: "", by: scene.amira)
                }.fields == ["court", "courtCaseNumber", "outcome"])
        }
    }

    @Test func `is ended under the number that it was of, also once that decision was reopened`() async throws {
        try await withScene { scene in
            let id = try await scene.case(.approved).application
            let decision = try #require(try await scene.database.decision(on: id))
            let appeal = try await scene.operations.recordAppeal(on: id, scene.note(daysAgo: 0), by: scene.amira)
            _ = try await scene.operations.reopenDecision(
                on: id, Reopening(ground: .court, reference: "Domstolen 12-27", reasons: "Upphävt."), by: scene.dag)
            _ = try await scene.operations.endAppeal(
                appeal, on: id, as: .init(outcome: .annulled, on: scene.today), court: "Domstolen",
                courtCaseNumber: "12-27", by: scene.dag)
            let told = try await scene.database.caseEvents(of: id).last { $0.kind == "end-appeal" }
            #expect(told?.detail.hasPrefix(decision.number) == true)
        }
    }

    @Test func `stays as it was recorded, and ends once`() async throws {
        try await withScene { scene in
            let id = try await scene.case(.approved).application
            let appeal = try await scene.operations.recordAppeal(on: id, scene.note(daysAgo: 0), by: scene.amira)
            for statement in ["UPDATE appeals SET appellant = 'Bo'", "DELETE FROM appeals"] {
                let error = await #expect(throws: PostgresError.self) { try await scene.database.run(statement) }
                #expect(error?.constraint == "appeal_is_kept", "\(statement)")
            }
            let ending = ReceivedAppeal.Ending(outcome: .withdrawn, on: scene.today)
            for isFirst in [true, false] {
                let end = {
                    try await scene.operations.endAppeal(
                        appeal, on: id, as: ending, court: "", courtCaseNumber: "", by: scene.amira)
                }
                if isFirst {
                    _ = try await end()
                } else {
                    #expect(try await refusal(of: end) == .conflict(.wrongState))
                }
            }
        }
    }
}

extension Scene {
    fileprivate var today: Day { Stockholm.day(now) }

    func note(daysAgo days: Int) -> AppealNote {
        AppealNote(
            receivedOn: today.adding(days: -days), appellant: "Anna Ask", servedOn: nil, court: "",
            courtCaseNumber: "")
    }

    /// A court has annulled the decision of a case.
    func winAppeal(of id: GrantApplication.ID) async throws {
        try await postLongAgo()
        let appeal = try await operations.recordAppeal(on: id, note(daysAgo: 10), by: amira)
        _ = try await operations.endAppeal(
            appeal, on: id, as: .init(outcome: .annulled, on: today), court: "Domstolen", courtCaseNumber: "12-27",
            by: dag)
    }

    func demand(_ id: Grant.ID) async throws {
        _ = try await operations.demandRepayment(of: id, dueOn: nil, because: "Upphävt.", by: dag)
    }

    /// Every decision was posted thirty days ago: its time to appeal ended five days ago.
    func postLongAgo() async throws {
        try await database.run(
            """
            INSERT INTO announcements (decision_id, text, posted_at, appeal_ends_on, taken_down_on, posted_by)
            SELECT id, 'Beslut.', now() - interval '30 days', today() - 5, today() - 4, decided_by FROM decisions
            """)
    }
}
