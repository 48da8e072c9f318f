import Domain
import Letters
import Postgres
import Store

extension Transaction {
    /// A change that breaks nothing is told all the same, since what was granted is carried out as it was applied for:
    /// the log of each case whose condition binds the event says which facts are another, and the region gets a message.
    func tellCases(of changed: Event, in lock: LockedEvent) async throws {
        guard !lock.conditions.isEmpty else { return }
        let region = try await regionFacts()
        let facts = [lock.event, changed].map { event in
            EventRecord(event, region: region, names: UnitNames([:]), at: lock.instant).facts
        }
        let fields = facts[0].changes(to: facts[1]).map(\.field)
        guard !fields.isEmpty else { return }
        let names = fields.map { "\"\($0.rawValue)\"" }.joined(separator: ",")
        for condition in lock.conditions {
            try await record(
                "event-change", in: condition.applicationID, by: lock.editor,
                detail: "\(lock.event.details.title)\n\(CaseLogWords.words(of: fields))")
            try await enqueue(
                .eventChanged, about: condition.grantID,
                payload: "{\"eventId\":\"\(changed.id)\",\"fields\":[\(names)]}")
        }
    }
}
