import Domain
import Operations
import Store
import TestDatabase
import Testing

@Suite struct `To decline a grant` {
    @Test func `gives its money back to the call, and lets its event go`() async throws {
        try await withScene { scene in
            let made = try await scene.case(.approved)
            #expect(try await scene.call(made.call).committed == .kronor(30_000))
            let id = try await scene.grantID(of: made)
            _ = try await scene.operations.declineGrant(id, because: "Vi hinner inte.", by: scene.ulf)
            let grant = try await scene.grant(id)
            #expect(grant.state == .ended)
            #expect(grant.conditions.map(\.state) == [.notApplicable])
            #expect(try await scene.call(made.call).committed == .zero)
            #expect(try await scene.database.outbox(limit: 1).map(\.topic) == ["grant-declined"])
            // No condition binds the event any more, and another application may count on it.
            try await scene.invite(made.event, .own, .published)
            try await scene.invite(made.event, .all, .published)
            _ = try await scene.case(.approved, in: made.call, for: made.event)
            #expect(try await scene.operations.sweepInvariants().isEmpty)
        }
    }

    @Test func `closes what was broken, and releases its hold`() async throws {
        try await withScene { scene in
            let made = try await scene.case(.approved)
            try await scene.callOff(made)
            let id = try await scene.grantID(of: made)
            _ = try await scene.operations.declineGrant(id, because: "", by: scene.ulf)
            #expect(try await scene.grant(id).paymentHold == false)
            #expect(try await scene.database.openBreaches(limit: 5).isEmpty)
            #expect(try await scene.operations.sweepInvariants().isEmpty)
        }
    }

    @Test func `is refused once it is accepted, and to everybody but a signatory`() async throws {
        try await withScene { scene in
            let accepted = try await scene.acceptedCase()
            await #expect(throws: Refusal.conflict(.wrongState)) {
                try await scene.operations.declineGrant(accepted.grant.id, because: "Nej.", by: scene.ulf)
            }
            let id = try await scene.grantID(of: scene.case(.approved))
            for person in [scene.karin, scene.amira] {
                await #expect(throws: Refusal.notAllowed(.roleIsMissing)) {
                    try await scene.operations.declineGrant(id, because: "Nej.", by: person)
                }
            }
        }
    }

    @Test func `money that is given back is there for the next one, and never given twice`() async throws {
        try await withScene { scene in
            let call = try await scene.openCall { $0.budget = .kronor(60_000) }
            let ids = [
                try await scene.grantID(of: scene.case(.approved, in: call)),
                try await scene.grantID(of: scene.case(.approved, in: call)),
            ]
            _ = try await atOnce(ids) { id in
                try await scene.operations.declineGrant(id, because: "", by: scene.ulf)
            }
            #expect(try await scene.call(call).committed == .zero)
            _ = try await scene.case(.approved, in: call, amount: .kronor(60_000))
            #expect(try await scene.operations.sweepInvariants().isEmpty)
        }
    }
}
