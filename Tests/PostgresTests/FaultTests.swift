import Foundation
import Postgres
import Testing

/// Whatever dies, an acknowledged key has a row, a refused one has none, and the database is in use again soon after.
@Suite(.serialized) struct `Faults` {
    @Test func `a backend that is killed costs no acknowledged key`() async throws {
        try await TestServer.use { server in
            try await withAccounts(server) { client in
                let writing = Task { await Acknowledgements.collect(client, writers: 64, each: 300) }
                for _ in 0..<3 {
                    try await Task.sleep(for: .milliseconds(100))
                    // The server may not be back from the kill before.
                    var pid: Int?
                    try await eventually {
                        pid = await Result { try await client.value(Accounts.backend, column: "pid") }.value ?? nil
                        return pid != nil
                    }
                    try server.kill(try #require(pid))
                }
                try await eventually { await client.isReady() }
                try await expectTruth(await writing.value, client)
            }
        }
    }

    @Test func `an immediate stop costs no acknowledged key, and work goes on after the start`() async throws {
        try await TestServer.use { server in
            try await withAccounts(server) { client in
                let writing = Task { await Acknowledgements.collect(client, writers: 64, each: 200) }
                try await Task.sleep(for: .milliseconds(100))
                try await server.stop(.immediate)
                try await Task.sleep(for: .milliseconds(1500))
                let refusal = try await PostgresError.thrown { try await client.rows(Accounts.backend) }
                #expect(refusal.kind == .unavailable)
                try await server.start()
                let back = ContinuousClock.now
                try await eventually { await client.isReady() }
                try await client.transaction { try await $0.execute(Accounts.insert(1_000_000)) }
                tell("back after an immediate stop and a start", since: back)
                var told = await writing.value
                told.kept.insert(1_000_000)
                try await expectTruth(told, client)
            }
        }
    }

    @Test func `a read outlives its connection`() async throws {
        try await TestServer.use { server in
            try await withAccounts(server) { client in
                let reading = Task { try await client.rows(Accounts.sleep(0.5)).count }
                try await Task.sleep(for: .milliseconds(200))
                try await server.stop(.immediate)
                try await server.start()
                #expect(try await reading.value == 1)
            }
        }
    }

    @Test func `a transaction whose connection dies keeps nothing, and the next one works`() async throws {
        try await TestServer.use { server in
            try await withAccounts(server) { client in
                let error = try await PostgresError.thrown {
                    try await client.transaction { transaction in
                        try await transaction.execute(Accounts.insert(1))
                        let pid: Int? = try await transaction.value(Accounts.backend, column: "pid")
                        try server.kill(try #require(pid))
                        try await transaction.execute(Accounts.insert(2))
                    }
                }
                #expect(error.kind == .connectionLost)
                try await eventually {
                    await Result { try await client.transaction { try await $0.execute(Accounts.insert(3)) } }.value
                        != nil
                }
                let keys = try await Accounts.keys(client)
                #expect(keys == [3])
            }
        }
    }

    @Test func `a listener hears on after its server was gone`() async throws {
        try await TestServer.use { server in
            try await withAccounts(server) { client in
                var events = client.listen("events").makeAsyncIterator()
                #expect(await events.next() == .reconnected)
                try await server.stop(.immediate)
                try await server.start()
                let back = ContinuousClock.now
                #expect(await events.next() == .reconnected)
                tell("heard again after an immediate stop and a start", since: back)
            }
        }
    }

    @Test func `a frozen server is given up, and its writes are unknown`() async throws {
        try await TestServer.use { server in
            try await withAccounts(server, { $0.laneStatementTimeout = .milliseconds(200) }) { client in
                let pid: Int? = try await client.write(Accounts.backend).first?["pid"]
                try server.signal(SIGSTOP, try #require(pid))
                let error = try await PostgresError.thrown { try await client.write(Accounts.insert(1)) }
                #expect(error.kind == .outcomeUnknown)
                try server.signal(SIGCONT, try #require(pid))
                try await eventually { await client.isReady() }
            }
        }
    }

    @Test func `a service that is killed has acknowledged nothing but what is kept`() async throws {
        try await TestServer.use { server in
            try await withAccounts(server) { client in
                let printed = URL(filePath: "/tmp/samlyft-\(UUID().uuidString)")
                // The tests and the probe are built into one folder.
                let program = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
                    .appending(path: "PostgresCrashProbe").path
                let probe = Command.spawn(program, [server.configuration.connectionString], output: printed.path)
                try await eventually { try await Accounts.keys(client).count > 2000 }
                try server.kill(Int(probe))
                #expect(Command.wait(for: probe) == SIGKILL)
                let lines = try String(contentsOf: printed, encoding: .utf8).split(separator: "\n")
                try FileManager.default.removeItem(at: printed)
                let acknowledged = Set(lines.compactMap { Int($0) })
                // The killed service's last batch may still be on its way.
                try await Task.sleep(for: .milliseconds(300))
                let kept = try await Accounts.keys(client)
                #expect(acknowledged.count > 1000)
                #expect(acknowledged.subtracting(kept) == [])
                // Each of its 64 writers can have one key that was kept and not told.
                #expect(kept.subtracting(acknowledged).count <= 64)
            }
        }
    }

    private func withAccounts(
        _ server: TestServer, _ configure: (inout PostgresConfiguration) -> Void = { _ in },
        _ body: (PostgresClient) async throws -> Void
    ) async throws {
        var configuration = server.configuration
        configure(&configuration)
        try await withClient(configuration) { client in
            _ = try await client.write(Accounts.create)
            try await body(client)
        }
    }

    private func expectTruth(_ told: Acknowledgements, _ client: PostgresClient) async throws {
        var rows: Set<Int>?
        try await eventually {
            rows = await Result { try await Accounts.keys(client) }.value
            return rows != nil
        }
        let kept = try #require(rows)
        #expect(told.kept.subtracting(kept) == [], "acknowledged without a row")
        #expect(told.refused.intersection(kept) == [], "refused, and there is a row")
        #expect(kept.subtracting(told.kept).isSubset(of: told.unknown), "a row of which nobody was told")
        #expect(told.kept.count > 100)
        #expect(!told.failures.isEmpty)
    }
}
