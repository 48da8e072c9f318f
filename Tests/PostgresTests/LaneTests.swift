@testable import Postgres
import Testing

@Suite(.serialized) struct `Lanes` {
    @Test func `a key that was acknowledged has a row, though others in its batch fail`() async throws {
        try await ScratchDatabase.use { database in
            _ = try await database.client.write(Accounts.create)
            let told = await Acknowledgements.collect(database.client, writers: 64, each: 50) { $0 % 20 == 7 ? -1 : 0 }
            #expect(try await Accounts.keys(database.client) == told.kept)
            #expect(told.kept.count == 64 * 50 * 19 / 20)
            #expect(told.refused == Set((0..<3200).filter { $0 % 20 == 7 }))
            #expect(told.failures.allSatisfy { $0.sqlState == "23514" && $0.constraint == "amount_is_not_negative" })
        }
    }

    @Test func `the proof can fail: answering before the Sync acknowledges rows that are not there`() async throws {
        try await ScratchDatabase.use {
            $0.answersBeforeSync = true
        } _: { database in
            _ = try await database.client.write(Accounts.create)
            let told = await Acknowledgements.collect(database.client, writers: 64, each: 50) { $0 % 20 == 7 ? -1 : 0 }
            let kept = try await Accounts.keys(database.client)
            #expect(!told.kept.subtracting(kept).isEmpty)
        }
    }

    @Test func `an error at the commit refuses the one who caused it`() async throws {
        try await ScratchDatabase.use { database in
            for query in Self.deferred { _ = try await database.client.write(query) }
            let answers = await withTaskGroup(of: (Int, String?).self) { group in
                for child in 0..<40 {
                    group.addTask { (child, await Self.refusal(database.client, child)) }
                }
                return await group.reduce(into: [Int: String]()) { $0[$1.0] = $1.1 }
            }
            #expect(Set(answers.keys) == Set((0..<40).filter { $0 % 10 == 3 }))
            #expect(answers.values.allSatisfy { $0 == "parent_exists" })
            let kept: [Int] = try await database.client.values(
                Query(name: "children", text: "SELECT id FROM children ORDER BY id"), column: "id")
            #expect(kept == (0..<40).filter { $0 % 10 != 3 })
        }
    }

    private static let deferred = [
        Query(name: "parents", text: "CREATE TABLE parents (id int8 PRIMARY KEY)"),
        Query(name: "parent", text: "INSERT INTO parents VALUES (1)"),
        Query(
            name: "children",
            text: """
                CREATE TABLE children (id int8 PRIMARY KEY, parent int8,
                    CONSTRAINT parent_exists FOREIGN KEY (parent) REFERENCES parents DEFERRABLE INITIALLY DEFERRED)
                """),
    ]

    private static func refusal(_ client: PostgresClient, _ child: Int) async -> String? {
        let parent = child % 10 == 3 ? 2 : 1
        let query = Query(
            name: "child", text: "INSERT INTO children VALUES ($1, $2)",
            parameters: [child.postgresValue, parent.postgresValue])
        do {
            _ = try await client.write(query)
            return nil
        } catch {
            return (error as? PostgresError)?.constraint ?? "\(error)"
        }
    }

    @Test func `a statement that cannot be prepared fails alone`() async throws {
        try await ScratchDatabase.use { database in
            let wrong = Query(name: "wrong", text: "SELECT missing")
            let good = Query(name: "good", text: "SELECT 1 AS one")
            try await withThrowingTaskGroup(of: Void.self) { group in
                for number in 0..<60 {
                    group.addTask {
                        guard number % 6 == 0 else {
                            #expect(try await database.client.value(good, column: "one") == 1)
                            return
                        }
                        let error = try await PostgresError.thrown { try await database.client.rows(wrong) }
                        #expect(error.sqlState == "42703")
                        #expect(error.query == "wrong")
                    }
                }
                try await group.waitForAll()
            }
        }
    }

    @Test func `a statement is prepared again when its result changes shape`() async throws {
        let star = Query(name: "star", text: "SELECT * FROM accounts")
        try await ScratchDatabase.use { database in
            _ = try await database.client.write(Accounts.create)
            for _ in 0..<4 { _ = try await database.client.rows(star) }
            try await database.client.transaction { transaction in _ = try await transaction.rows(star) }
            _ = try await database.client.write(Query(name: "alter", text: "ALTER TABLE accounts ADD COLUMN more text"))
            for _ in 0..<4 { #expect(try await database.client.rows(star).isEmpty) }
            try await database.client.transaction { transaction in _ = try await transaction.rows(star) }
        }
    }

    @Test func `too many who wait are refused at once`() async throws {
        try await ScratchDatabase.use {
            $0.maximumWaiting = 8
            $0.readLanes = 1
            $0.laneStatementTimeout = .seconds(60)
            $0.queueTimeout = .seconds(60)
        } _: { database in
            _ = try await database.client.rows(Accounts.backend)
            let slow = try await Self.hold(database)
            let answers = await withTaskGroup(of: PostgresError.Kind?.self) { group in
                for number in 0..<20 {
                    // Those who ask the same wait as one.
                    let query = Query(
                        name: "own", text: "SELECT $1::int8 AS number", parameters: [number.postgresValue])
                    group.addTask { await Self.kind { try await database.client.rows(query) } }
                }
                return await group.reduce(into: [PostgresError.Kind?]()) {
                    $0.append($1)
                    if $0.count == 12 { slow.release.finish() }
                }
            }
            #expect(answers.prefix(12).allSatisfy { $0 == .saturated })
            #expect(answers.suffix(8).allSatisfy { $0 == nil })
            _ = try await slow.held.value
        }
    }

    /// Lets the only read lane wait for a lock until `release` is finished.
    private static func hold(
        _ database: ScratchDatabase
    ) async throws -> (held: Task<Void, any Error>, release: AsyncStream<Never>.Continuation) {
        let (locked, hasLocked) = AsyncStream<Never>.makeStream()
        let (gate, release) = AsyncStream<Never>.makeStream()
        let lock = Query(name: "lock", text: "SELECT pg_advisory_xact_lock(7)::text")
        let waiting = Query(
            name: "waiting", text: "SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND NOT granted")
        let holder = Task {
            try await database.client.transaction { transaction in
                _ = try await transaction.rows(lock)
                hasLocked.finish()
                for await _ in gate {}
            }
        }
        for await _ in locked {}
        let held = Task {
            _ = try await database.client.rows(lock)
            try await holder.value
        }
        while try await database.client.transaction({ try await $0.rows(waiting) }).isEmpty {}
        return (held, release)
    }

    private static func kind(_ body: () async throws -> Rows) async -> PostgresError.Kind? {
        do { _ = try await body() } catch { return (error as? PostgresError)?.kind }
        return nil
    }

    @Test func `a cancelled task is let go at once`() async throws {
        try await ScratchDatabase.use { database in
            let slow = Task { try await database.client.rows(Accounts.sleep(1.5)) }
            try await Task.sleep(for: .milliseconds(100))
            let took = await ContinuousClock().measure {
                slow.cancel()
                _ = await slow.result
            }
            #expect(took < .milliseconds(500))
            await #expect(throws: CancellationError.self) { try await slow.value }
        }
    }

    @Test func `a caller who comes after cancelled ones is served`() async throws {
        try await ScratchDatabase.use({ $0.readLanes = 1 }) { database in
            for _ in 0..<200 {
                let gone = (0..<4).map { _ in Task { try await database.client.rows(Accounts.backend) } }
                for task in gone { task.cancel() }
                _ = try await database.client.rows(Accounts.backend)
            }
        }
    }

    @Test func `a read lane refuses changes, since it may run a statement twice`() async throws {
        try await ScratchDatabase.use { database in
            let error = try await PostgresError.thrown { try await database.client.rows(Accounts.create) }
            #expect(error.sqlState == "25006")
        }
    }

    @Test func `a statement of a lane may not take long`() async throws {
        try await ScratchDatabase.use {
            $0.laneStatementTimeout = .milliseconds(200)
        } _: { database in
            let error = try await PostgresError.thrown { try await database.client.rows(Accounts.sleep(3)) }
            #expect(error.kind == .timedOut)
            #expect(error.sqlState == "57014")
        }
    }

    @Test func `nobody waits for a server that is not there`() async throws {
        let configuration = PostgresConfiguration(connectionString: "host=/nowhere user=nobody")
        try await withClient(configuration) { client in
            let refusal = try await PostgresError.thrown { try await client.rows(Accounts.backend) }
            #expect(refusal.kind == .unavailable)
            #expect(await !client.isReady())
            let error = try await PostgresError.thrown { try await client.transaction { _ in } }
            #expect(error.kind == .unavailable)
        }
    }
}
