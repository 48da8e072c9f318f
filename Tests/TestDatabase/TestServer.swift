import Foundation
package import Logging
import Postgres
import SQL

/// The PostgreSQL server on which tests make databases of their own. A test without a server fails; none is skipped.
struct TestServer: Sendable {
    let configuration: PostgresConfiguration

    init() throws {
        guard let text = ProcessInfo.processInfo.environment["SAMLYFT_TEST_DATABASE"], !text.isEmpty else {
            throw NoTestServer()
        }
        configuration = PostgresConfiguration(connectionString: text)
    }
}

/// There is no server to test on.
struct NoTestServer: Error, CustomStringConvertible {
    var description: String {
        "SAMLYFT_TEST_DATABASE must name a PostgreSQL server on which databases may be created, such as "
            + "\"host=/tmp port=5432 user=postgres dbname=postgres\"; scripts/test starts one"
    }
}

/// What a test finds in its database.
package enum TestContent: String, Sendable, CaseIterable {
    /// The region with its libraries, and the people who try the service.
    case people
    /// All that a newcomer finds: calls, events and cases too.
    case everything

    var seeds: [Migration] { self == .people ? Array(SQL.seeds.prefix(2)) : SQL.seeds }
}

/// This run of the tests, by which the databases that it makes are told from those of others.
struct TestRun: Sendable {
    static let current = TestRun()

    /// Eight characters that no other run has.
    let token = String(UUID().uuidString.lowercased().prefix(8))
    /// Twelve characters that stand for the schema and the seeds.
    let contentHash: String

    private init() {
        let texts = (SQL.migrations + SQL.seeds).map(\.checksum).joined()
        contentHash = String(Migration(number: 1, name: "", sql: texts).checksum.prefix(12))
    }

    /// How the run calls itself on the server for as long as it lives.
    var applicationName: String { "samlyft_test_\(token)_\(contentHash)" }

    func templateName(_ content: TestContent) -> String { "samlyft_template_\(contentHash)_\(content.rawValue)" }
    func databaseName(_ number: Int) -> String { "samlyft_test_\(token)_\(number)" }
}

extension Logger {
    /// A log that nobody reads.
    package static let silent = Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() })
}
