import Domain
import Operations
import Store
import TestDatabase
import Testing

@Suite struct `Attested payment is exported once` {
    @Test func `under a number without gaps, and is the same however often it is fetched`() async throws {
        try await withScene { scene in
            let first = try await scene.acceptedCase().grant.id
            _ = try await scene.attestFirst(of: first)
            let batch = try await scene.operations.exportPayments(by: scene.finn)
            let lines = try await scene.database.lines(of: batch)
            #expect(lines.map(\.amount) == [.kronor(30_000)])
            #expect(lines.map(\.account.description) == ["123-4566"])
            #expect(try await scene.database.paymentBatch(batch)?.number == 1)
            await #expect(throws: Refusal.conflict(.nothingToExport)) {
                try await scene.operations.exportPayments(by: scene.finn)
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
            let refusals = try await atOnce([scene.finn, try scene.frida, scene.finn, try scene.frida]) { person in
                try await scene.operations.exportPayments(by: person)
            }
            #expect(refusals == Array(repeating: .conflict(.nothingToExport), count: 3))
            _ = try await scene.operations.failPayment(payment, of: id, because: "Fel konto.", by: scene.finn)
            _ = try await scene.operations.requestPayment(payment, of: id, by: scene.ulf)
            _ = try await scene.attestFirst(of: id)
            let again = try await scene.operations.exportPayments(by: scene.finn)
            #expect(try await scene.database.lines(of: again).map(\.paymentID) == [payment])
            #expect(try await scene.database.paymentBatches(limit: 9, offset: 0).batches.map(\.number) == [2, 1])
            await #expect(throws: Refusal.notAllowed(.roleIsMissing)) {
                try await scene.operations.exportPayments(by: scene.dag)
            }
        }
    }
}
