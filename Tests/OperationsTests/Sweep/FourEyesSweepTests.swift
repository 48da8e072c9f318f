import Domain
import Operations
import Postgres
import Store
import TestDatabase
import Testing

/// Every place where two persons are asked for is looked at by the sweep, past the guards that ask for them.
@Suite struct `Four eyes in the sweep` {
    /// Where one person's name is put in the place of another's.
    enum Planted: String, CaseIterable, Sendable {
        case decision, laterDecision, breachSettlement, writeOff, laterReopening, reopening, confirmation
        case payment, batch, libraryChange, conflict

        var table: String {
            switch self {
            case .decision: "decisions"
            case .laterDecision: "grant_decisions"
            case .breachSettlement: "settlements"
            case .writeOff: "claim_entries"
            case .laterReopening: "later_reopenings"
            case .reopening: "reopenings"
            case .confirmation: "settlement_confirmations"
            case .payment: "payments"
            case .batch: "payment_batches"
            case .libraryChange: "library_changes"
            case .conflict: "declared_conflicts"
            }
        }

        /// The constraint of the row itself, which is in the way of the fault.
        var constraint: String? {
            switch self {
            case .decision: "four_eyes_decide"
            case .payment: "two_persons_pay"
            case .libraryChange: "two_persons_end_a_library"
            case .conflict: "conflict_is_lifted_by_another"
            default: nil
            }
        }

        var invariant: String {
            switch self {
            case .payment, .batch: "two_persons_pay"
            case .libraryChange, .conflict: constraint ?? ""
            default: "four_eyes_decide"
            }
        }

        /// `officer`: who has prepared the case.
        func statement(_ officer: Person.ID) -> String {
            switch self {
            case .decision, .laterDecision: "UPDATE \(table) SET decided_by = '\(officer)'"
            case .breachSettlement: "UPDATE settlements SET settled_by = '\(officer)'"
            case .writeOff: "UPDATE claim_entries SET recorded_by = '\(officer)' WHERE kind = 'written-off'"
            case .laterReopening, .reopening: "UPDATE \(table) SET reopened_by = '\(officer)'"
            case .confirmation: "UPDATE settlement_confirmations SET confirmed_by = '\(officer)'"
            case .payment: "UPDATE payments SET paid_by = attested_by"
            case .batch: "UPDATE payment_batches SET made_by = (SELECT attested_by FROM payments LIMIT 1)"
            case .libraryChange: "UPDATE library_changes SET confirmed_by = registered_by"
            case .conflict: "UPDATE declared_conflicts SET lifted_by = declared_by"
            }
        }
    }

    @Test(arguments: Planted.allCases)
    func `finds the same person where two are asked for`(_ planted: Planted) async throws {
        try await withScene { scene in
            try await Self.prepare(planted, scene)
            #expect(try await scene.operations.sweepInvariants() == [])
            if let constraint = planted.constraint {
                try await scene.database.run("ALTER TABLE \(planted.table) DROP CONSTRAINT \(constraint)")
            }
            try await scene.age(planted.table, planted.statement(scene.amira.id))
            let found = Set(try await scene.operations.sweepInvariants().map(\.invariant))
            #expect(found == [planted.invariant])
        }
    }

    /// What somebody prepares after a decision, they had not prepared by then.
    @Test func `finds no fault in who came to the case afterwards`() async throws {
        try await withScene { scene in
            let broken = try await scene.brokenCase(paid: true)
            try await scene.demand(broken.grant.id)
            try await scene.age(
                "case_officers",
                """
                INSERT INTO case_officers (application_id, person_id, assigned_at)
                VALUES ('\(broken.case.application)', '\(scene.dag.id)', clock_timestamp())
                """)
            #expect(try await scene.operations.sweepInvariants() == [])
        }
    }

    private static func prepare(_ planted: Planted, _ scene: Scene) async throws {
        switch planted {
        case .libraryChange: try await endLibrary(scene)
        case .conflict: try await liftConflict(scene)
        case .reopening:
            let made = try await scene.case(.approved)
            _ = try await scene.operations.reopenDecision(
                on: made.application, Reopening(ground: .court, reference: "Mål 1", reasons: "Upphävt."),
                by: scene.dag)
        case .confirmation:
            let reported = try await scene.reportedCase(paid: true, cost: .kronor(18_000))
            try await scene.settleReport(of: reported.case, reported.grant)
            _ = try await scene.operations.confirmSettlement(of: reported.grant, by: scene.dag)
        case .payment:
            let id = try await scene.acceptedCase().grant.id
            try await scene.pay(scene.attestFirst(of: id), of: id)
        case .batch:
            let id = try await scene.acceptedCase().grant.id
            _ = try await scene.attestFirst(of: id)
            _ = try await scene.operations.exportPayments(by: scene.frida)
        case .decision, .laterDecision, .breachSettlement, .writeOff, .laterReopening: try await demand(planted, scene)
        }
    }

    private static func demand(_ planted: Planted, _ scene: Scene) async throws {
        let broken = try await scene.brokenCase(paid: true)
        let id = broken.grant.id
        _ = try await scene.operations.settleBreach(
            of: broken.grant.conditions[0].id, in: id, as: .enforced(dueOn: nil), because: "Så.", by: scene.dag)
        let claim = try #require(try await scene.grant(id).claims.first)
        if planted == .writeOff {
            _ = try await scene.operations.writeOffClaim(claim.id, of: id, because: "Ringa.", by: scene.dag)
        } else if planted == .laterReopening {
            _ = try await scene.operations.reopenLaterDecision(
                claim.documentID, on: broken.case.application,
                Reopening(ground: .court, reference: "Mål 9", reasons: "Upphävt."), by: scene.dag)
        }
    }

    private static func endLibrary(_ scene: Scene) async throws {
        try await scene.end(scene.library(of: scene.pontus), from: Stockholm.day(scene.now).adding(days: 9))
    }

    private static func liftConflict(_ scene: Scene) async throws {
        let made = try await scene.case(.approved)
        let id = try await scene.operations.declareConflict(
            in: made.application, on: .ownInterest, explanation: "Släkt.", by: scene.elias)
        _ = try await scene.operations.liftConflict(id, in: made.application, because: "Fel person.", by: scene.dag)
    }
}

/// What stands withheld and what was waived, past the guards.
@Suite struct `The money of a condition in the sweep` {
    @Test func `is not withheld beyond its share`() async throws {
        try await withScene { scene in
            let broken = try await scene.brokenCase()
            _ = try await scene.operations.settleBreach(
                of: broken.grant.conditions[0].id, in: broken.grant.id, as: .enforced(dueOn: nil), because: "Så.",
                by: scene.dag)
            #expect(try await scene.operations.sweepInvariants() == [])
            try await scene.age("settlements", "UPDATE settlements SET withheld = withheld + 1")
            let found = try await scene.operations.sweepInvariants().filter {
                $0.invariant == "withheld_stays_within_share"
            }
            #expect(found.map(\.subjectID) == [broken.grant.conditions[0].id.rawValue])
        }
    }

    /// A waiver that was to bind on, and forgives all at once.
    @Test func `binds on where it was waived, and not where its event is cancelled`() async throws {
        try await withScene { scene in
            let made = try await scene.acceptedCase()
            try await scene.raisePrice(of: made.case.event, to: 200)
            _ = try await scene.operations.settleBreach(
                of: made.grant.conditions[0].id, in: made.grant.id, as: .waived(accepted: .kronor(30_000)),
                because: "Ringa.", by: scene.dag)
            #expect(try await scene.operations.sweepInvariants() == [])
            try await scene.age("conditions", "UPDATE conditions SET waived = NULL, waived_version = NULL")
            let found = try await scene.operations.sweepInvariants()
            #expect(found.map(\.invariant) == ["released_condition_has_its_cause"])
            #expect(found.map(\.detail) == ["waived, and binds on no more"])
            try await scene.age(
                "events",
                "UPDATE events SET status = 'cancelled', cancelled_at = now(), cancellation_reason = 'Sjukdom.'")
            #expect(
                try await !scene.operations.sweepInvariants().map(\.detail).contains("waived, and binds on no more"))
        }
    }
}
