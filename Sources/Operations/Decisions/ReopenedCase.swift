import Domain
import Postgres
import Store

/// A case as it would be reopened: the decision that stands, the grant that it gave, and the application for the events
/// that this grant has now.
struct ReopenedCase {
    let lock: LockedApplication
    let decision: Decision?
    let grant: GrantOfDecision?
    /// The events that others have taken the place of since, by a swap or on a new date, each with the last of these.
    let replaced: [(event: Event.ID, by: Event.ID)]
}

extension Transaction {
    /// Locks call, application, grant and the events of both, in the one order. While it holds the application no event
    /// of the grant is replaced.
    func lockReopened(
        _ id: GrantApplication.ID, seenBy person: Person, expecting version: Int?
    ) async throws -> ReopenedCase {
        let (application, call) = try await lockApplication(id, seenBy: person)
        let decision = try await decision(on: id)
        var held: GrantOfDecision?
        if let decision { held = try await lockGrant(of: decision.id) }
        // Also of a grant that has ended since: what it replaced stays replaced.
        let grant = if let latest = try await latestGrant(of: id) { try await self.grant(latest) } else { Grant?.none }
        var request = application.request
        let before = request.events
        request.events = before.map { share in
            GrantRequest.CostShare(
                eventID: grant?.event(inPlaceOf: share.eventID) ?? share.eventID, amount: share.amount)
        }
        let events = try await lockEvents(Set((before + request.events).map(\.eventID)).sorted())
        // The version that the person may know of.
        try expect(version, is: application.told(to: person).version)
        try await act(as: person.id)
        let lock = LockedApplication(
            application: application.asking(for: request), call: call, events: events, instant: try await now())
        let pairs = zip(before, request.events).map { (event: $0.eventID, by: $1.eventID) }
        return ReopenedCase(
            lock: lock, decision: decision, grant: held, replaced: pairs.filter { $0.event != $0.by })
    }

    /// Ends the grant of a decision that is superseded. Its application is from now on for the events that the grant
    /// had at last: what was replaced is free, or another's, and its condition stays with the ended grant as history.
    func endGrant(of reopened: ReopenedCase, because ground: Reopening.Ground) async throws {
        let lock = reopened.lock
        if let grant = reopened.grant {
            try await end(grant, in: lock.call.id, at: lock.instant, because: ground.rawValue)
        }
        for (event, successor) in reopened.replaced {
            try await replace(event, by: successor, in: lock.application.id)
        }
    }
}
