package import Domain
package import Logging
package import Postgres
import Store

/// What people do. Each verb is a file of its own; all of them lock, then look, then write.
package struct Operations: Sendable {
    package let database: PostgresClient
    let logger: Logger
    /// How much an application may carry.
    package let limits: AttachmentLimits

    package init(database: PostgresClient, logger: Logger, limits: AttachmentLimits = AttachmentLimits()) {
        self.database = database
        self.logger = logger
        self.limits = limits
    }

    /// Runs `work` in one transaction, with the refusals of the database turned into ours.
    func change<Value: Sendable>(_ work: (Transaction) async throws -> Value) async throws -> Value {
        do {
            return try await database.transaction(work)
        } catch let error as PostgresError {
            throw Refusal(error) ?? error
        }
    }

    /// The same, but a request that is repeated under its key does nothing, and answers with what the first one made.
    func once<Subject>(
        _ request: RepeatableRequest?, _ work: (Transaction) async throws -> Identifier<Subject>
    ) async throws -> Identifier<Subject> {
        guard let request else { return try await change(work) }
        return try await change { transaction in
            guard try await transaction.claimRequest(request) else { throw Refusal.conflict(.requestIsRunning) }
            if let earlier = try await transaction.answeredRequest(request) {
                guard earlier.hash == request.hash else { throw Refusal.conflict(.keyIsUsed) }
                return Identifier(rawValue: earlier.subjectID)
            }
            let made = try await work(transaction)
            try await transaction.record(request, made: made.rawValue)
            return made
        }
    }
}

/// Refuses a version that is not the current one. nil asks for none.
func expect(_ expected: Int?, is current: Int) throws(Refusal) {
    guard expected == nil || expected == current else { throw .stale }
}
