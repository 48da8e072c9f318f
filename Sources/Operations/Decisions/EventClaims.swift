import Domain
import Postgres
import Store

extension Querying {
    /// The other cases that count on the events of an application (P13), each by its number where `person` may see it.
    /// In a transaction this comes after the locks on the events.
    func claims(on application: GrantApplication, seenBy person: Person?) async throws -> [EventClaim] {
        var claims: [EventClaim] = []
        for claim in try await otherClaims(than: application.id) {
            let other = try await grantApplication(claim.applicationID)
            let isSeen = person.flatMap { other?.maySee($0) } ?? false
            claims.append(
                EventClaim(
                    eventID: claim.eventID, isGranted: claim.isGranted,
                    registryNumber: isSeen ? other?.receipt?.registryNumber : nil))
        }
        return claims
    }
}

extension Transaction {
    /// Refuses to take up a case again whose event has come to be in another since, and names that one.
    func checkNoOtherClaims(on lock: LockedApplication, seenBy person: Person) async throws {
        let claimed = FundingRule.uniqueness(
            of: lock.events.map(\.id), claims: try await claims(on: lock.application, seenBy: person)
        ).filter(\.blocks)
        guard claimed.isEmpty else { throw Refusal.broken(.fundedEventInvitesRegion, findings: claimed) }
    }
}

extension Evaluation {
    /// Refuses an application whose events are in another case.
    func checkClaims() throws(Refusal) {
        let claimed = blocking.filter { $0.predicate == .uniqueness }
        guard claimed.isEmpty else { throw .broken(.fundedEventInvitesRegion, findings: claimed) }
    }
}
