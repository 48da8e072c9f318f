import Domain
import Operations
import Postgres
import Store
import TestDatabase
import Testing

@Suite struct `To submit an application` {
    @Test func `is for the signatory`() async throws {
        try await withScene { scene in
            let made = try await scene.case(.drafted)
            await #expect(throws: Refusal.notAllowed(.roleIsMissing)) {
                try await scene.operations.submitApplication(made.application, attested: true, by: scene.karin)
            }
            _ = try await scene.operations.submitApplication(made.application, attested: true, by: scene.ulf)
            await #expect(throws: Refusal.conflict(.wrongState)) {
                try await scene.operations.submitApplication(made.application, attested: true, by: scene.ulf)
            }
            await #expect(throws: Refusal.stale) {
                try await scene.operations.submitApplication(
                    made.application, attested: true, by: scene.ulf, expecting: 1)
            }
        }
    }

    @Test func `names all that is missing`() async throws {
        try await withScene { scene in
            let call = try await scene.openCall()
            let id = try await scene.operations.draftApplication(
                GrantRequest(title: "Tomt"), to: call, from: scene.library(of: scene.karin), by: scene.karin)
            let refused = try await refusal {
                try await scene.operations.submitApplication(id, attested: false, by: scene.ulf)
            }
            #expect(Set(refused.fields) == ["purpose", "requestedAmount", "budget", "attested"])
            let large = try await scene.case(.drafted, in: call, amount: .kronor(60_001))
            let tooMuch = try await refusal {
                try await scene.operations.submitApplication(large.application, attested: true, by: scene.ulf)
            }
            #expect(tooMuch.fields == ["requestedAmount"])
        }
    }

    @Test func `waits for the call to open, and is late from the closing instant on`() async throws {
        try await withScene { scene in
            let announced = try await scene.openCall { $0.opensAt = scene.now.adding(days: 5) }
            let early = try await scene.case(.drafted, in: announced)
            await #expect(throws: Refusal.conflict(.callIsClosed)) {
                try await scene.operations.submitApplication(early.application, attested: true, by: scene.ulf)
            }
            let late = try await scene.case(.drafted)
            try await scene.database.run("UPDATE calls SET closes_at = clock_timestamp() WHERE id = '\(late.call)'")
            await #expect(throws: Refusal.conflict(.callIsClosed)) {
                try await scene.operations.submitApplication(late.application, attested: true, by: scene.ulf)
            }
        }
    }

    @Test func `is refused while the core of the funding rule is broken, and says what would mend it`() async throws {
        try await withScene { scene in
            let made = try await scene.case(.drafted)
            try await scene.invite(made.event, .own, .bound)
            let refused = try await refusal {
                try await scene.operations.submitApplication(made.application, attested: true, by: scene.ulf)
            }
            #expect(refused.reasons == [.nobodyIsInvited])
            #expect(refused.findings.map(\.repair) == [.inviteAllOthers(made.event, state: .bound)])
            #expect(try await scene.application(made.application).receipt == nil)
        }
    }

    /// Numbers are given under a lock and taken back with the transaction, also when it fails after the number.
    @Test func `gives registry numbers without gaps, though many submit at once and some fail`() async throws {
        try await withScene(transactionConnections: 8) { scene in
            let call = try await scene.openCall()
            var cases: [Case] = []
            for _ in 0..<16 { cases.append(try await scene.case(.drafted, in: call)) }
            let failing = Set(cases.enumerated().filter { $0.offset % 4 == 0 }.map(\.element.application))
            let names = failing.map { "'\($0)'" }.joined(separator: ", ")
            try await scene.database.run(
                "ALTER TABLE outbox ADD CONSTRAINT no_more_paper CHECK (subject_id NOT IN (\(names)))")
            let all = cases
            await withTaskGroup(of: Void.self) { group in
                for made in all {
                    group.addTask {
                        do {
                            _ = try await scene.operations.submitApplication(
                                made.application, attested: true, by: scene.ulf)
                            #expect(!failing.contains(made.application))
                        } catch {
                            #expect((error as? PostgresError)?.constraint == "no_more_paper")
                            #expect(failing.contains(made.application))
                        }
                    }
                }
            }
            var numbers: [String] = []
            for made in all {
                if let receipt = try await scene.application(made.application).receipt {
                    numbers.append(String(receipt.registryNumber.suffix(5)))
                }
            }
            #expect(numbers.sorted() == (1...12).map { $0 < 10 ? "/000\($0)" : "/00\($0)" })
        }
    }
}
