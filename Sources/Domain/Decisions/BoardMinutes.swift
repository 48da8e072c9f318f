extension Decision {
    /// By whose power it was made.
    package enum Authority: Sendable, Equatable {
        /// The line of the delegation order under which somebody decided.
        case delegation(Delegation.ID)
        /// A board of the region decided, and somebody has registered it.
        case board(BoardMinutes)

        /// The line of the delegation order; nil of a board's decision.
        package var delegationID: Delegation.ID? {
            switch self {
            case .delegation(let id): id
            case .board: nil
            }
        }

        /// The minutes, of a board's decision.
        package var minutes: BoardMinutes? {
            switch self {
            case .delegation: nil
            case .board(let minutes): minutes
            }
        }
    }
}

/// Where it stands what a board (nämnd) has decided.
package struct BoardMinutes: Sendable, Equatable {
    /// What the board is called.
    package let body: String
    package let meetingOn: Day
    /// Such as `§ 14`.
    package let paragraph: String
    /// The number of the minutes in the region's own register.
    package let reference: String

    package init(body: String, meetingOn: Day, paragraph: String, reference: String) {
        self.body = body
        self.meetingOn = meetingOn
        self.paragraph = paragraph
        self.reference = reference
    }

    /// Adds what is missing, and a meeting that is yet to come.
    package func validate(_ errors: inout FieldErrors, today: Day) {
        errors.text(body, "board.body", limit: 200, required: true)
        errors.text(paragraph, "board.paragraph", limit: 50, required: true)
        errors.text(reference, "board.minutes", limit: 200, required: true)
        errors.require(meetingOn <= today, "board.meetingOn", .isTooLate(than: "today"))
    }
}
