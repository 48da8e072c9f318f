import Domain
import Postgres
import Store

extension Transaction {
    /// Refuses a recommendation whose events show something else now than the case officer saw.
    func checkEvents(of recommendation: Recommendation, in lock: LockedApplication) async throws {
        guard !recommendation.isOfVersions(of: lock.events) else { return }
        try recommendation.checkEvents(
            lock.events, seen: try await eventVersions(of: lock.events.map(\.id)).map(\.event),
            region: try await regionFacts(), at: lock.instant)
    }
}
