package import Domain
package import Operations
package import Postgres
import Store

/// A migrated database of its own for one test, with a client that runs for as long as the test does.
package struct TestDatabase: Querying {
    package let client: PostgresClient
    package let configuration: PostgresConfiguration
    package let operations: Operations
    private let people: [String: Person]

    fileprivate init(client: PostgresClient, configuration: PostgresConfiguration) async throws {
        self.client = client
        self.configuration = configuration
        operations = Operations(database: client, logger: .silent)
        people = Dictionary(uniqueKeysWithValues: try await client.people().map { ($0.email, $0) })
    }

    package func rows(_ query: Query) async throws -> Rows { try await client.rows(query) }

    /// One of the people who try the service, by address.
    package func person(_ email: String) throws -> Person {
        guard let person = people[email] else { throw NobodyHasAddress(email: email) }
        return person
    }

    /// Runs another client on the same database, as another process would.
    package func withSecondClient<Value: Sendable>(
        lockTimeout: Duration? = nil, _ body: (PostgresClient) async throws -> Value
    ) async throws -> Value {
        var configuration = configuration
        configuration.lockTimeout = lockTimeout ?? configuration.lockTimeout
        return try await withClient(configuration, body)
    }
}

/// No person of the seeds has the address that a test asks for.
struct NobodyHasAddress: Error {
    let email: String
}

/// Gives `body` a copy of the template with this content, and drops it afterwards.
package func withDatabase<Value: Sendable>(
    _ content: TestContent = .people, transactionConnections: Int = 4,
    _ body: (TestDatabase) async throws -> Value
) async throws -> Value {
    let taken = try await DatabasePool.shared.take(content)
    let result = await Result { try await use(taken, transactionConnections, body) }
    try await DatabasePool.shared.giveBack(taken)
    return try result.get()
}

/// Gives `body` a copy of what was prepared, and drops it afterwards.
package func withDatabase<Prepared: Sendable, Value: Sendable>(
    _ preparation: DatabaseToCopy<Prepared>, transactionConnections: Int = 4,
    _ body: (TestDatabase, Prepared) async throws -> Value
) async throws -> Value {
    let (name, prepared) = try await preparation.made()
    let taken = try await DatabasePool.shared.take(copying: name)
    let result = await Result { try await use(taken, transactionConnections) { try await body($0, prepared) } }
    try await DatabasePool.shared.giveBack(taken)
    return try result.get()
}

/// A database that is prepared once, by whoever asks for it first, for tests that each begin with a copy of it: what
/// costs more to make than to copy is made but once a run.
package actor DatabaseToCopy<Prepared: Sendable> {
    private let prepare: @Sendable (Scene) async throws -> Prepared
    private var making: Task<(name: String, prepared: Prepared), any Error>?

    /// What `prepare` makes of a region with its libraries and its people.
    package init(_ prepare: @escaping @Sendable (Scene) async throws -> Prepared) { self.prepare = prepare }

    fileprivate func made() async throws -> (name: String, prepared: Prepared) {
        let making =
            making
            ?? Task { [prepare] in
                let taken = try await DatabasePool.shared.take(.people)
                let result = await Result { try await use(taken, 4) { try await prepare(Scene($0)) } }
                await DatabasePool.shared.keep(taken)
                return (taken.name, try result.get())
            }
        self.making = making
        return try await making.value
    }
}

private func use<Value: Sendable>(
    _ taken: TakenDatabase, _ transactionConnections: Int, _ body: (TestDatabase) async throws -> Value
) async throws -> Value {
    var configuration = taken.configuration
    // Few, since many tests run at once; patient, since they share the machine with their server.
    configuration.readLanes = 1
    configuration.transactionConnections = transactionConnections
    configuration.laneStatementTimeout = .seconds(30)
    configuration.statementTimeout = .seconds(60)
    configuration.lockTimeout = .seconds(10)
    configuration.laneLockTimeout = .seconds(10)
    configuration.checkoutTimeout = .seconds(30)
    configuration.availabilityTimeout = .seconds(15)
    let settings = configuration
    return try await withClient(settings) { client in
        try await body(TestDatabase(client: client, configuration: settings))
    }
}

private func withClient<Value: Sendable>(
    _ configuration: PostgresConfiguration, _ body: (PostgresClient) async throws -> Value
) async throws -> Value {
    let client = PostgresClient(configuration: configuration, logger: .silent)
    let running = Task { try await client.run() }
    let result = await Result { try await body(client) }
    running.cancel()
    try await running.value
    return try result.get()
}

extension Result where Failure == any Error {
    fileprivate init(_ body: () async throws -> Success) async {
        do { self = .success(try await body()) } catch { self = .failure(error) }
    }
}
