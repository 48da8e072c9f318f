/// One fact that is another now than it was.
package struct CaseChange: Sendable, Equatable {
    package let field: CaseField
    package let before: CaseValue
    package let now: CaseValue

    package init(_ field: CaseField, before: CaseValue, now: CaseValue) {
        self.field = field
        self.before = before
        self.now = now
    }

    /// Those who have come to a list of libraries and branches, under the names of now.
    package var added: [NamedUnit] { Self.units(now, without: before) }

    /// Those who have left it, under the names that they had.
    package var removed: [NamedUnit] { Self.units(before, without: now) }

    private static func units(_ value: CaseValue, without other: CaseValue) -> [NamedUnit] {
        guard case .units(let units) = value, case .units(let others) = other else { return [] }
        return units.filter { !others.contains($0) }
    }
}

extension [CaseFact] {
    /// What is another in `now`, fact by fact. A fact that only one of the two has is none to compare.
    package func changes(to now: [CaseFact]) -> [CaseChange] {
        compactMap { fact in
            guard let other = now.first(where: { $0.field == fact.field }), other.value != fact.value else {
                return nil
            }
            return CaseChange(fact.field, before: fact.value, now: other.value)
        }
    }
}

/// A state that an event has been in, with who made it so and when.
package struct EventVersion: Sendable, Equatable {
    package let record: EventRecord
    package let recordedAt: Instant
    /// The name of whoever did it; nil: nobody is on record, as when it was done past the service.
    package let recordedBy: String?

    package init(record: EventRecord, recordedAt: Instant, recordedBy: String?) {
        self.record = record
        self.recordedAt = recordedAt
        self.recordedBy = recordedBy
    }
}

extension [EventVersion] {
    /// The version that last changed a fact, of versions in their order; nil where none of them did.
    package func lastChange(of field: CaseField) -> EventVersion? {
        for (before, after) in zip(self, dropFirst()).reversed()
        where before.record.facts.changes(to: after.record.facts).contains(where: { $0.field == field }) {
            return after
        }
        return nil
    }

    package subscript(version version: Int) -> EventVersion? { first { $0.record.version == version } }
}
