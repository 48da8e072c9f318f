import Postgres
import Testing

@Suite(.serialized) struct `Restarts` {
    @Test func `however often the server restarts, the client has no more connections than it may`() async throws {
        try await TestServer.use { server in
            let configuration = server.configuration
            try await withClient(configuration) { client in
                _ = try await client.write(Accounts.create)
                let listening = Task { for await _ in client.listen("events") {} }
                let working = (0..<32).map { worker in Task { await work(client, worker) } }
                var counts: [Int] = []
                for how in [TestServer.Stop.fast, .immediate, .fast, .immediate] {
                    counts += try await watch(server)
                    try await server.stop(how)
                    try await server.start()
                }
                counts += try await watch(server)
                for worker in working { worker.cancel() }
                var told = Told()
                for worker in working { told.formUnion(await worker.value) }
                // The lanes that read and the one that writes, the transactions, the listener.
                let most = configuration.readLanes + 1 + configuration.transactionConnections + 1
                #expect(counts.max() == most)
                try await eventually { try await watch(server).last == most }
                try await expectTruth(told, client)
                listening.cancel()
            }
        }
    }

    private struct Told {
        var kept: Set<Int> = []
        var unknown: Set<Int> = []
        var failures = 0

        mutating func formUnion(_ other: Told) {
            kept.formUnion(other.kept)
            unknown.formUnion(other.unknown)
            failures += other.failures
        }
    }

    /// One transaction after another, until the task is cancelled.
    private func work(_ client: PostgresClient, _ worker: Int) async -> Told {
        var told = Told()
        for key in stride(from: worker, to: .max, by: 32) {
            guard !Task.isCancelled else { break }
            do {
                try await client.transaction { try await $0.execute(Accounts.insert(key)) }
                told.kept.insert(key)
            } catch let error as PostgresError {
                if error.kind == .outcomeUnknown { told.unknown.insert(key) }
                told.failures += 1
            } catch {
                // Cancelled, perhaps at the commit.
                told.unknown.insert(key)
            }
        }
        return told
    }

    /// How many connections the client has, asked many times over a while.
    private func watch(_ server: TestServer) async throws -> [Int] {
        var configuration = server.configuration
        configuration.applicationName = "watcher"
        let count = Query(
            name: "count", text: "SELECT count(*) AS count FROM pg_stat_activity WHERE application_name = 'samlyft'")
        return try await withClient(configuration) { watcher in
            var counts: [Int] = []
            for _ in 0..<25 {
                counts.append(try await watcher.value(count, column: "count") ?? 0)
                try await Task.sleep(for: .milliseconds(20))
            }
            return counts
        }
    }

    private func expectTruth(_ told: Told, _ client: PostgresClient) async throws {
        let kept = try await Accounts.keys(client)
        #expect(told.kept.subtracting(kept) == [], "acknowledged without a row")
        #expect(kept.subtracting(told.kept).isSubset(of: told.unknown), "a row of which nobody was told")
        #expect(told.kept.count > 100)
        #expect(told.failures > 0)
    }
}
