import Domain
import Operations
import Postgres
import Store
import TestDatabase
import Testing

/// A waiver forgives what was broken, and not the rule.
@Suite struct `A waived breach` {
    private func settle(
        _ scene: Scene, _ id: Grant.ID, _ settlement: BreachSettlement
    ) async throws -> Grant {
        let condition = try #require(try await scene.grant(id).conditions.first).id
        _ = try await scene.operations.settleBreach(
            of: condition, in: id, as: settlement, because: "Ringa avvikelse.", by: scene.dag)
        return try await scene.grant(id)
    }

    /// A grant of which the host has deviated by a price that others pay, and the region has waived that.
    private func waived(_ scene: Scene, accepted: Money = .kronor(30_000)) async throws -> (made: Case, grant: Grant) {
        let made = try await scene.acceptedCase()
        _ = try await scene.operations.reportDeviation(
            from: made.case.event, because: "Dyr lokal.", .event(Self.dearer(200)), by: scene.karin)
        try await scene.letTimeToAnswerPass()
        return (made.case, try await settle(scene, made.grant.id, .waived(accepted: accepted)))
    }

    private static func dearer(_ kronor: Int) -> @Sendable (EventDetails) -> EventDetails {
        { details in
            var details = details
            details.prices = Prices(own: details.prices.own, others: .kronor(kronor))
            return details
        }
    }

    @Test func `leaves the condition binding for all that held`() async throws {
        try await withScene { scene in
            let (made, grant) = try await waived(scene)
            #expect(grant.conditions.map(\.state) == [.waived] && grant.conditions[0].bindsOn)
            // What was waived holds nothing up, and is not counted again.
            try await scene.edit(made.event) { $0.title = "Läslust i hela regionen" }
            #expect(try await scene.operations.sweepInvariants().isEmpty)
            try await scene.pay(scene.attestFirst(of: grant.id), of: grant.id)
            // What is worse, or of another kind, is refused and not silent.
            for kronor in [201, 5_000] {
                let dearer = try await refusal {
                    try await scene.edit(made.event) { $0 = Self.dearer(kronor)($0) }
                }
                #expect(dearer.isWouldBreach)
            }
            let silent = try await refusal {
                try await scene.operations.cancelEvent(made.event, because: "Inställt.", by: scene.karin)
            }
            #expect(silent.isWouldBreach)
            let narrowed = try await refusal {
                try await scene.operations.changeInvitation(
                    of: made.event, to: InvitationForm(scope: .own, state: .published), by: scene.karin, expecting: nil)
            }
            #expect(narrowed.isWouldBreach)
            for change in ["invitation_scope = 'own'", "status = 'cancelled', cancelled_at = now()"] {
                let error = await #expect(throws: PostgresError.self) {
                    try await scene.database.run("UPDATE events SET \(change) WHERE id = '\(made.event)'")
                }
                #expect(error?.constraint == "funded_event_invites_region", "\(change)")
            }
            try await scene.callOff(made)
            let broken = try await scene.grant(grant.id)
            #expect(broken.conditions.map(\.state) == [.breached] && broken.paymentHold)
            #expect(broken.conditions[0].openBreaches.count == 1 && !broken.conditions[0].bindsOn)
            #expect(try await scene.operations.sweepInvariants().isEmpty)
        }
    }

    @Test func `is told by the sweep when another fault comes past the guards`() async throws {
        try await withScene { scene in
            let (made, _) = try await waived(scene)
            try await scene.database.run(
                "ALTER TABLE events DISABLE TRIGGER waived_condition_binds_on",
                "UPDATE events SET invitation_scope = 'own' WHERE id = '\(made.event)'",
                "ALTER TABLE events ENABLE TRIGGER waived_condition_binds_on")
            #expect(
                try await scene.operations.sweepInvariants().map(\.invariant) == [
                    "held_condition_has_an_inviting_event", "funded_event_invites_region",
                ])
        }
    }

    @Test func `is found broken anew by a case officer, before its event has ended`() async throws {
        try await withScene { scene in
            let (made, grant) = try await waived(scene)
            func find() async throws {
                _ = try await scene.operations.findBreach(
                    of: grant.conditions[0].id, in: grant.id, on: .rule, because: "Stängd inbjudan.", by: scene.amira)
            }
            await #expect(throws: Refusal.conflict(.breachHasNoGround)) { try await find() }
            try await scene.database.run(
                "ALTER TABLE events DISABLE TRIGGER waived_condition_binds_on",
                "UPDATE events SET invitation_scope = 'own' WHERE id = '\(made.event)'",
                "ALTER TABLE events ENABLE TRIGGER waived_condition_binds_on")
            try await find()
            #expect(try await scene.grant(grant.id).conditions.map(\.state) == [.breached])
        }
    }

    @Test func `leaves no library to end in silence, and is at risk as others are`() async throws {
        try await withScene { scene in
            let (made, grant) = try await waived(scene)
            #expect(grant.conditions[0].risks == [])
            let perstorp = try scene.library(of: scene.pontus)
            try await scene.database.run(
                "ALTER TABLE call_rules DISABLE TRIGGER USER", "UPDATE call_rules SET calendar_is_channel = false",
                "ALTER TABLE call_rules ENABLE TRIGGER USER",
                """
                INSERT INTO dispatches (event_id, event_version, library_id, accepted_at, bounced_at)
                SELECT id, version, '\(perstorp)', now(), now() + interval '1 second' FROM events
                 WHERE id = '\(made.event)'
                """)
            #expect(try await scene.grant(grant.id).conditions[0].risks.map(\.reason) == [.dispatchBounced])
            try await scene.database.run(
                "ALTER TABLE events DISABLE TRIGGER USER",
                "UPDATE events SET invitation_scope = 'list', invited_library_ids = ARRAY['\(perstorp)'::uuid]",
                "ALTER TABLE events ENABLE TRIGGER USER",
                "ALTER TABLE conditions DISABLE TRIGGER USER", "UPDATE conditions SET minimum_invited = 1",
                "ALTER TABLE conditions ENABLE TRIGGER USER",
                "ALTER TABLE libraries DISABLE TRIGGER ended_library_has_its_change")
            let error = await #expect(throws: PostgresError.self) {
                try await scene.database.run("UPDATE libraries SET valid_to = today() WHERE id = '\(perstorp)'")
            }
            #expect(error?.constraint == "funded_event_invites_region")
        }
    }

    @Test func `is a cause for no later breach`() async throws {
        try await withScene { scene in
            let (made, _) = try await waived(scene)
            _ = try await scene.operations.reportDeviation(
                from: made.event, because: "Ännu dyrare.", .event(Self.dearer(400)), by: scene.karin)
            let error = await #expect(throws: PostgresError.self) {
                try await scene.database.run("UPDATE conditions SET state = 'waived'")
            }
            #expect(error?.constraint == "released_condition_has_its_cause")
        }
    }

    @Test func `asks nothing more of an event that is cancelled, or of which nothing is given`() async throws {
        try await withScene { scene in
            let cancelled = try await scene.acceptedCase()
            try await scene.callOff(cancelled.case)
            let paid = try await settle(scene, cancelled.grant.id, .waived(accepted: .kronor(30_000)))
            #expect(paid.conditions.map(\.state) == [.waived] && !paid.conditions[0].bindsOn)
            let withheld = try await waived(scene, accepted: .zero)
            #expect(!withheld.grant.conditions[0].bindsOn)
            _ = try await scene.operations.cancelEvent(withheld.made.event, because: "Inställt.", by: scene.karin)
            #expect(try await scene.operations.sweepInvariants().isEmpty)
        }
    }

    @Test func `wants the evidence of its event when the report is settled`() async throws {
        try await withScene { scene in
            let (made, grant) = try await waived(scene)
            try await scene.pay(scene.attestFirst(of: grant.id), of: grant.id)
            try await scene.letEventsPass()
            try await scene.sendReport(scene.report(of: made.event), of: grant.id)
            await #expect(throws: Refusal.conflict(.evidenceIsNotAccepted)) {
                try await scene.operations.settleReport(
                    of: grant.id, ReportFinding(accepted: [:], reasons: "Ja."), by: scene.amira)
            }
            try await scene.settleReport(of: made, grant.id)
            #expect(try await scene.grant(grant.id).conditions.map(\.state) == [.discharged])
            #expect(try await scene.operations.sweepInvariants().isEmpty)
        }
    }
}
