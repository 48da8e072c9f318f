import ArgumentParser
import Foundation
import Logging
import Operations
import Postgres
import ServiceLifecycle
import Store

/// Prints a bearer token for machines that speak for a person. It is told once; only its hash is kept.
struct Token: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Print a bearer token of 90 days.")

    @Option(help: "The person's e-mail address.")
    var person: String

    @Option(help: "What the token is for.")
    var name = "samlyft token"

    func run() async throws {
        let secret = try await withOperations { operations in
            try await operations.issueToken(named: name, toPersonWith: person)
        }
        guard let secret else { throw ValidationError("nobody has the address \(person)") }
        print(secret.text)
    }
}

/// Looks for anything that docs/rules.md says is always so, and is not. Ends with 1 if it finds something.
struct Sweep: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Look for broken invariants and raise alarms.")

    @Flag(help: "Ask the rule again of every evaluation that is kept, not of the new ones and the next part alone.")
    var all = false

    func run() async throws {
        let faults = try await withOperations { operations in
            try await operations.sweepInvariants(
                all ? .everything : .part(atLeast: Schedule.evaluationsASweep))
        }
        for fault in faults {
            print("\(fault.invariant) \(fault.subjectID.uuidString.lowercased()): \(fault.detail)")
        }
        guard faults.isEmpty else { throw ExitCode(1) }
        print("Every invariant holds.")
    }
}

/// Connects for the time of one command.
func withOperations<Value: Sendable>(
    _ body: @Sendable (Operations) async throws -> Value
) async throws -> Value {
    let settings = try await Settings.read()
    var logger = settings.logger
    logger.logLevel = .error
    let database = PostgresClient(configuration: settings.postgres, logger: logger)
    let operations = Operations(database: database, logger: logger)
    return try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask { try await database.run() }
        defer { group.cancelAll() }
        return try await body(operations)
    }
}
