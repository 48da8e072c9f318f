import Logging
import Postgres
import Testing

@Suite(.serialized) struct `Ending` {
    @Test func `an ended client refuses`() async throws {
        try await ScratchDatabase.use { database in
            let client = PostgresClient(configuration: database.configuration, logger: Logger(label: "test"))
            let running = Task { try await client.run() }
            _ = try await client.rows(Accounts.backend)
            try await eventually { await client.isReady() }
            running.cancel()
            try await running.value
            #expect(try await PostgresError.thrown { try await client.rows(Accounts.backend) }.kind == .closed)
            #expect(try await PostgresError.thrown { try await client.transaction { _ in } }.kind == .closed)
        }
    }

    @Test func `an orderly end answers everyone, and truly`() async throws {
        try await ScratchDatabase.use { database in
            _ = try await database.client.write(Accounts.create)
            let writing = try await withClient(database.configuration) { client in
                let writing = Task { await Acknowledgements.collect(client, writers: 64, each: 500) }
                try await eventually { try await Accounts.keys(database.client).count > 500 }
                return writing
            }
            let told = await writing.value
            #expect(try await Accounts.keys(database.client) == told.kept)
            #expect(told.unknown.isEmpty)
            #expect(told.failures.allSatisfy { $0.kind == .closed })
            #expect(!told.failures.isEmpty)
        }
    }
}
