/// Money that the library owes back: what was not used, or what a breach costs.
package struct Claim: Sendable, Equatable {
    package typealias ID = Identifier<Claim>

    package let id: ID
    package let kind: Kind
    package let amount: Money
    package let state: State
    package let reasons: String
    package let dueOn: Day
    package let demandedBy: Person.ID
    package let demandedAt: Instant
    /// What has come back of it, or was given up, the oldest first.
    package let entries: [Entry]
    /// The paper of the decision that demands it.
    package let documentID: DecisionDocument.ID
    /// The number of that decision: what the payer refers to.
    package let reference: String
    /// A court has annulled or changed that decision: the decision is to be reopened.
    package let isAnnulled: Bool

    /// A part of a claim that has come back, or was given up.
    package struct Entry: Sendable, Equatable {
        package typealias ID = Identifier<Entry>

        package let id: ID
        /// What the claim comes to by it, once nothing is left.
        package let kind: State
        package let amount: Money
        /// The bank's reference, or the reasons.
        package let note: String
        package let day: Day
        package let recordedBy: Person.ID
        package let recordedAt: Instant
        /// By whose power it was given up; nil of what has come back.
        package let authority: Decision.Authority?
        /// Of a counter-entry, whose amount is negative: the entry that it takes back.
        package let reversesID: ID?

        package init(
            id: ID, kind: State, amount: Money, note: String, day: Day, recordedBy: Person.ID, recordedAt: Instant,
            authority: Decision.Authority? = nil, reversesID: ID? = nil
        ) {
            self.reversesID = reversesID
            self.id = id
            self.kind = kind
            self.amount = amount
            self.note = note
            self.day = day
            self.recordedBy = recordedBy
            self.recordedAt = recordedAt
            self.authority = authority
        }
    }

    package init(
        id: ID, kind: Kind, amount: Money, state: State = .due, reasons: String, dueOn: Day, demandedBy: Person.ID,
        demandedAt: Instant, entries: [Entry] = [], documentID: DecisionDocument.ID, reference: String = "",
        isAnnulled: Bool = false
    ) {
        self.id = id
        self.kind = kind
        self.amount = amount
        self.state = state
        self.reasons = reasons
        self.dueOn = dueOn
        self.demandedBy = demandedBy
        self.demandedAt = demandedAt
        self.entries = entries
        self.documentID = documentID
        self.reference = reference
        self.isAnnulled = isAnnulled
    }

    /// What is still owed.
    package var left: Money { state == .released ? .zero : amount - entries.map(\.amount).sum }

    /// What has come back of it.
    package var repaid: Money { entries.filter { $0.kind == .repaid }.map(\.amount).sum }

    /// Those of its entries that can be taken back: not counter-entries, nor what one has taken back.
    package var standingEntries: [Entry] {
        let reversed = Set(entries.compactMap(\.reversesID))
        return entries.filter { $0.reversesID == nil && !reversed.contains($0.id) }
    }

    /// Whether what came in on a day under a reference of the bank is booked. Space and case make no other reference.
    package func hasBooked(_ reference: String, on day: Day) -> Bool {
        func plain(_ text: String) -> String { text.lowercased().filter { !$0.isWhitespace } }
        return standingEntries.contains {
            $0.kind == .repaid && $0.day == day && plain($0.note) == plain(reference)
        }
    }

    /// What it takes of what was paid. What was given up of it is given up for good, also where its decision stands no
    /// longer: nobody demands it anew.
    package var counted: Money { state == .released ? entries.map(\.amount).sum : amount }

    /// Days that a library has to pay back, where nothing else is said, and that it may be given at most: ours.
    package static let daysToPay = 30
    package static let mostDaysToPay = 365

    /// Refuses a last day to pay that has come, or that is so far off that it must be a slip.
    package static func checkDueDay(_ day: Day, today: Day) throws(Refusal) {
        guard day > today else { throw .invalid("dueOn", .isNotAfter(today.text)) }
        let last = today.adding(days: mostDaysToPay)
        guard day <= last else { throw .invalid("dueOn", .isTooLate(than: last.text)) }
    }

    package enum Kind: String, Sendable, CaseIterable {
        /// What a report shows was not used.
        case unspent
        /// What a breach costs.
        case repayment

        /// The decision that demands it.
        package var decision: GrantDecision.Kind {
            switch self {
            case .unspent: .reportSettlement
            case .repayment: .repaymentDemand
            }
        }
    }

    /// Due until nothing is left of it, or its decision is reopened.
    package enum State: String, Sendable, CaseIterable {
        case due, repaid
        case writtenOff = "written-off"
        /// The decision that demanded it stands no longer.
        case released

        package var isOpen: Bool { self == .due }
    }
}

extension Claim {
    /// How it stands on a day: one that is due is overdue from the day after.
    package enum Standing: String, Sendable, CaseIterable {
        case due, overdue, repaid, released
        case writtenOff = "written-off"

        /// Something is left of it.
        package var isOpen: Bool { self == .due || self == .overdue }
    }

    /// How it stands on a day.
    package func standing(on day: Day) -> Standing {
        switch state {
        case .due: dueOn < day ? .overdue : .due
        case .repaid: .repaid
        case .writtenOff: .writtenOff
        case .released: .released
        }
    }
}

extension Claim {
    package typealias Move = Domain.Move<Command, State>

    package enum Command: String, Sendable, CaseIterable {
        case recordRepayment, writeOff, reverseRepayment, reverseWriteOff
    }

    /// Every move of a claim (G12). What was booked by mistake is taken back by a counter-entry, whatever it led to.
    // swift-format-ignore
    package static let moves: [Move] = [
        Move(.recordRepayment,  .due,        .repaid,     by: .person(.finance),       provided: [.caseOfficerIsImpartial]),
        Move(.writeOff,         .due,        .writtenOff, by: .person(.decisionMaker), provided: [.caseOfficerIsImpartial, .fourEyesDecide]),
        Move(.reverseRepayment, .due,        .due,        by: .person(.finance),       provided: [.caseOfficerIsImpartial]),
        Move(.reverseRepayment, .repaid,     .due,        by: .person(.finance),       provided: [.caseOfficerIsImpartial]),
        Move(.reverseRepayment, .writtenOff, .due,        by: .person(.finance),       provided: [.caseOfficerIsImpartial]),
        Move(.reverseWriteOff,  .due,        .due,        by: .person(.decisionMaker), provided: [.caseOfficerIsImpartial, .fourEyesDecide]),
        Move(.reverseWriteOff,  .repaid,     .due,        by: .person(.decisionMaker), provided: [.caseOfficerIsImpartial, .fourEyesDecide]),
        Move(.reverseWriteOff,  .writtenOff, .due,        by: .person(.decisionMaker), provided: [.caseOfficerIsImpartial, .fourEyesDecide]),
    ]
}
