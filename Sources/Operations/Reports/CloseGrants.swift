package import Domain
import Logging
import Postgres
import Store

extension Operations {
    /// Closes the grants of which nothing more is to be done (G10, G12), each in a transaction of its own. Answers with
    /// how many.
    func closeGrants() async throws -> Int {
        try await eachGrant(in: { try await database.grantsToClose(after: $0, limit: pageSize) }, closeGrant)
    }

    /// The clock closes a grant: nothing is owed, and every condition is settled. From this day the case is kept as
    /// long as the disposal decision says.
    package func closeGrant(_ id: Grant.ID) async throws {
        try await change { transaction in
            let lock = try await transaction.lockGrant(id, seenBy: nil)
            let move = try lock.row(.close, by: .clock)
            try await transaction.close(id, as: move.to, on: Stockholm.day(lock.instant))
            try await transaction.record("close", in: lock.grant.applicationID, by: nil)
            try await transaction.enqueue(.grantClosed, forLibraryOf: id, payload: "{}")
        }
        logger.info("grant closed", metadata: ["grant": "\(id)"])
    }
}
