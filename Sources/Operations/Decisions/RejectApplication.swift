package import Domain
import Postgres
package import Store

extension Operations {
    /// Decides that no money is granted, with the reasons.
    package func rejectApplication(
        _ id: GrantApplication.ID, reasons: String, by person: Person,
        registering minutes: BoardMinutes? = nil, expecting version: Int? = nil, request: RepeatableRequest? = nil
    ) async throws -> GrantApplication.ID {
        try checkReasons(reasons)
        return try await once(request) { transaction in
            let lock = try await transaction.lockCase(id, seenBy: person, expecting: version)
            let status = try lock.status(after: .reject, by: person)
            let recommendation = try await transaction.checkedRecommendation(on: lock, decidedBy: person)
            try await transaction.checkEvents(of: recommendation, in: lock)
            let decision = try await transaction.prepare(
                .rejected, reasons: reasons, recommendedBy: recommendation.recommendedBy, in: lock, by: person,
                registering: minutes)
            try await transaction.conclude(lock, as: status, by: person)
            try await transaction.releaseInvitations(of: lock)
            try await transaction.issue(decision, in: lock, by: person)
            return id
        }
    }
}
