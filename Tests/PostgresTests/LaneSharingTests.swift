import Testing

@testable import Postgres

@Suite(.serialized) struct `Shared answers` {
    @Test func `those who ask the same at once share an answer, each as new as their question`() async throws {
        try await ScratchDatabase.use { database in
            _ = try await database.client.write(Query(name: "make", text: "CREATE TABLE numbers (number int8)"))
            _ = try await database.client.write(Query(name: "first", text: "INSERT INTO numbers VALUES (0)"))
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<32 {
                    group.addTask {
                        for _ in 0..<50 {
                            let written: Int? = try await database.client.write(Self.count)
                                .first.map { try $0["number"] }
                            let read: Number? = try await database.client.first(Self.read)
                            // A reading that began before the question would not show what was committed by then.
                            #expect(try #require(read).value >= #require(written))
                        }
                    }
                }
                try await group.waitForAll()
            }
            let last: Int? = try await database.client.value(Self.read, column: "number")
            #expect(last == 32 * 50)
        }
    }

    @Test func `whoever leaves does not take the answer from those who share it`() async throws {
        try await ScratchDatabase.use { database in
            let busy = Task { try await database.client.rows(Query(name: "busy", text: "SELECT pg_sleep(0.2)")) }
            try await Task.sleep(for: .milliseconds(50))
            let callers = (0..<8).map { _ in
                Task { () -> Int? in
                    try await database.client.value(
                        Query(name: "shared", text: "SELECT 1::int8 AS number"), column: "number")
                }
            }
            callers[0].cancel()
            for caller in callers.dropFirst() { #expect(try await caller.value == 1) }
            _ = try await busy.value
        }
    }

    private static let count = Query(
        name: "count", text: "UPDATE numbers SET number = number + 1 RETURNING number")
    private static let read = Query(name: "read", text: "SELECT number FROM numbers")

    private struct Number: PostgresRowDecodable {
        let value: Int
        init(_ row: Row) throws { value = try row["number"] }
    }
}
