import Domain
import Operations
import Postgres
import Store
import TestDatabase
import Testing

/// What has been taken out to the bank may have been paid: nobody here takes it back and plans its sum anew.
@Suite struct `An exported payment ends at the bank` {
    private func exported(_ scene: Scene) async throws -> (case: Case, grant: Grant.ID, payment: Payment.ID) {
        let accepted = try await scene.acceptedCase()
        let payment = try await scene.attestFirst(of: accepted.grant.id)
        _ = try await scene.operations.exportPayments(by: scene.frida)
        return (accepted.case, accepted.grant.id, payment)
    }

    private func settle(_ scene: Scene, _ id: Grant.ID, _ settlement: BreachSettlement) async throws {
        let condition = try #require(try await scene.grant(id).conditions.first).id
        _ = try await scene.operations.replyToBreach(of: condition, in: id, saying: "Sjukdom.", by: scene.karin)
        _ = try await scene.operations.settleBreach(
            of: condition, in: id, as: settlement, because: "Efter samtal.", by: scene.dag)
    }

    @Test func `and is not cancelled, nor is its account changed`() async throws {
        try await withScene { scene in
            let (_, id, payment) = try await exported(scene)
            #expect(try await scene.grant(id).payments.map(\.state) == [.exported])
            await #expect(throws: Refusal.conflict(.wrongState)) {
                try await scene.operations.cancelPayment(payment, of: id, because: "Ångrat.", by: scene.finn)
            }
            await #expect(throws: Refusal.conflict(.paymentIsUnderWay)) { try await scene.confirmAccount(of: id) }
        }
    }

    @Test func `so that a breach waits for it, and what was paid is claimed`() async throws {
        try await withScene { scene in
            let (made, id, payment) = try await exported(scene)
            try await scene.callOff(made)
            for settlement in [BreachSettlement.waived(accepted: .kronor(12_000)), .waived(accepted: .zero)] {
                await #expect(throws: Refusal.conflict(.bankHasNotAnswered)) {
                    try await settle(scene, id, settlement)
                }
            }
            // The money has left: that it has is noted in spite of the breach.
            try await scene.pay(payment, of: id)
            try await settle(scene, id, .waived(accepted: .kronor(12_000)))
            let grant = try await scene.grant(id)
            #expect(grant.payments.map(\.state) == [.paid])
            #expect(grant.claims.map(\.amount) == [.kronor(18_000)])
            #expect(try await scene.operations.sweepInvariants().isEmpty)
        }
    }

    @Test func `or comes back, and only then is the rest planned anew`() async throws {
        try await withScene { scene in
            let (made, id, payment) = try await exported(scene)
            try await scene.callOff(made)
            _ = try await scene.operations.failPayment(payment, of: id, because: "Fel konto.", by: scene.finn)
            try await settle(scene, id, .waived(accepted: .kronor(12_000)))
            let grant = try await scene.grant(id)
            #expect(grant.payments.map(\.state) == [.cancelled, .planned])
            #expect(grant.payments.map(\.amount) == [.kronor(30_000), .kronor(12_000)] && grant.claims.isEmpty)
            #expect(try await scene.operations.sweepInvariants().isEmpty)
        }
    }

    @Test func `also for SQL that knows no operation`() async throws {
        try await withScene { scene in
            let payment = try await exported(scene).payment
            for (change, constraint) in [
                ("state = 'cancelled', ended_because = 'X'", "exported_payment_ends_at_the_bank"),
                ("state = 'attested'", "exported_payment_ends_at_the_bank"),
            ] {
                let error = try await #require(throws: PostgresError.self) {
                    try await scene.database.run("UPDATE payments SET \(change) WHERE id = '\(payment)'")
                }
                #expect(error.constraint == constraint)
            }
            let other = try await scene.acceptedCase().grant.id
            let attested = try await scene.attestFirst(of: other)
            let error = try await #require(throws: PostgresError.self) {
                try await scene.database.run("UPDATE payments SET state = 'exported' WHERE id = '\(attested)'")
            }
            #expect(error.constraint == "exported_payment_is_in_a_file")
        }
    }

    @Test func `and none is taken out while a breach stands, also one that comes at the same time`() async throws {
        try await withScene(transactionConnections: 8) { scene in
            let held = try await scene.acceptedCase()
            _ = try await scene.attestFirst(of: held.grant.id)
            try await scene.callOff(held.case)
            await #expect(throws: Refusal.conflict(.nothingToExport)) {
                try await scene.operations.exportPayments(by: scene.frida)
            }
            for round in 0..<6 {
                let other = try await scene.acceptedCase()
                _ = try await scene.attestFirst(of: other.grant.id)
                _ = try await atOnce([round % 2 == 0, round % 2 == 1]) { exports in
                    if exports {
                        _ = try await scene.operations.exportPayments(by: scene.frida)
                    } else {
                        try await scene.callOff(other.case)
                    }
                }
            }
            #expect(try await scene.database.openBreaches(limit: 9).count == 7)
            #expect(try await scene.operations.sweepInvariants().isEmpty)
        }
    }
}
