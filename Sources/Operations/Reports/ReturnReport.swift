package import Domain
import Logging
import Postgres
package import Store

extension Operations {
    /// The case officer sends a report back with the reason, and says when another is due (G8). The library goes on
    /// from what it had written.
    package func returnReport(
        of id: Grant.ID, because reasons: String, dueOn day: Day, by person: Person, expecting version: Int? = nil,
        request: RepeatableRequest? = nil
    ) async throws -> Grant.ID {
        try checkReasons(reasons)
        let returned = try await once(request) { transaction in
            let lock = try await transaction.lockGrant(id, seenBy: person, expecting: version)
            let move = try lock.row(.returnReport, by: lock.actor(person))
            let today = Stockholm.day(lock.instant)
            guard day > today else { throw Refusal.invalid("dueOn", .isNotAfter(today.text)) }
            guard let report = try await transaction.reports(of: id).first else { throw Refusal.missing }
            try await transaction.insert(
                SentReport.Return(reasons: reasons, dueOn: day, by: person.id, at: lock.instant), of: report.id)
            try await transaction.conclude(lock, as: move.to, logged: "return-report", by: person, detail: reasons)
            try await transaction.enqueue(.reportReturned, forLibraryOf: id, payload: "{\"dueOn\":\"\(day.text)\"}")
            return id
        }
        logger.info("report returned", metadata: ["grant": "\(id)"])
        return returned
    }
}
