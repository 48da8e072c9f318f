package import Domain
import Logging
import Postgres
package import Store

extension Operations {
    /// A decision maker sends a proposed settlement of a report back to the case officer, with the reason. The report
    /// stands, and another settlement may be proposed.
    package func returnSettlement(
        of id: Grant.ID, because reasons: String, by person: Person, expecting version: Int? = nil,
        request: RepeatableRequest? = nil
    ) async throws -> Grant.ID {
        try checkReasons(reasons)
        let returned = try await once(request) { transaction in
            let lock = try await transaction.lockGrant(id, seenBy: person, expecting: version)
            let move = try lock.row(.returnSettlement, by: lock.actor(person))
            guard let report = try await transaction.reports(of: id).first,
                let proposed = try await transaction.reportSettlements(of: id).first, proposed.reportID == report.id,
                proposed.isOpen
            else { throw Refusal.conflict(.settlementIsNotProposed) }
            try await transaction.insert(
                ReportSettlement.Return(reasons: reasons, by: person.id, at: lock.instant), of: proposed.id)
            try await transaction.conclude(
                lock, as: move.to, logged: "return-settlement", by: person, detail: reasons)
            return id
        }
        logger.info("settlement returned", metadata: ["grant": "\(id)"])
        return returned
    }
}
