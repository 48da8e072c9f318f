import Domain
import Operations
import Postgres
import Store
import TestDatabase
import Testing

@Suite struct `To find a breach` {
    private func find(
        _ scene: Scene, _ id: Grant.ID, _ ground: Condition.Breach.Ground, because reasons: String = "Inget underlag.",
        by person: Person? = nil
    ) async throws {
        let condition = try #require(try await scene.grant(id).conditions.first).id
        _ = try await scene.operations.findBreach(
            of: condition, in: id, on: ground, because: reasons, by: person ?? scene.amira)
    }

    /// A paid grant whose report says that its event was not held.
    private func unheld(_ scene: Scene) async throws -> (case: Case, grant: Grant.ID) {
        let ended = try await scene.endedCase(paid: true)
        var report = try scene.report(of: ended.case.event, cost: .zero)
        report = Report(
            events: [
                Report.EventOutcome(
                    eventID: ended.case.event, carriedOut: false, deviations: "Blev inte av.", refused: 0)
            ],
            outcome: report.outcome, total: report.total, learnings: report.learnings, supportWasTold: true)
        try await scene.sendReport(report, of: ended.grant)
        return ended
    }

    @Test func `of an event that was not held leads to a claim, and the grant is closed`() async throws {
        try await withScene { scene in
            let made = try await unheld(scene)
            let id = made.grant
            await #expect(throws: Refusal.conflict(.evidenceIsNotAccepted)) {
                try await scene.settleReport(of: made.case, id)
            }
            try await find(scene, id, .notHeld)
            #expect(try await scene.database.outbox(limit: 1).map(\.topic) == ["breach-found"])
            let broken = try await scene.grant(id)
            let condition = broken.conditions[0]
            #expect(condition.state == .breached && broken.paymentHold)
            #expect(condition.openBreaches.map(\.kind) == [.notHeld])
            #expect(condition.openBreaches[0].replyDueAt > condition.openBreaches[0].breachedAt)
            #expect(try await scene.database.openBreaches(limit: 5).map(\.reporterName) == [scene.amira.name])
            await #expect(throws: Refusal.conflict(.hostWasNotHeard)) { try await enforce(scene, condition.id, id) }
            _ = try await scene.operations.replyToBreach(of: condition.id, in: id, saying: "Sjukdom.", by: scene.karin)
            try await enforce(scene, condition.id, id)
            let claim = try #require(try await scene.grant(id).claims.first)
            #expect(claim.amount == .kronor(30_000))
            _ = try await scene.operations.settleReport(
                of: id, ReportFinding(accepted: [:], reasons: "Hölls inte."), by: scene.amira)
            _ = try await scene.operations.recordRepayment(
                of: claim.amount, on: Stockholm.day(try await scene.database.now()), reference: "BG 9", to: claim.id,
                of: id, by: scene.finn)
            #expect(try await scene.operations.moveGrants() == 1)
            #expect(try await scene.grant(id).state == .closed)
            #expect(try await scene.operations.sweepInvariants().isEmpty)
        }
    }

    private func enforce(_ scene: Scene, _ condition: Condition.ID, _ id: Grant.ID) async throws {
        _ = try await scene.operations.settleBreach(
            of: condition, in: id, as: .enforced(dueOn: nil), because: "Hölls inte.", by: scene.dag)
    }

    @Test func `is for an impartial case officer, once, with reasons and a ground that is so`() async throws {
        try await withScene { scene in
            let accepted = try await scene.acceptedCase()
            let early = accepted.grant.id
            for ground in Condition.Breach.Ground.allCases {
                await #expect(throws: Refusal.conflict(.breachHasNoGround), "\(ground)") {
                    try await find(scene, early, ground)
                }
            }
            let id = try await scene.reportedCase().grant
            for person in [scene.ulf, scene.karin, scene.dag, scene.finn] {
                await #expect(throws: Refusal.notAllowed(.roleIsMissing)) {
                    try await find(scene, id, .evidence, by: person)
                }
            }
            await #expect(throws: Refusal.missing) { try await find(scene, id, .evidence, by: scene.lena) }
            #expect(try await refusal { try await find(scene, id, .evidence, because: " ") }.fields == ["reasons"])
            await #expect(throws: Refusal.conflict(.breachHasNoGround)) { try await find(scene, id, .rule) }
            _ = try await scene.operations.declareConflict(
                in: scene.grant(id).applicationID, on: .ownInterest, explanation: "Släkt.", by: scene.elias)
            await #expect(throws: Refusal.notAllowed(.conflictOfInterest)) {
                try await find(scene, id, .evidence, by: scene.elias)
            }
            #expect(try await scene.grant(id).conditions.map(\.state) == [.held])
            let refusals = try await atOnce(Array(1...3)) { _ in try await find(scene, id, .evidence) }
            #expect(refusals.count == 2)
            await #expect(throws: Refusal.conflict(.wrongState)) { try await find(scene, id, .evidence) }
            #expect(try await scene.grant(id).conditions.flatMap(\.breaches).map(\.kind) == [.evidence])
            #expect(try await scene.operations.sweepInvariants().isEmpty)
        }
    }

    @Test func `where the rule fails without the host lets it be waived, and is cured by mending it`() async throws {
        try await withScene { scene in
            let accepted = try await scene.acceptedCase()
            let id = accepted.grant.id
            try await makeOthersPay(scene, 100)
            #expect(
                try await scene.operations.sweepInvariants().map(\.invariant).contains("funded_event_invites_region"))
            #expect(
                try await scene.grant(id).conditions.map(\.state) == [.held], "the sweep alarms, and breaks nothing")
            try await find(scene, id, .rule)
            #expect(try await scene.grant(id).paymentHold)
            try await makeOthersPay(scene, 0)
            try await scene.invite(accepted.case.event, .all, .published)
            #expect(try await scene.grant(id).conditions.map(\.state) == [.cured])
        }
    }

    @Test func `keeps a report from being settled while the rule fails unnoticed`() async throws {
        try await withScene { scene in
            let reported = try await scene.reportedCase(paid: true)
            try await makeOthersPay(scene, 100)
            let refused = try await refusal { try await scene.settleReport(of: reported.case, reported.grant) }
            guard case .broken(.fundedEventInvitesRegion, let findings) = refused else {
                return #expect(Bool(false), "\(refused)")
            }
            #expect(findings.map(\.predicate).contains(.fairness))
            try await find(scene, reported.grant, .rule)
            #expect(try await scene.grant(reported.grant).conditions.map(\.state) == [.breached])
        }
    }

    /// Past the guards, as nobody in the service can.
    private func makeOthersPay(_ scene: Scene, _ price: Int) async throws {
        try await scene.database.run(
            "ALTER TABLE events DISABLE TRIGGER USER", "UPDATE events SET price_others = \(price)",
            "ALTER TABLE events ENABLE TRIGGER USER")
    }
}
