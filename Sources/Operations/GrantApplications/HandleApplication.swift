package import Domain
import Postgres
package import Store

extension Operations {
    /// A case officer takes the case, and its review begins.
    package func handleApplication(
        _ id: GrantApplication.ID, by person: Person, expecting version: Int? = nil, request: RepeatableRequest? = nil
    ) async throws -> GrantApplication.ID {
        try await once(request) { transaction in
            let lock = try await transaction.lockCase(id, seenBy: person, expecting: version)
            let status = try lock.status(after: .handle, by: person)
            try await transaction.checkImpartiality(of: person, in: lock)
            try await transaction.setStatus(of: id, to: status, caseOfficer: person.id)
            try await transaction.record("handle", in: id, by: person.id)
            return id
        }
    }
}
