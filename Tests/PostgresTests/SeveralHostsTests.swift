import Postgres
import Testing

/// Several hosts in one connection string: the client is where changes are taken.
@Suite(.serialized) struct `Several hosts` {
    @Test func `a host that is dead is passed over`() async throws {
        try await TestServer.use { dead in
            try await TestServer.use { alive in
                try await dead.stop(.immediate)
                try await withClient(TestServer.configuration([dead, alive])) { client in
                    try await client.transaction { try await $0.execute(Accounts.create) }
                    _ = try await client.write(Accounts.insert(1))
                    #expect(try await Accounts.keys(client) == [1])
                    #expect(try await host(client) == alive.host)
                }
            }
        }
    }

    @Test func `a host that refuses changes is passed over`() async throws {
        try await TestServer.use(["default_transaction_read_only=on"]) { readOnly in
            try await TestServer.use { writable in
                try await withClient(TestServer.configuration([readOnly, writable])) { client in
                    _ = try await client.write(Accounts.create)
                    #expect(try await host(client) == writable.host)
                    let inTransaction = try await client.transaction { try await host($0) }
                    #expect(inTransaction == writable.host)
                }
            }
        }
    }

    @Test func `a server that was told to refuse changes is not told otherwise`() async throws {
        try await TestServer.use(["default_transaction_read_only=on"]) { server in
            try await withClient(server.configuration) { client in
                let write = try await PostgresError.thrown { try await client.write(Accounts.create) }
                #expect(write.sqlState == "25006")
                let transaction = try await PostgresError.thrown {
                    try await client.transaction { try await $0.execute(Accounts.create) }
                }
                #expect(transaction.sqlState == "25006")
            }
        }
    }

    @Test func `when the primary crashes and its standby takes over, work goes on and no acknowledged key is lost`()
        async throws
    {
        try await TestServer.use { primary in
            try await primary.withStandby { standby in
                try await withClient(TestServer.configuration([standby, primary])) { client in
                    _ = try await client.write(Accounts.create)
                    #expect(try await host(client) == primary.host)
                    try await waitForStandby(primary)
                    let before = await Acknowledgements.collect(client, writers: 16, each: 20)
                    #expect(before.kept.count == 320)
                    let writing = Task { await Acknowledgements.collect(client, writers: 64, each: 100, from: 1000) }
                    try await Task.sleep(for: .milliseconds(50))
                    try await primary.stop(.immediate)
                    try await expectPlainRefusals(client)
                    try await takeOver(standby, client)
                    var told = await writing.value
                    told.kept.formUnion(before.kept.union([1_000_000]))
                    try await expectTruth(told, on: standby, of: client)
                    try await expectKept(before.kept, on: primary)
                }
            }
        }
    }

    /// From now on the primary acknowledges nothing that the standby does not have.
    private func waitForStandby(_ primary: TestServer) async throws {
        try await withClient(primary.configuration) { client in
            for statement in [
                Query(name: "names", text: "ALTER SYSTEM SET synchronous_standby_names = 'standby'"),
                Query(name: "reload", text: "SELECT pg_reload_conf()::text"),
            ] { _ = try await client.write(statement) }
            let states = Query(
                name: "states", text: "SELECT count(*) AS count FROM pg_stat_replication WHERE sync_state = 'sync'")
            try await eventually { try await client.value(states, column: "count") == 1 }
        }
    }

    /// While no server takes changes, everyone is told so, and soon.
    private func expectPlainRefusals(_ client: PostgresClient) async throws {
        // Once the loss was noticed.
        try await Task.sleep(for: .milliseconds(300))
        let began = ContinuousClock.now
        let read = try await PostgresError.thrown { try await client.rows(Accounts.backend) }
        let write = try await PostgresError.thrown { try await client.write(Accounts.insert(-1)) }
        let transaction = try await PostgresError.thrown { try await client.transaction { _ in } }
        #expect([read, write, transaction].map(\.kind) == [.unavailable, .unavailable, .unavailable])
        tell("three refusals without a server, each of which may wait a second", since: began)
    }

    private func takeOver(_ standby: TestServer, _ client: PostgresClient) async throws {
        try await standby.promote()
        let promoted = ContinuousClock.now
        try await eventually { await client.isReady() }
        try await client.transaction { try await $0.execute(Accounts.insert(1_000_000)) }
        tell("back after another server was promoted", since: promoted)
        #expect(try await host(client) == standby.host)
    }

    private func expectTruth(
        _ told: Acknowledgements, on server: TestServer, of client: PostgresClient
    ) async throws {
        let kept = try await Accounts.keys(client)
        #expect(told.kept.subtracting(kept) == [], "acknowledged without a row")
        #expect(told.refused.intersection(kept) == [], "refused, and there is a row")
        #expect(kept.subtracting(told.kept).isSubset(of: told.unknown), "a row of which nobody was told")
        #expect(!told.failures.isEmpty)
        let kinds = Set(told.failures.map(\.kind))
        #expect(kinds.isSubset(of: [.outcomeUnknown, .unavailable, .timedOut]))
    }

    /// What a server acknowledged it has after its crash.
    private func expectKept(_ keys: Set<Int>, on server: TestServer) async throws {
        try await server.start()
        try await withClient(server.configuration) { client in
            let kept = try await Accounts.keys(client)
            #expect(keys.subtracting(kept) == [])
        }
    }
}

/// The folder of the socket of the server that answers.
private func host(_ database: some Querying) async throws -> String? {
    try await database.value(
        Query(name: "host", text: "SELECT current_setting('unix_socket_directories') AS host"), column: "host")
}
