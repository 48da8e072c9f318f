import Foundation
import Logging
import Postgres
import Testing

/// A database of its own for one test, on the server that SAMLYFT_TEST_DATABASE names.
struct ScratchDatabase {
    let configuration: PostgresConfiguration
    let client: PostgresClient

    /// Makes the database, runs a client on it for as long as `body` lasts, and removes it.
    static func use<Value: Sendable>(
        _ configure: (inout PostgresConfiguration) -> Void = { _ in },
        _ body: (ScratchDatabase) async throws -> Value
    ) async throws -> Value {
        let server = PostgresConfiguration(connectionString: try server())
        let name = "scratch_" + UUID().uuidString.lowercased().replacing("-", with: "")
        var configuration = try await Databases(on: server).create(name)
        // Many tests share the processors; only those that are about patience lose it.
        configuration.checkoutTimeout = .seconds(60)
        configuration.lockTimeout = .seconds(30)
        configuration.statementTimeout = .seconds(60)
        configure(&configuration)
        let result = await Result {
            try await withClient(configuration) { client in
                try await body(ScratchDatabase(configuration: configuration, client: client))
            }
        }
        try await Databases(on: server).drop(name)
        return try result.get()
    }

    private static func server() throws -> String {
        let text = ProcessInfo.processInfo.environment["SAMLYFT_TEST_DATABASE"]
        return try #require(
            text, "SAMLYFT_TEST_DATABASE must name a PostgreSQL server with the right to create databases")
    }
}

/// Runs a client for as long as `body` lasts.
func withClient<Value: Sendable>(
    _ configuration: PostgresConfiguration, _ body: (PostgresClient) async throws -> Value
) async throws -> Value {
    let client = PostgresClient(
        configuration: configuration, logger: Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() }))
    let running = Task { try await client.run() }
    let result = await Result { try await body(client) }
    running.cancel()
    try await running.value
    return try result.get()
}

extension Result where Failure == any Error {
    init(_ body: () async throws -> Success) async {
        do { self = .success(try await body()) } catch { self = .failure(error) }
    }

    /// What it gave, if it did not throw.
    var value: Success? {
        if case .success(let value) = self { value } else { nil }
    }
}

extension PostgresError {
    /// The error that `body` must throw.
    static func thrown(by body: () async throws -> some Any) async throws -> PostgresError {
        try await #require(throws: PostgresError.self) { _ = try await body() }
    }
}

/// Says how long something took. No test fails by it: how fast a machine is says nothing of what is right.
func tell(_ what: String, since began: ContinuousClock.Instant) {
    print("\(what): \(ContinuousClock.now - began)")
}

/// Waits until `condition` holds, and fails if it does not in time.
func eventually(
    within limit: Duration = .seconds(60), _ condition: () async throws -> Bool
) async throws {
    let deadline = ContinuousClock.now + limit
    while try await !condition() {
        try #require(ContinuousClock.now < deadline, "it did not come about within \(limit)")
        try await Task.sleep(for: .milliseconds(20))
    }
}
