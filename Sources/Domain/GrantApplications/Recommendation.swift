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
    /// It was made of the events as they are.
    package func checkEvents(_ events: [Event]) throws(Refusal) {
        guard eventVersions == Dictionary(uniqueKeysWithValues: events.map { ($0.id, $0.version) }) else {
            throw .conflict(.recommendationIsStale)
        }
    }
}
