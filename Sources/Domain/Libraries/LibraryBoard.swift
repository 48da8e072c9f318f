/// A joint library board (gemensam nämnd): principals that answer for their libraries together. To the funding rule none
/// of them is another library to the others.
package struct LibraryBoard: Sendable, Equatable {
    package typealias ID = Identifier<LibraryBoard>

    package let id: ID
    package let name: String

    package init(id: ID = ID(), name: String) {
        self.id = id
        self.name = name
    }

    /// Who says in the region that libraries share a board.
    package static let deciders: [Role] = [.administrator]
    /// Who may be the second person to say so, as when a library ends.
    package static let confirmers = LibraryChange.deciders
}

/// What is said of the region's organisations and may break a condition: that a library ends, or that a joint board
/// changes.
package struct OrganisationChange: Sendable, Equatable {
    package let subject: Subject
    package let reason: String
    package let decidedBy: Person.ID

    package enum Subject: Sendable, Equatable {
        case library(LibraryChange.ID)
        case board(LibraryBoard.ID)
    }

    package init(_ subject: Subject, because reason: String, by decider: Person.ID) {
        self.subject = subject
        self.reason = reason
        self.decidedBy = decider
    }

    package init(_ change: LibraryChange) {
        self.init(
            .library(change.id), because: change.reason, by: change.confirmed?.by ?? change.registered.by)
    }
}
