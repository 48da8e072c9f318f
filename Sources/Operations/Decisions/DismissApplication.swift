package import Domain
import Postgres
package import Store

extension Operations {
    /// Turns an application away unread, on formal ground: late, not eligible, or signed without authority.
    package func dismissApplication(
        _ id: GrantApplication.ID, ground: String, by person: Person,
        registering minutes: BoardMinutes? = nil, expecting version: Int? = nil, request: RepeatableRequest? = nil
    ) async throws -> GrantApplication.ID {
        try checkReasons(ground, field: "ground")
        return try await once(request) { transaction in
            let lock = try await transaction.lockCase(id, seenBy: person, expecting: version)
            let status = try lock.status(after: .dismiss, by: person)
            try await transaction.checkFourEyes(of: person, in: lock)
            try await transaction.checkImpartiality(of: person, in: lock)
            let decision = try await transaction.prepare(
                .dismissed, reasons: ground, recommendedBy: lock.application.caseOfficerID, in: lock, by: person,
                registering: minutes)
            try await transaction.conclude(lock, as: status, by: person)
            try await transaction.releaseInvitations(of: lock.events, at: lock.instant)
            try await transaction.issue(decision, in: lock, by: person)
            return id
        }
    }
}
