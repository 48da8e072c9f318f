import Domain
import Operations
import Postgres
import Store
import Synchronization
import TestDatabase
import Testing

/// A list page makes as many statements for three rows as for one.
@Suite struct `A list` {
    @Test func `of events does not ask once an event`() async throws {
        try await withScene { scene in
            try await expectSameCost(scene, adding: { _ = try await scene.publishedEvent() }) { reader in
                try await reader.calendar(EventFilter(), limit: 50, offset: 0).events.count
            }
        }
    }

    @Test func `of what a library hosts does not ask once an event`() async throws {
        try await withScene { scene in
            try await expectSameCost(scene, adding: { _ = try await scene.draftEvent() }) { reader in
                try await reader.events(hostedBy: [scene.library(of: scene.karin)], limit: 50, offset: 0).events.count
            }
        }
    }

    @Test func `for the feed does not ask once an event`() async throws {
        try await withScene { scene in
            try await expectSameCost(scene, adding: { _ = try await scene.publishedEvent() }) { reader in
                try await reader.feed(since: scene.now, cancelledSince: scene.now).count
            }
        }
    }

    @Test func `of applications does not ask once an application`() async throws {
        try await withScene { scene in
            let call = try await scene.openCall()
            try await expectSameCost(scene, adding: { _ = try await scene.case(.submitted, in: call) }) { reader in
                try await reader.grantApplications(
                    of: [], received: true, limit: 50, offset: 0
                ).applications.count
            }
        }
    }

    @Test func `of grants does not ask once a grant`() async throws {
        try await withScene { scene in
            let call = try await scene.openCall()
            try await expectSameCost(scene, adding: { _ = try await scene.case(.approved, in: call) }) { reader in
                try await reader.grants(for: .region, limit: 50).grants.count
            }
        }
    }

    @Test func `of deviations and breaches does not ask once a deviation`() async throws {
        try await withScene { scene in
            let call = try await scene.openCall()
            func deviate() async throws {
                let funded = try await scene.case(.approved, in: call)
                _ = try await scene.operations.reportDeviation(
                    from: funded.event, because: "Sjukdom.", .cancellation, by: scene.karin)
            }
            try await expectSameCost(scene, adding: deviate) { reader in
                let breaches = try await reader.openBreaches(limit: 50)
                return try await reader.deviations(of: nil, limit: 50, offset: 0).deviations.count + breaches.count - 1
            }
        }
    }

    @Test func `of calls does not ask once a call`() async throws {
        try await withScene { scene in
            try await expectSameCost(scene, adding: { _ = try await scene.openCall() }) { reader in
                try await reader.calls(withDrafts: false, limit: 50, offset: 0).calls.count
            }
        }
    }
}

/// Asks for a list of one row and for one of more, and wants both to cost the same number of statements.
private func expectSameCost(
    _ scene: Scene, adding: () async throws -> Void, _ list: (StatementCounter) async throws -> Int
) async throws {
    try await adding()
    let one = StatementCounter(counting: scene.client)
    #expect(try await list(one) == 1)
    try await adding()
    try await adding()
    let three = StatementCounter(counting: scene.client)
    #expect(try await list(three) >= 3)
    #expect(three.count == one.count)
    #expect(one.count > 0)
}

/// Counts the statements that go to the database.
private final class StatementCounter: Querying {
    private let database: PostgresClient
    private let counted = Atomic(0)

    init(counting database: PostgresClient) { self.database = database }

    var count: Int { counted.load(ordering: .relaxed) }

    func rows(_ query: Query) async throws -> Rows {
        counted.add(1, ordering: .relaxed)
        return try await database.rows(query)
    }
}
