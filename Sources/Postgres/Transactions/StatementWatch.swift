/// Sees every statement of the transactions of a task before it goes out, the COMMIT included, and may send another one
/// in its place. With it a test tries every order in which the statements of several transactions can come, or takes a
/// lock out of one. Nothing in the service sets it.
package enum StatementWatch {
    @TaskLocal package static var current: (@Sendable (Query) async throws -> Query)?

    /// What is to be sent in place of `query`.
    static func passed(_ query: Query) async throws -> Query {
        guard let current else { return query }
        return try await current(query)
    }
}
