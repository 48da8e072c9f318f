import Foundation
import Logging
import Postgres

/// A service in small, for a test to kill: writes keys without end, and prints each one that was acknowledged.
@main struct CrashProbe {
    static func main() async throws {
        let connectionString = CommandLine.arguments.dropFirst().joined(separator: " ")
        let client = PostgresClient(
            configuration: PostgresConfiguration(connectionString: connectionString),
            logger: Logger(label: "probe", factory: { _ in SwiftLogNoOpLogHandler() }))
        try await write(client)
    }

    private static let writers = 64

    private nonisolated static func write(_ client: PostgresClient) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await client.run() }
            for writer in 0..<writers {
                group.addTask {
                    for key in stride(from: writer, through: .max, by: writers) { try await write(key, client) }
                }
            }
            try await group.waitForAll()
        }
    }

    private nonisolated static func write(_ key: Int, _ client: PostgresClient) async throws {
        let query = Query(
            name: "write", text: "INSERT INTO accounts (key, amount) VALUES ($1, 0)", parameters: [key.postgresValue])
        _ = try await client.write(query)
        // One system call a key, so that a key is printed whole or not at all.
        try FileHandle.standardOutput.write(contentsOf: Data("\(key)\n".utf8))
    }
}
