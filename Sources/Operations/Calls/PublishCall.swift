package import Domain
package import Store

extension Operations {
    /// Announces a call. Drafts may be written at once, and submitted when it opens. Twice changes nothing.
    package func publishCall(
        _ id: Call.ID, by person: Person, expecting version: Int? = nil, request: RepeatableRequest? = nil
    ) async throws -> Call.ID {
        guard person.mayMakeCalls else { throw Refusal.notAllowed(.roleIsMissing) }
        return try await once(request) { transaction in
            guard let call = try await transaction.lockCall(id) else { throw Refusal.missing }
            try expect(version, is: call.version)
            _ = try await transaction.publishCall(id, at: try await transaction.now())
            return id
        }
    }
}
