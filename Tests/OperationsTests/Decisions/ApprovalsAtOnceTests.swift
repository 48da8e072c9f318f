import Domain
import Operations
import Postgres
import Store
import TestDatabase
import Testing

@Suite struct `Two approvals at once` {
    @Test func `never give more than the call has`() async throws {
        try await withScene { scene in
            let call = try await scene.openCall {
                $0.budget = .kronor(100)
                $0.maximumAmount = .kronor(60)
            }
            let cases = [
                try await scene.case(.recommended, in: call, amount: .kronor(60)),
                try await scene.case(.recommended, in: call, amount: .kronor(60)),
            ]
            let refusals = try await atOnce(cases) { made in try await scene.approve(made.application, .kronor(60)) }
            #expect(refusals == [.conflict(.callHasNoMoneyLeft)])
            #expect(try await scene.call(call).committed == .kronor(60))
            #expect(try await scene.database.grants(for: .region, limit: 9).total == 1)
        }
    }

    @Test func `of one application give one grant`() async throws {
        try await withScene { scene in
            let made = try await scene.case(.recommended)
            let refusals = try await atOnce([scene.dag, scene.disa]) { person in
                try await scene.operations.approveApplication(
                    made.application, amount: .kronor(30_000), reasons: "X", by: person)
            }
            #expect(refusals == [.conflict(.alreadyDecided)])
            #expect(try await scene.database.grants(for: .region, limit: 9).total == 1)
        }
    }

    @Test func `wait for each other no longer than they may`() async throws {
        try await withScene { scene in
            let made = try await scene.case(.recommended)
            let impatient = try await scene.database.withSecondClient(lockTimeout: .milliseconds(50)) { client in
                try await scene.client.transaction { holder in
                    _ = try await holder.lockEvents([made.event])
                    return try await refusal {
                        try await Operations(database: client, logger: .silent).approveApplication(
                            made.application, amount: .kronor(30_000), reasons: "X", by: scene.dag)
                    }
                }
            }
            #expect(impatient == .conflict(.somebodyElseIsWorking))
            try await scene.expectUndecided(made)
            try await scene.approve(made.application)
        }
    }
}
