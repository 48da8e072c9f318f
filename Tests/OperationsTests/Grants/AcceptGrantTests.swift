import Domain
import Operations
import Postgres
import Store
import TestDatabase
import Testing

@Suite struct `To accept a grant` {
    @Test func `puts it into force, keeps the words, and plans a fixed sum that is requested at once`() async throws {
        try await withScene { scene in
            let made = try await scene.case(.approved)
            let id = try await scene.grantID(of: made)
            let before = try await scene.grant(id)
            _ = try await scene.operations.acceptGrant(
                id, on: "Villkoren, ord för ord.", by: scene.ulf, expecting: before.revision)
            let grant = try await scene.grant(id)
            #expect(grant.state == .active)
            #expect(grant.acceptance?.terms == "Villkoren, ord för ord.")
            #expect(grant.acceptance?.acceptedBy == scene.ulf.id)
            #expect(grant.acceptance?.hash.count == 32)
            #expect(grant.revision > before.revision)
            #expect(grant.payments.map(\.state) == [.requested])
            #expect(grant.payments.map(\.amount) == [grant.amount])
            let log = try await scene.database.caseEvents(of: made.application).map(\.kind)
            #expect(log.suffix(2) == ["accept", "payment-release"])
            #expect(
                Set(try await scene.database.outbox(limit: 2).map(\.topic)) == ["grant-accepted", "payment-requested"])
        }
    }

    @Test func `plans nothing where the library draws the money itself`() async throws {
        try await withScene { scene in
            let accepted = try await scene.acceptedCase(GrantTerms(payment: .drawn))
            #expect(accepted.grant.state == .active)
            #expect(accepted.grant.payments.isEmpty)
        }
    }

    @Test func `leaves the payment planned while the decision can be appealed or a breach stands`() async throws {
        try await withScene { scene in
            let appealed = try await scene.acceptedCase(GrantTerms(paysAfterAppeal: true))
            #expect(appealed.grant.payments.map(\.state) == [.planned])
            let made = try await scene.case(.approved)
            try await scene.callOff(made)
            let broken = try await scene.grantID(of: made)
            _ = try await scene.operations.acceptGrant(broken, on: "Villkoren.", by: scene.ulf)
            #expect(try await scene.grant(broken).payments.map(\.state) == [.planned])
            #expect(try await scene.operations.moveGrants() == 0)
        }
    }

    @Test func `leaves the payment planned while the report is overdue or a court has annulled the decision`()
        async throws
    {
        try await withScene { scene in
            let annulled = try await scene.case(.approved)
            try await scene.winAppeal(of: annulled.application)
            let late = try await scene.case(.approved)
            let clocked = try await scene.case(.approved, in: scene.openCall { $0.terms.needsAcceptance = false })
            try await scene.letEventsPass(days: 110)
            for made in [annulled, late] {
                let id = try await scene.grantID(of: made)
                _ = try await scene.operations.acceptGrant(id, on: "Villkoren.", by: scene.ulf)
                #expect(try await scene.grant(id).payments.map(\.state) == [.planned])
            }
            try await scene.operations.activateGrant(scene.grantID(of: clocked))
            #expect(try await scene.grant(scene.grantID(of: clocked)).payments.map(\.state) == [.planned])
            #expect(try await scene.operations.moveGrants() == 0)
        }
    }

    @Test func `is for a signatory of the library alone, once, and of the version that was read`() async throws {
        try await withScene { scene in
            let id = try await scene.grantID(of: scene.case(.approved))
            func accept(_ person: Person, _ version: Int? = nil) async throws -> Grant.ID {
                try await scene.operations.acceptGrant(id, on: "Villkoren.", by: person, expecting: version)
            }
            for person in [scene.karin, scene.dag, scene.finn] {
                await #expect(throws: Refusal.notAllowed(.roleIsMissing)) { try await accept(person) }
            }
            for stranger in [scene.sven, scene.pontus] {
                await #expect(throws: Refusal.missing) { try await accept(stranger) }
            }
            await #expect(throws: Refusal.stale) { try await accept(scene.ulf, 99) }
            #expect(try await scene.grant(id).state == .awarded)
            _ = try await accept(scene.ulf)
            await #expect(throws: Refusal.conflict(.wrongState)) { try await accept(scene.ulf) }
            #expect(try await scene.grant(id).payments.count == 1)
        }
    }

    @Test func `is not needed where the call says so: then the clock puts the grant into force`() async throws {
        try await withScene { scene in
            let made = try await scene.case(.approved, in: scene.openCall { $0.terms.needsAcceptance = false })
            let waiting = try await scene.grantID(of: scene.case(.approved))
            #expect(try await scene.operations.moveGrantsIfDue() == 1)
            let grant = try await scene.grant(scene.grantID(of: made))
            #expect(grant.state == .active)
            #expect(grant.acceptance == nil)
            #expect(grant.payments.map(\.state) == [.requested])
            #expect(try await scene.grant(waiting).state == .awarded)
            #expect(try await scene.operations.moveGrantsIfDue() == nil)
            await #expect(throws: Refusal.conflict(.acceptanceIsNeeded)) {
                try await scene.operations.activateGrant(waiting)
            }
            #expect(try await scene.operations.sweepInvariants().isEmpty)
        }
    }

    @Test func `an announced call keeps what it says of its money, whoever sends the SQL`() async throws {
        try await withScene { scene in
            let call = try await scene.openCall()
            let error = await #expect(throws: PostgresError.self) {
                try await scene.database.run("UPDATE calls SET acceptance_needed = false WHERE id = '\(call)'")
            }
            #expect(error?.constraint == "published_call_keeps_its_terms")
        }
    }
}
