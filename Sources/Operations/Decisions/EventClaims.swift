import Domain
import Postgres
import Store

extension Querying {
    /// P13 of an application: the other cases that count on its events, each by its number where `person` may see it. In a
    /// transaction this comes after the locks on the events.
    func claimFindings(on application: GrantApplication, seenBy person: Person?) async throws -> [Finding] {
        var claims: [EventClaim] = []
        for claim in try await otherClaims(than: application.id) {
            let other = try await grantApplication(claim.applicationID)
            let isSeen = person.flatMap { other?.maySee($0) } ?? false
            claims.append(
                EventClaim(
                    eventID: claim.eventID, isGranted: claim.isGranted,
                    registryNumber: isSeen ? other?.receipt?.registryNumber : nil))
        }
        return FundingRule.uniqueness(of: application.request.events.map(\.eventID), claims: claims)
    }

    /// Refuses an application whose events are in another case.
    func checkClaims(on application: GrantApplication, by person: Person) async throws {
        let findings = try await claimFindings(on: application, seenBy: person).filter(\.blocks)
        guard findings.isEmpty else { throw Refusal.broken(.fundedEventInvitesRegion, findings: findings) }
    }
}
