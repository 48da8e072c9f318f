/// That a library is no more from a day on: it closes, or becomes a part of another. What was its own follows to that
/// one.
package struct LibraryChange: Sendable, Equatable {
    package typealias ID = Identifier<LibraryChange>

    package let id: ID
    package let libraryID: Library.ID
    /// nil: it closes.
    package let successorID: Library.ID?
    package let effectiveOn: Day
    package let reason: String
    package let decidedBy: Person.ID
    package let decidedAt: Instant

    package init(
        id: ID = ID(), libraryID: Library.ID, successorID: Library.ID?, effectiveOn: Day, reason: String,
        decidedBy: Person.ID, decidedAt: Instant
    ) {
        self.id = id
        self.libraryID = libraryID
        self.successorID = successorID
        self.effectiveOn = effectiveOn
        self.reason = reason
        self.decidedBy = decidedBy
        self.decidedAt = decidedAt
    }

    /// Who says in the region that a library ends.
    package static let deciders: [Role] = [.caseOfficer, .developer, .administrator]
}
