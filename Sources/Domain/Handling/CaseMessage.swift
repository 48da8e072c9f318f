/// Something that was said in a case. It is never changed or taken back.
package struct CaseMessage: Sendable, Equatable {
    package typealias ID = Identifier<CaseMessage>

    package let id: ID
    package let visibility: Visibility
    package let side: Side
    package let text: String
    package let senderName: String
    package let sentAt: Instant

    /// Who reads it: both parties, or the region alone, as a note to itself.
    package enum Visibility: String, Sendable, CaseIterable {
        case parties, region
    }

    /// Whose people wrote it.
    package enum Side: String, Sendable, CaseIterable {
        case applicant, region
    }

    package init(
        id: ID = ID(), visibility: Visibility, side: Side, text: String, senderName: String, sentAt: Instant
    ) {
        self.id = id
        self.visibility = visibility
        self.side = side
        self.text = text
        self.senderName = senderName
        self.sentAt = sentAt
    }
}

extension GrantApplication {
    /// Whether `person` reads what the region notes for itself: whoever is of the applicant's side too does not.
    package func showsNotes(to person: Person, hosts: [Library.ID]) -> Bool {
        receipt != nil && person.isOfRegionalDesk && !person.belongs(to: parties(hosts: hosts))
    }

    /// On whose side `person` writes in the case; nil: they only read.
    package func side(of person: Person) -> CaseMessage.Side? {
        if mayBeEdited(by: person) { return .applicant }
        return person.has(.caseOfficer) || person.has(.decisionMaker) ? .region : nil
    }
}
