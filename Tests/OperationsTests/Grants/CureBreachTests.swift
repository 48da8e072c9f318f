import Domain
import Operations
import Postgres
import Store
import TestDatabase
import Testing

/// A host cures a breach by mending what was broken, and by nothing else.
@Suite struct `To cure a breach` {
    private typealias Edit = @Sendable (inout EventDetails) -> Void

    private func deviate(_ scene: Scene, _ event: Event.ID, _ edit: @escaping Edit) async throws {
        _ = try await scene.operations.reportDeviation(
            from: event, because: "Brist på folk.",
            .event { details in
                var details = details
                edit(&details)
                return details
            }, by: scene.karin)
    }

    private func deviate(_ scene: Scene, _ event: Event.ID, to libraries: [Library.ID]?) async throws {
        let invitees = libraries.map { $0.map { Identifier<InvitationForm.Invitee>(rawValue: $0.rawValue) } }
        _ = try await scene.operations.reportDeviation(
            from: event, because: "Liten lokal.",
            .invitation(
                InvitationForm(
                    scope: invitees == nil ? .own : .list, state: .published, invitees: invitees ?? [])),
            by: scene.karin)
    }

    private func state(_ scene: Scene, _ made: Case) async throws -> Condition.State? {
        let grant = try await scene.grant(of: made.application)
        #expect(grant?.paymentHold == (grant?.conditions.first?.state == .breached))
        return grant?.conditions.first?.state
    }

    @Test func `opens the registration that was ended, and no other edit will do`() async throws {
        try await withScene { scene in
            let made = try await scene.case(.approved)
            let ended = try await scene.database.now()
            try await deviate(scene, made.event) { $0.registration.closesAt = ended }
            try await scene.edit(made.event) { $0.title = "Läslust i hela regionen" }
            #expect(try await state(scene, made) == .breached)
            try await scene.edit(made.event) { $0.registration.closesAt = nil }
            #expect(try await state(scene, made) == .cured)
            let again = try await refusal {
                let now = try await scene.database.now()
                try await scene.edit(made.event) { $0.registration.closesAt = now }
            }
            #expect(again.reasons == [.registrationHasClosed])
        }
    }

    @Test func `lowers both prices that were raised`() async throws {
        try await withScene { scene in
            let made = try await scene.case(.approved)
            try await deviate(scene, made.event) { $0.prices = Prices(own: .kronor(500), others: .kronor(500)) }
            try await scene.edit(made.event) { $0.title = "Läslust i hela regionen" }
            #expect(try await state(scene, made) == .breached)
            try await scene.edit(made.event) { $0.prices = Prices(own: .kronor(500), others: .zero) }
            #expect(try await state(scene, made) == .cured)
        }
    }

    /// Past the guards, as nobody in the service can; the history of the event has it.
    private func closeForAWhile(_ scene: Scene, _ event: Event.ID) async throws {
        try await scene.database.run(
            "ALTER TABLE conditions DROP CONSTRAINT IF EXISTS funded_event_invites_region",
            "UPDATE events SET invitation_scope = 'own' WHERE id = '\(event)'",
            "UPDATE events SET invitation_scope = 'all' WHERE id = '\(event)'")
    }

    private func findGap(_ scene: Scene, _ made: Case) async throws {
        let grant = try #require(try await scene.grant(of: made.application))
        let condition = try #require(grant.conditions.first).id
        _ = try await scene.operations.findBreach(
            of: condition, in: grant.id, on: .rule, because: "Stängd en tid.", by: scene.amira)
    }

    @Test func `mends no gap that has been: the region settles it`() async throws {
        try await withScene { scene in
            let made = try await scene.case(.approved)
            try await closeForAWhile(scene, made.event)
            try await findGap(scene, made)
            try await scene.edit(made.event) { $0.title = "Läslust i hela regionen" }
            #expect(try await state(scene, made) == .breached)
            try await deviate(scene, made.event) { $0.prices.others = .kronor(100) }
            try await scene.edit(made.event) { $0.prices.others = .zero }
            #expect(try await state(scene, made) == .breached, "what was told since takes the gap away no more")
        }
    }

    @Test func `settles what was before it, and a gap after it is found like any other`() async throws {
        try await withScene { scene in
            let made = try await scene.case(.approved)
            try await deviate(scene, made.event, to: nil)
            try await scene.invite(made.event, .all, .published)
            #expect(try await state(scene, made) == .cured)
            await #expect(throws: Refusal.conflict(.breachHasNoGround)) { try await findGap(scene, made) }
            #expect(try await scene.operations.sweepInvariants() == [])
            try await closeForAWhile(scene, made.event)
            let alarms = try await scene.operations.sweepInvariants().map(\.invariant)
            #expect(alarms.contains("funded_event_invites_region"))
            try await findGap(scene, made)
            #expect(try await state(scene, made) == .breached)
        }
    }

    @Test func `comes before the event has ended, and after it by nothing`() async throws {
        try await withScene { scene in
            let made = try await scene.case(.approved)
            try await deviate(scene, made.event) { $0.prices.others = .kronor(100) }
            try await scene.letEventsPass()
            await #expect(throws: Refusal.conflict(.eventHasEnded)) {
                try await scene.edit(made.event) { $0.prices.others = .zero }
            }
            await #expect(throws: Refusal.conflict(.eventHasBegun), "nor is it moved to a day that is to come") {
                try await scene.edit(made.event) {
                    $0.startsAt = $0.startsAt.adding(days: 50)
                    $0.endsAt = $0.endsAt.adding(days: 50)
                }
            }
            try await scene.edit(made.event) { $0.description = "Så blev det." }
            #expect(try await state(scene, made) == .breached)
            try await scene.database.run(
                "UPDATE events SET starts_at = starts_at + interval '50 days', ends_at = ends_at + interval '50 days'")
            let error = try await #require(throws: PostgresError.self) {
                try await scene.database.run("UPDATE conditions SET state = 'cured'")
            }
            #expect(error.constraint == "breach_is_cured_before_the_event_ends")
        }
    }

    @Test func `gives those who are invited again the notice anew`() async throws {
        try await withScene { scene in
            let made = try await scene.case(.approved)
            try await deviate(scene, made.event, to: [scene.library(of: scene.lena)])
            try await scene.letEventsPass(days: 50)
            let mended = try await scene.invite(made.event, .all, .published)
            #expect(mended.invitation.scope == .all)
            #expect(try await state(scene, made) == .breached, "ten days are too few")
            try await scene.edit(made.event) {
                $0.startsAt = $0.startsAt.adding(days: 10)
                $0.endsAt = $0.endsAt.adding(days: 10)
            }
            #expect(try await state(scene, made) == .cured)
        }
    }
}
