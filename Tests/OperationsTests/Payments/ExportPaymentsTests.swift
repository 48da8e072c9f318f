import Domain
import Operations
import Postgres
import Store
import TestDatabase
import Testing

@Suite struct `Attested payment is exported once` {
    @Test func `under a number without gaps, and is the same however often it is fetched`() async throws {
        try await withScene { scene in
            let first = try await scene.acceptedCase().grant.id
            _ = try await scene.attestFirst(of: first)
            let batch = try await scene.operations.exportPayments(by: scene.frida)
            let lines = try await scene.database.lines(of: batch)
            #expect(lines.map(\.amount) == [.kronor(30_000)])
            #expect(lines.map(\.account.description) == ["123-4566"])
            #expect(try await scene.database.paymentBatch(batch)?.number == 1)
            await #expect(throws: Refusal.conflict(.nothingToExport)) {
                try await scene.operations.exportPayments(by: scene.frida)
            }
            let second = try await scene.acceptedCase().grant.id
            let payment = try await scene.attestFirst(of: second)
            let next = try await scene.operations.exportPayments(by: scene.frida)
            #expect(try await scene.database.paymentBatch(next)?.number == 2)
            #expect(try await scene.database.lines(of: next).map(\.paymentID) == [payment])
            #expect(try await scene.database.lines(of: batch).map(\.paymentID) == lines.map(\.paymentID))
        }
    }

    @Test func `also by many at the same time; one that failed is taken out again once it is attested again`()
        async throws
    {
        try await withScene { scene in
            let id = try await scene.acceptedCase().grant.id
            let payment = try await scene.attestFirst(of: id)
            let refusals = try await atOnce(Array(repeating: try scene.frida, count: 4)) { person in
                try await scene.operations.exportPayments(by: person)
            }
            #expect(refusals == Array(repeating: .conflict(.nothingToExport), count: 3))
            _ = try await scene.operations.failPayment(payment, of: id, because: "Fel konto.", by: scene.finn)
            _ = try await scene.operations.requestPayment(payment, of: id, by: scene.ulf)
            _ = try await scene.attestFirst(of: id)
            let again = try await scene.operations.exportPayments(by: scene.frida)
            #expect(try await scene.database.lines(of: again).map(\.paymentID) == [payment])
            #expect(try await scene.database.paymentBatches(limit: 9, offset: 0).batches.map(\.number) == [2, 1])
            await #expect(throws: Refusal.notAllowed(.roleIsMissing)) {
                try await scene.operations.exportPayments(by: scene.dag)
            }
        }
    }

    @Test func `by another than the one who attested, who is told so; in SQL too`() async throws {
        try await withScene { scene in
            let id = try await scene.acceptedCase().grant.id
            let payment = try await scene.attestFirst(of: id)
            await #expect(throws: Refusal.notAllowed(.twoPersonsPay)) {
                try await scene.operations.exportPayments(by: scene.finn)
            }
            let fault = await #expect(throws: PostgresError.self) {
                try await Self.exportWithSQL(payment, by: scene.finn, scene)
            }
            #expect(fault?.constraint == "two_persons_pay")
            #expect(try await scene.grant(id).payments.map(\.state) == [.attested])
            try await Self.exportWithSQL(payment, by: scene.frida, scene)
            #expect(try await scene.grant(id).payments.map(\.state) == [.exported])
        }
    }

    /// A conflict that was declared keeps a person of finance from everything of the case, as it keeps others of the region.
    @Test
    func `by nobody with a conflict of interest in the case; nor is it attested, paid, failed or recorded by them`()
        async throws
    {
        try await withScene { scene in
            let accepted = try await scene.acceptedCase()
            let (id, made) = (accepted.grant.id, accepted.case)
            let payment = try #require(accepted.grant.payments.first?.id)
            try await scene.declareConflict(made, by: scene.finn)
            let refused = Refusal.notAllowed(.conflictOfInterest)
            await #expect(throws: refused) { _ = try await scene.attestFirst(of: id) }
            let attest = """
                UPDATE payments SET state = 'attested', attested_by = '\(scene.finn.id)', attested_at = now(),
                       account_kind = 'bankgiro', account_number = '1234566' WHERE id = '\(payment)'
                """
            let error = await #expect(throws: PostgresError.self) { try await scene.database.run(attest) }
            #expect(error?.constraint == "case_officer_is_impartial")
            let frida = try scene.frida
            _ = try await scene.operations.attestPayment(payment, of: id, by: frida)
            await #expect(throws: refused) { try await scene.operations.exportPayments(by: scene.finn) }
            await #expect(throws: refused) {
                try await scene.operations.payPayment(
                    payment, of: id, reference: "BG", on: Stockholm.day(scene.now), by: scene.finn)
            }
            await #expect(throws: refused) {
                try await scene.operations.failPayment(payment, of: id, because: "Fel.", by: scene.finn)
            }
            let other = try await scene.acceptedCase()
            let payable = try #require(other.grant.payments.first?.id)
            _ = try await scene.operations.attestPayment(payable, of: other.grant.id, by: frida)
            let batch = try await scene.operations.exportPayments(by: scene.finn)
            #expect(try await scene.database.lines(of: batch).map(\.paymentID) == [payable])
            #expect(try await scene.grant(id).payments.map(\.state) == [.attested])
        }
    }

    @Test func `and tells of it: who had the payment before them is not obeyed, and the case remembers`() async throws {
        try await withScene { scene in
            let id = try await scene.acceptedCase().grant.id
            let payment = try await scene.attestFirst(of: id)
            let seen = try await scene.grant(id)
            #expect(seen.payments.map(\.batchNumber) == [nil])
            _ = try await scene.operations.exportPayments(by: scene.frida)
            await #expect(throws: Refusal.stale) {
                try await scene.operations.payPayment(
                    payment, of: id, reference: "För hand", on: Stockholm.day(scene.now), by: scene.frida,
                    expecting: seen.revision)
            }
            #expect(try await scene.grant(id).payments.map(\.batchNumber) == [1])
            let log = try await scene.database.caseEvents(of: seen.applicationID)
            #expect(log.last?.kind == "payment-export")
        }
    }

    /// What a file comes to, without the service.
    private static func exportWithSQL(_ payment: Payment.ID, by person: Person, _ scene: Scene) async throws {
        let batch = PaymentBatch.ID()
        try await scene.database.run(
            "INSERT INTO payment_batches (id, number, made_by, made_at) VALUES ('\(batch)', 1, '\(person.id)', now())",
            """
            INSERT INTO payment_batch_lines (batch_id, payment_id, attempt, amount, account_kind, account_number, payee,
                                             registry_number, payment_number)
            SELECT '\(batch)', id, attempt, amount, account_kind, account_number, 'Lund', 'SAM 1', number
              FROM payments WHERE id = '\(payment)'
            """,
            "UPDATE payments SET state = 'exported' WHERE id = '\(payment)'")
    }
}
