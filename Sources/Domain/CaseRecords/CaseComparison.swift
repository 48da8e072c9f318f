/// What is another in a case than it was when it was received.
package struct CaseComparison: Sendable, Equatable {
    package let application: [CaseChange]
    package let events: [EventComparison]

    package init(application: [CaseChange], events: [EventComparison]) {
        self.application = application
        self.events = events
    }

    package var isUnchanged: Bool { application.isEmpty && events.allSatisfy { $0.changes.isEmpty && !$0.isOther } }

    /// Whether anything has changed that the funding rule reads.
    package var touchesRule: Bool {
        application.contains(where: \.field.isReadByRule)
            || events.contains { $0.isOther || $0.changes.contains(where: \.change.field.isReadByRule) }
    }

    /// Whether an event shows something else than the case officer saw who recommended on it: a decision is refused.
    package var recommendationIsStale: Bool { events.contains(where: \.hasMovedSinceRecommendation) }
}

/// What is another in one event.
package struct EventComparison: Sendable, Equatable {
    package let id: Event.ID
    package let title: String
    /// The version that was received; nil: the event was not in the application then.
    package let before: Int?
    /// The version that stands; nil: the event is in the application no more.
    package let now: Int?
    /// The version that was recommended on, if there is a recommendation.
    package let recommended: Int?
    package let changes: [Attributed]
    /// What is another than the case officer saw when they recommended, be it as received again.
    package let unseen: [Attributed]

    /// A change with who made it, when, and in which version.
    package struct Attributed: Sendable, Equatable {
        package let change: CaseChange
        package let version: EventVersion?

        package init(_ change: CaseChange, in version: EventVersion?) {
            self.change = change
            self.version = version
        }
    }

    package init(
        id: Event.ID, title: String, before: Int?, now: Int?, recommended: Int? = nil, changes: [Attributed] = [],
        unseen: [Attributed] = [], hasMoved: Bool = false
    ) {
        hasMovedSinceRecommendation = hasMoved
        self.id = id
        self.title = title
        self.before = before
        self.now = now
        self.recommended = recommended
        self.changes = changes
        self.unseen = unseen
    }

    /// Whether the application has another event in its place.
    package var isOther: Bool { before == nil || now == nil }

    /// Whether it shows something else than it did when it was recommended on.
    package let hasMovedSinceRecommendation: Bool

    /// Whether the case officer had not seen the fact as it is now.
    package func isUnseen(_ field: CaseField) -> Bool { unseen.contains { $0.change.field == field } }
}

extension ApplicationRecord {
    /// What is another in `now`. `versions` are those of each event, in order; `recommended` the versions that the case
    /// officer saw. Of an approved application what the decision itself published is no change.
    package func compared(
        to now: ApplicationRecord, versions: [Event.ID: [EventVersion]] = [:], recommended: [Event.ID: Int] = [:],
        isApproved: Bool = false
    ) -> CaseComparison {
        let kept = events.map { before in
            guard let after = now.events.first(where: { $0.id == before.id }) else {
                return EventComparison(id: before.id, title: before.title, before: before.version, now: nil)
            }
            let comparison = before.compared(
                to: after, versions: versions[before.id, default: []], recommended: recommended[before.id])
            return isApproved ? comparison.withoutPublication(of: after) : comparison
        }
        let added = now.events.filter { after in !events.contains { $0.id == after.id } }
            .map { EventComparison(id: $0.id, title: $0.title, before: nil, now: $0.version) }
        return CaseComparison(application: facts.changes(to: now.facts), events: kept + added)
    }
}

extension EventRecord {
    /// What is another in `now`, each change with the version that last made it.
    package func compared(
        to now: EventRecord, versions: [EventVersion] = [], recommended: Int? = nil
    ) -> EventComparison {
        let seen = recommended.flatMap { versions[version: $0] }?.record
        let isAsSeen = recommended == now.version || seen?.facts == now.facts
        return EventComparison(
            id: id, title: now.title, before: version, now: now.version, recommended: recommended,
            changes: attributed(to: now, versions), unseen: seen?.attributed(to: now, versions) ?? [],
            hasMoved: recommended != nil && !isAsSeen)
    }

    private func attributed(to now: EventRecord, _ versions: [EventVersion]) -> [EventComparison.Attributed] {
        let since = versions.filter { (version...max(version, now.version)).contains($0.record.version) }
        return facts.changes(to: now.facts).map { EventComparison.Attributed($0, in: since.lastChange(of: $0.field)) }
    }
}

extension EventComparison {
    /// The same without what an approval does: it publishes the event and its invitation, and moves the versions.
    fileprivate func withoutPublication(of event: EventRecord) -> EventComparison {
        let isAsDecided = event.status == .published && event.invitationState == .published
        return EventComparison(
            id: id, title: title, before: before, now: now,
            changes: changes.filter { !isAsDecided || !$0.change.field.isSetByDecision })
    }
}
