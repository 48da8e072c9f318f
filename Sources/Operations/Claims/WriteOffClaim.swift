package import Domain
import Logging
import Postgres
package import Store

extension Operations {
    /// The decision maker gives up what is left of a claim, with the reasons (G12).
    package func writeOffClaim(
        _ id: Claim.ID, of grant: Grant.ID, because reasons: String, by person: Person, expecting version: Int? = nil,
        request: RepeatableRequest? = nil
    ) async throws -> Claim.ID {
        try checkReasons(reasons)
        let given = try await once(request) { transaction in
            let lock = try await transaction.lockGrant(grant, seenBy: person, expecting: version)
            let claim = try lock.grant.claim(id)
            let move = try claim.row(.writeOff, in: lock, by: person)
            guard let application = try await transaction.grantApplication(lock.grant.applicationID) else {
                throw Refusal.missing
            }
            try await transaction.impartiality(in: application, events: lock.events).check(person)
            try await transaction.checkFourEyes(of: person, in: lock)
            let entry = Claim.Entry(
                id: Claim.Entry.ID(), kind: .writtenOff, amount: claim.left, note: reasons,
                day: Stockholm.day(lock.instant), recordedBy: person.id, recordedAt: lock.instant)
            try await transaction.insert(entry, on: id, leaving: move.to)
            try await transaction.conclude(lock, logged: "write-off", by: person, detail: reasons)
            return id
        }
        logger.notice("claim written off", metadata: ["grant": "\(grant)", "claim": "\(given)"])
        return given
    }
}
