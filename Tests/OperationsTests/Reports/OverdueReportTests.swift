import Domain
import Operations
import Postgres
import Store
import TestDatabase
import Testing

@Suite struct `An overdue report` {
    /// The event ended so many days ago.
    private static func ended(_ days: Int, _ scene: Scene, paid: Bool = false) async throws -> Grant.ID {
        try await scene.endedCase(paid: paid, days: 60 + days).grant
    }

    @Test func `holds the money, with its own refusal, and so does the database`() async throws {
        try await withScene { scene in
            let accepted = try await scene.acceptedCase()
            let id = accepted.grant.id
            let payment = try await scene.attestFirst(of: id)
            try await scene.letEventsPass(days: 110)
            let grant = try await scene.grant(id)
            #expect(grant.reporting.isOverdue)
            #expect(grant.paymentHold)
            await #expect(throws: Refusal.conflict(.reportIsOverdue)) { try await scene.pay(payment, of: id) }
            let error = await #expect(throws: PostgresError.self) {
                try await scene.database.run(
                    """
                    UPDATE payments SET state = 'paid', paid_by = '\(try scene.frida.id)', paid_at = now(),
                           paid_on = CURRENT_DATE, reference = 'BG' WHERE id = '\(payment)'
                    """)
            }
            #expect(error?.constraint == "report_is_in_time")
            // Sent late it is received all the same, and the money goes on.
            try await scene.sendReport(scene.report(of: accepted.case.event), of: id)
            #expect(try await scene.grant(id).paymentHold == false)
            try await scene.pay(payment, of: id)
            #expect(try await scene.grant(id).paid == .kronor(30_000))
        }
    }

    @Test(arguments: [(15, []), (14, ["before"]), (0, ["due"]), (-14, ["after"])])
    func `is reminded of in time, on its day and two weeks late, each once`(
        _ days: Int, _ kinds: [String]
    ) async throws {
        try await withScene { scene in
            _ = try await scene.endedCase()
            let due = Stockholm.day(scene.now).adding(days: days)
            try await scene.reportIsDue(on: due)
            try await scene.letEventsPass(days: 40)
            _ = try await scene.operations.moveGrants()
            _ = try await scene.operations.moveGrants()
            let reminders = try await scene.database.outbox(limit: 50).filter { $0.topic == "report-reminder" }
            #expect(reminders.count == kinds.count)
            for (reminder, kind) in zip(reminders, kinds) { #expect(reminder.payload.contains("\"\(kind)\"")) }
        }
    }

    @Test func `is reminded of no more once it is sent`() async throws {
        try await withScene { scene in
            let ended = try await scene.endedCase(days: 110)
            try await scene.sendReport(scene.report(of: ended.case.event), of: ended.grant)
            _ = try await scene.operations.moveGrants()
            #expect(try await scene.database.outbox(limit: 50).allSatisfy { $0.topic != "report-reminder" })
        }
    }

    @Test func `is due on the day that the decision said, whatever is settled later`() async throws {
        try await withScene { scene in
            let made = try await scene.case(.recommended)
            let named = Stockholm.day(scene.now).adding(days: 200)
            try await scene.operations.settleDecisionTerms(
                of: made.call, DecisionTerms(reportDueOn: named), by: scene.dag)
            try await scene.approve(made.application)
            for other in [named.adding(days: -60), named.adding(days: 1), nil] {
                let refused = try await refusal {
                    try await scene.operations.settleDecisionTerms(
                        of: made.call, DecisionTerms(reportDueOn: other), by: scene.dag)
                }
                #expect(refused.fields == ["reportDueOn"])
            }
            try await scene.operations.settleDecisionTerms(
                of: made.call, DecisionTerms(appeal: .administrativeAppeal, reportDueOn: named), by: scene.dag)
            let error = await #expect(throws: PostgresError.self) {
                try await scene.database.run("UPDATE calls SET report_due_on = today() WHERE id = '\(made.call)'")
            }
            #expect(error?.constraint == "published_call_keeps_its_terms")
            #expect(try await scene.grant(of: made.application)?.reporting.dueOn == named)
        }
    }

    @Test(arguments: [nil, -100, 5] as [Int?])
    func `has the same day in Domain as in SQL`(_ named: Int?) async throws {
        try await withScene { scene in
            let ended = try await scene.endedCase()
            let event = try await scene.event(ended.case.event)
            let day = named.map { Stockholm.day(scene.now).adding(days: $0) }
            if let day {
                try await scene.reportIsDue(on: day)
            }
            let grant = try await scene.grant(ended.grant)
            #expect(
                grant.reporting.dueOn
                    == grant.terms.reportDueOn(lastEventEndsAt: event.details.endsAt, named: day))
        }
    }

    /// The grant is unpaid, or paid; its report was due so many days ago.
    private static func late(_ days: Int, paid: Bool, _ scene: Scene) async throws -> Grant.ID {
        let id = try await scene.endedCase(paid: paid, days: 400).grant
        let due = Stockholm.day(scene.now).adding(days: -days)
        try await scene.reportIsDue(on: due)
        #expect(try await scene.grant(id).reporting.dueOn == due)
        return id
    }

    @Test(arguments: [30, 31]) func `revokes what is unpaid only once it is more than thirty days late`(
        _ days: Int
    ) async throws {
        try await withScene { scene in
            let id = try await Self.late(days, paid: false, scene)
            let before = try await scene.grant(id)
            let revoke = { try await scene.operations.revokeGrant(id, because: "Ingen redovisning.", by: scene.dag) }
            if days == 30 {
                await #expect(throws: Refusal.conflict(.reportIsNotLongOverdue)) { _ = try await revoke() }
                #expect(try await scene.grant(id) == before)
            } else {
                _ = try await revoke()
                #expect(try await scene.grant(id).state == .ended)
            }
            #expect(try await scene.operations.sweepInvariants().isEmpty)
        }
    }

    @Test(arguments: [30, 31]) func `takes back all that was paid only once it is more than thirty days late`(
        _ days: Int
    ) async throws {
        try await withScene { scene in
            let id = try await Self.late(days, paid: true, scene)
            let before = try await scene.grant(id)
            let event = before.conditions[0].eventID
            let demand = {
                try await scene.operations.demandRepayment(
                    of: id, accepting: [.init(eventID: event, amount: .kronor(10_000))], dueOn: nil,
                    because: "Ingen redovisning.", by: scene.dag)
            }
            if days == 30 {
                await #expect(throws: Refusal.conflict(.reportIsNotLongOverdue)) { _ = try await demand() }
                #expect(try await scene.grant(id) == before)
            } else {
                _ = try await demand()
                let grant = try await scene.grant(id)
                #expect(grant.state == .repaymentDemanded && grant.conditions.map(\.state) == [.enforced])
                #expect(grant.claims.map(\.amount) == [.kronor(20_000)])
            }
            #expect(try await scene.operations.sweepInvariants().isEmpty)
        }
    }

    @Test func `stands on the desk`() async throws {
        try await withScene { scene in
            let late = try await Self.ended(90, scene)
            let today = Stockholm.day(scene.now)
            let found = try await scene.database.reportsOnDesk(on: today, limit: 5)
            #expect(found.map(\.grantID) == [late])
            #expect(found.allSatisfy { $0.dueOn.adding(days: Grant.Reporting.daysUntilDemand) < today })
        }
    }
}
