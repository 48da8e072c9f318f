import Dispatch

/// Makes and removes whole databases on a server, as tests do.
package struct Databases: Sendable {
    private let configuration: PostgresConfiguration

    /// On the server of this configuration, whose role must have the right.
    package init(on configuration: PostgresConfiguration) { self.configuration = configuration }

    /// Makes a database, empty or as a copy of another one, and tells how to reach it.
    package func create(_ name: String, copying template: String = "template1") async throws -> PostgresConfiguration {
        try await run("CREATE DATABASE \(quoted(name)) TEMPLATE \(quoted(template)) STRATEGY file_copy")
        return try configuration.database(name)
    }

    /// Removes a database if it is there, and ends every connection to it.
    package func drop(_ name: String) async throws {
        try await run("DROP DATABASE IF EXISTS \(quoted(name)) WITH (FORCE)")
    }

    private func run(_ script: String) async throws {
        try await DispatchQueue(label: "postgres databases").result {
            _ = try Connection(configuration, SessionSettings()).run(script: script)
        }
    }
}
