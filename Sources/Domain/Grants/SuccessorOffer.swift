/// That a cancelled event may get a new date: until when its host may name the event that takes its place.
package struct SuccessorOffer: Sendable, Equatable {
    package typealias ID = Identifier<SuccessorOffer>

    package let id: ID
    package let conditionID: Condition.ID
    package let lastDay: Day
    package let message: String
    package let offeredBy: Person.ID
    package let offeredAt: Instant

    package init(
        id: ID, conditionID: Condition.ID, lastDay: Day, message: String, offeredBy: Person.ID, offeredAt: Instant
    ) {
        self.id = id
        self.conditionID = conditionID
        self.lastDay = lastDay
        self.message = message
        self.offeredBy = offeredBy
        self.offeredAt = offeredAt
    }

    /// Whether it can still be taken up.
    package func stands(on day: Day) -> Bool { day <= lastDay }

    /// The longest time that one may stand, in days: ours.
    package static let longest = 366
}

extension [SuccessorOffer] {
    /// The latest one for a condition, which stands in place of all before it.
    package func latest(for condition: Condition.ID) -> SuccessorOffer? { last { $0.conditionID == condition } }
}

/// The event that an editor of a host proposes in place of a cancelled one. A signatory of the grant's library takes it
/// up.
package struct SuccessorProposal: Sendable, Equatable {
    package typealias ID = Identifier<SuccessorProposal>

    package let id: ID
    package let conditionID: Condition.ID
    package let eventID: Event.ID
    package let proposedBy: Person.ID
    package let proposedAt: Instant

    package init(
        id: ID, conditionID: Condition.ID, eventID: Event.ID, proposedBy: Person.ID, proposedAt: Instant
    ) {
        self.id = id
        self.conditionID = conditionID
        self.eventID = eventID
        self.proposedBy = proposedBy
        self.proposedAt = proposedAt
    }
}

extension [SuccessorProposal] {
    /// The latest one for a condition since `offer` was made.
    package func latest(for condition: Condition.ID, since offer: SuccessorOffer?) -> SuccessorProposal? {
        guard let offer else { return nil }
        return last { $0.conditionID == condition && $0.proposedAt >= offer.offeredAt }
    }
}
