/// What the case officer proposes, bound to the version of the application that was read.
package struct Recommendation: Sendable, Equatable {
    package let outcome: Outcome
    package let reasons: String
    package let recommendedBy: Person.ID
    package let recommendedAt: Instant
    package let applicationVersion: Int
    /// The versions of the events that were read.
    package let eventVersions: [Event.ID: Int]

    package enum Outcome: Sendable, Equatable {
        case approve(Money)
        case reject
    }

    package init(
        outcome: Outcome, reasons: String, recommendedBy: Person.ID, recommendedAt: Instant, applicationVersion: Int,
        eventVersions: [Event.ID: Int]
    ) {
        self.outcome = outcome
        self.reasons = reasons
        self.recommendedBy = recommendedBy
        self.recommendedAt = recommendedAt
        self.applicationVersion = applicationVersion
        self.eventVersions = eventVersions
    }
}

extension Recommendation {
    /// Whether it was made of the events in these very versions.
    package func isOfVersions(of events: [Event]) -> Bool {
        eventVersions == Dictionary(uniqueKeysWithValues: events.map { ($0.id, $0.version) })
    }

    /// It was made of these events, all of which show what they showed then (`EventRecord.facts`): `seen` is how they
    /// stood. What was changed and changed back, or is shown nowhere in a case, makes no difference.
    package func checkEvents(
        _ events: [Event], seen: [Event], region: RegionFacts, at instant: Instant
    ) throws(Refusal) {
        func facts(_ event: Event) -> [CaseFact] {
            EventRecord(event, region: region, names: UnitNames([:]), at: instant).facts
        }
        let isAsSeen = events.allSatisfy { event in
            seen.first { $0.id == event.id && $0.version == eventVersions[event.id] }
                .map { facts($0) == facts(event) } ?? false
        }
        guard isAsSeen, events.count == eventVersions.count else { throw .conflict(.recommendationIsStale) }
    }
}
