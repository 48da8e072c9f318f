package import Domain
import Logging
import Postgres
package import Store

extension Operations {
    /// The decision maker gives up what is left of a claim, with the reasons (G12), by the power that the grant wants.
    package func writeOffClaim(
        _ id: Claim.ID, of grant: Grant.ID, because reasons: String, by person: Person,
        registering minutes: BoardMinutes? = nil, expecting version: Int? = nil, request: RepeatableRequest? = nil
    ) async throws -> Claim.ID {
        try checkReasons(reasons)
        let given = try await once(request) { transaction in
            let lock = try await transaction.lockGrant(grant, seenBy: person, expecting: version)
            let claim = try lock.grant.claim(id)
            let move = try claim.row(.writeOff, in: lock, by: person)
            let entry = Claim.Entry(
                id: Claim.Entry.ID(), kind: .writtenOff, amount: claim.left, note: reasons,
                day: Stockholm.day(lock.instant), recordedBy: person.id, recordedAt: lock.instant,
                authority: try await transaction.authority(over: lock, by: person, registering: minutes))
            try await transaction.insert(entry, on: id, leaving: move.to)
            try await transaction.conclude(lock, logged: "write-off", by: person, detail: reasons)
            return id
        }
        logger.notice("claim written off", metadata: ["grant": "\(grant)", "claim": "\(given)"])
        return given
    }
}
