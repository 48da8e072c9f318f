/// That libraries come to a joint board, or leave it, on a day. One person of the region registers it, and it is so once a
/// second has confirmed it.
package struct BoardChange: Sendable, Equatable {
    package typealias ID = Identifier<BoardChange>

    package let id: ID
    package let boardID: LibraryBoard.ID
    package let act: Act
    package let libraries: [Library.ID]
    package let effectiveOn: Day
    package let reason: String
    package let registered: LibraryChange.Step
    /// nil: nobody has confirmed it, and the board is as it was.
    package let confirmed: LibraryChange.Step?

    package enum Act: String, Sendable, CaseIterable {
        case arrival, departure
    }

    package init(
        id: ID = ID(), boardID: LibraryBoard.ID, act: Act, libraries: [Library.ID], effectiveOn: Day, reason: String,
        registered: LibraryChange.Step, confirmed: LibraryChange.Step? = nil
    ) {
        self.id = id
        self.boardID = boardID
        self.act = act
        self.libraries = libraries
        self.effectiveOn = effectiveOn
        self.reason = reason
        self.registered = registered
        self.confirmed = confirmed
    }

    /// Refuses whoever has registered it to confirm it, and anybody to confirm it twice or once its day has passed.
    package func checkConfirming(by person: Person, on today: Day) throws(Refusal) {
        guard confirmed == nil else { throw .conflict(.wrongState) }
        guard registered.by != person.id else { throw .notAllowed(.twoPersonsChangeABoard) }
        guard effectiveOn >= today else { throw .conflict(.boardChangeIsLate) }
    }
}
