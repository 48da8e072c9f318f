import Domain
import Operations
import Postgres
import Store
import TestDatabase
import Testing

@Suite struct `Of many instances` {
    @Test func `one sweeps, however many look at once`() async throws {
        try await withScene(transactionConnections: 8) { scene in
            try await scene.database.withSecondClient { other in
                let second = Operations(database: other, logger: .silent)
                let found = try await withThrowingTaskGroup(of: Bool.self) { group in
                    for operations in [scene.operations, second, scene.operations, second] {
                        group.addTask { try await operations.sweepIfDue() != nil }
                    }
                    return try await group.reduce(into: []) { $0.append($1) }
                }
                #expect(found.filter(\.self).count == 1)
                #expect(try await second.sweepIfDue() == nil)
                #expect(try await second.sweepIfDue(after: .zero) == [])
            }
        }
    }

    /// Another instance is at it for longer than the interval.
    @Test func `none begins what another is at`() async throws {
        try await withScene { scene in
            let (claimed, swept, kept) = try await scene.client.transaction { transaction in
                let claimed = try await transaction.claim(.sweep)
                let swept = try await scene.operations.sweepIfDue(after: .zero)
                return (claimed, swept, try await scene.operations.keepHouseIfDue(after: .zero))
            }
            #expect(claimed && swept == nil)
            #expect(kept != nil, "that is another chore")
            #expect(try await scene.operations.sweepIfDue(after: .zero) == [])
        }
    }

    /// `samlyft sweep` beside the service.
    @Test func `a sweep that is asked for waits until nobody is at it, and counts`() async throws {
        try await withScene { scene in
            let asked = try await scene.client.transaction { transaction in
                #expect(try await transaction.claim(.sweep))
                let asked = Task { try await scene.operations.sweepInvariants() }
                try await Task.sleep(for: .milliseconds(300))
                #expect(try await transaction.isDue(.sweep, after: 3600), "it has not been done meanwhile")
                return asked
            }
            #expect(try await asked.value == [])
            #expect(try await scene.operations.sweepIfDue() == nil, "that was the one of this hour")
        }
    }

    @Test func `a sweep that fails is not tried again before its time`() async throws {
        try await withScene { scene in
            try await scene.database.run("ALTER TABLE alarms RENAME TO elsewhere")
            await #expect(throws: PostgresError.self) { try await scene.operations.sweepIfDue() }
            #expect(try await scene.operations.sweepIfDue() == nil)
            try await scene.database.run("ALTER TABLE elsewhere RENAME TO alarms")
            #expect(try await scene.operations.sweepIfDue(after: .zero) == [])
        }
    }

    @Test func `the sweep that is due by itself raises alarms`() async throws {
        try await withScene { scene in
            _ = try await scene.case(.approved)
            try await scene.database.run("UPDATE calls SET committed = committed + 1")
            #expect(try await scene.operations.sweepIfDue()?.map(\.invariant) == ["call_money_adds_up"])
            #expect(try await scene.database.openAlarms(limit: 9).count == 1)
        }
    }

    @Test func `the house is kept of what nobody can use any more, and of nothing else`() async throws {
        try await withScene { scene in
            for number in 1...2 {
                _ = try await scene.operations.beginSession(of: scene.karin.id)
                _ = try await scene.operations.issueToken(named: "\(number)", toPersonWith: scene.karin.email)
                let key = RepeatableRequest(
                    personID: scene.karin.id, route: "POST /events", key: "\(number)", hash: [1])
                _ = try await scene.operations.draftEvent(
                    scene.eventDetails(by: scene.karin), by: scene.karin, request: key)
            }
            #expect(try await scene.operations.keepHouseIfDue() == Housekeeping(sessions: 0, tokens: 0, requests: 0))
            #expect(try await scene.operations.keepHouseIfDue() == nil)
            try await scene.database.run(
                "UPDATE sessions SET expires_at = now() - interval '25 hours' WHERE ctid = (SELECT max(ctid) FROM sessions)",
                "UPDATE access_tokens SET expires_at = now() - interval '31 days' WHERE name = '1'",
                "UPDATE answered_requests SET answered_at = now() - interval '8 days' WHERE key = '1'")
            #expect(
                try await scene.operations.keepHouseIfDue(after: .zero)
                    == Housekeeping(sessions: 1, tokens: 1, requests: 1))
            #expect(
                try await scene.operations.keepHouseIfDue(after: .zero)
                    == Housekeeping(sessions: 0, tokens: 0, requests: 0))
        }
    }
}
