import Domain
import Postgres
import Store

extension Transaction {
    /// Asks the rule of every condition that binds one of these held events, now that the libraries are others. What
    /// fails for want of a library to invite, or of a host, is broken, and its host and the region are told.
    func breakConditions(of events: [Event], by change: OrganisationChange, at instant: Instant) async throws {
        let region = try await regionFacts()
        let held = Dictionary(uniqueKeysWithValues: events.map { ($0.id, $0) })
        var broken: [(condition: BindingCondition, inputs: RuleInputs)] = []
        for condition in try await heldConditions() {
            guard let event = held[condition.eventID] else { continue }
            let facts = try await heldFacts(of: condition, event: event, region: region, withPast: false)
            let inputs = RuleInputs(facts, standing: .actual, at: instant)
            let found = try await unforgiven(
                inputs.evaluation.blocking, of: condition, event: event, facts: facts, at: instant)
            if found.contains(where: \.isOfLibraries) { broken.append((condition, inputs)) }
        }
        for (condition, inputs) in broken.sorted(by: { $0.condition.applicationID < $1.condition.applicationID }) {
            try await breach(condition, by: change, asked: inputs, at: instant)
        }
        for page in events.filter(\.invitesRegion).map(\.id).pages { try await markAnew(page) }
    }

    /// Cures what a change has broken and what holds again without it, or with the next one. The host had no part in it,
    /// and has none in this.
    func askAgain(
        _ held: [Event], brokenBy change: OrganisationChange.Subject, at instant: Instant
    ) async throws {
        for page in held.filter({ !$0.invitesRegion }).map(\.id).pages { try await markAgain(page) }
        let broken = Set(try await events(brokenBy: change))
        for event in held where broken.contains(event.id) {
            let conditions = try await bindingConditions(of: event.id)
            try await cureBreaches(
                of: event, in: LockedEvent(event: event, instant: instant, conditions: conditions))
        }
    }

    private func breach(
        _ condition: BindingCondition, by change: OrganisationChange, asked inputs: RuleInputs, at instant: Instant
    ) async throws {
        _ = try Condition.moves.row(for: .breach, from: condition.state, isActor: CaseActor.clock.isActor)
        try await breach(condition.id, by: change, at: instant)
        try await keep(
            inputs.evaluation, of: inputs, in: condition.applicationID, condition: condition.id, moment: .change)
        try await record("libraries-changed", in: condition.applicationID, by: change.decidedBy, detail: change.reason)
        let cause =
            switch change.subject {
            case .library(let id): "\"libraryChangeId\":\"\(id)\""
            case .board(let id): "\"libraryBoardId\":\"\(id)\""
            }
        let payload = "{\"conditionId\":\"\(condition.id)\",\(cause)}"
        try await enqueue(.librariesChanged, about: condition.grantID, payload: payload)
        try await enqueue(.breachFound, forLibraryOf: condition.grantID, payload: payload)
    }
}

extension Finding {
    /// Whether it is about who is there to invite and to host, rather than about what the host does.
    fileprivate var isOfLibraries: Bool { [.other, .invited, .hostIdentity].contains(predicate) }
}
