/// That somebody from outside the region is to review an application, and by which day.
package struct ReviewAssignment: Sendable, Equatable {
    package typealias ID = Identifier<ReviewAssignment>

    package let id: ID
    package let applicationID: GrantApplication.ID
    package let reviewerID: Person.ID
    /// The last day, in Stockholm.
    package let dueOn: Day
    package let assignedBy: Person.ID
    package let assignedAt: Instant
    /// When the reviewer said that they have no conflict of interest; nil: they have not.
    package let impartialAt: Instant?
    /// nil: it stands.
    package let end: End?

    /// How it ended, through whom and when.
    package struct End: Sendable, Equatable {
        package let ending: Ending
        package let endedBy: Person.ID
        package let endedAt: Instant

        package init(_ ending: Ending, by person: Person.ID, at instant: Instant) {
            self.ending = ending
            endedBy = person
            endedAt = instant
        }
    }

    /// How an assignment can end: its reviewer has a conflict of interest, or the region took it back.
    package enum Ending: String, Sendable, CaseIterable {
        case conflict, withdrawn
    }

    package init(
        id: ID = ID(), applicationID: GrantApplication.ID, reviewerID: Person.ID, dueOn: Day, assignedBy: Person.ID,
        assignedAt: Instant, impartialAt: Instant? = nil, end: End? = nil
    ) {
        self.id = id
        self.applicationID = applicationID
        self.reviewerID = reviewerID
        self.dueOn = dueOn
        self.assignedBy = assignedBy
        self.assignedAt = assignedAt
        self.impartialAt = impartialAt
        self.end = end
    }

    package var isOpen: Bool { end == nil }

    /// Whether its reviewer reads the application: it stands, and they have said that they are impartial.
    package var letsRead: Bool { isOpen && impartialAt != nil }

    /// Whether it stands and its last day has passed.
    package func isOverdue(on today: Day) -> Bool { isOpen && dueOn < today }

    /// A year, as for completions (*ours*).
    private static let longest = 365

    package static func validate(dueOn: Day, at instant: Instant, _ errors: inout FieldErrors) {
        let today = Stockholm.day(instant)
        errors.require(dueOn > today, "dueOn", .isNotAfter(today.text))
        let last = today.adding(days: longest)
        errors.require(dueOn <= last, "dueOn", .isTooLate(than: last.text))
    }
}

extension Person {
    /// Whether they may review from outside: as a reviewer, and with no role of the region.
    package var isOutsideReviewer: Bool { has(.reviewer) && !roles.contains { $0.role.belongsToRegion } }
}
