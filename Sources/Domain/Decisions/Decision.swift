/// What was decided, by whom and why, with the words that it was issued with.
package struct Decision: Sendable, Equatable {
    package typealias ID = Identifier<Decision>

    package let id: ID
    package let number: String
    package let outcome: Outcome
    package let reasons: String
    package let terms: Terms
    package let authority: Authority
    /// Who decided by delegation, or who registered what a board decided.
    package let decidedBy: Person.ID
    package let decidedAt: Instant

    package enum Outcome: Sendable, Equatable {
        case approved(Money)
        case approvedPartially(Money)
        case rejected
        case dismissed

        /// The state in which it leaves the application.
        package var status: GrantApplication.Status {
            switch self {
            case .approved: .approved
            case .approvedPartially: .approvedPartially
            case .rejected: .rejected
            case .dismissed: .dismissed
            }
        }

        /// The amount granted, of an approval.
        package var amount: Money? {
            switch self {
            case .approved(let amount), .approvedPartially(let amount): amount
            case .rejected, .dismissed: nil
            }
        }
    }

    package init(
        id: ID, number: String, outcome: Outcome, reasons: String, terms: Terms, authority: Authority,
        decidedBy: Person.ID, decidedAt: Instant
    ) {
        self.id = id
        self.number = number
        self.outcome = outcome
        self.reasons = reasons
        self.terms = terms
        self.authority = authority
        self.decidedBy = decidedBy
        self.decidedAt = decidedAt
    }
}

extension Decision {
    /// The words that bind: as they were on the day of the decision, whatever the region's standard texts become.
    package struct Terms: Sendable, Equatable {
        /// What a grant depends on; empty where nothing was granted.
        package let conditions: String
        /// Återkravsförbehåll. Every approval has one.
        package let reclaimReservation: String?
        package let appeal: Appeal
        package let appealText: String

        /// As they were kept.
        package init(conditions: String, reclaimReservation: String?, appeal: Appeal, appealText: String) {
            self.conditions = conditions
            self.reclaimReservation = reclaimReservation
            self.appeal = appeal
            self.appealText = appealText
        }

        /// For a decision that is about to be made. Whatever the law wants and the texts do not have refuses it: a
        /// favourable decision is changed to the worse only where that was reserved (FL 37 §; HFD 2021:12).
        package init(
            of outcome: Outcome, conditions: [String?], appeal: Appeal, byBoard: Bool = false, texts: DecisionTexts
        ) throws(Refusal) {
            guard let appealText = texts.text(appeal.text(byBoard: byBoard)) else {
                throw .conflict(.appealTextIsMissing)
            }
            self.appeal = appeal
            self.appealText = appealText
            guard outcome.amount != nil else {
                self.conditions = ""
                reclaimReservation = nil
                return
            }
            guard let reservation = texts.text(.reclaimReservation) else { throw .conflict(.reclaimIsNotReserved) }
            let told = conditions.compactMap(\.self)
            guard told.count == conditions.count, !told.isEmpty else { throw .conflict(.conditionTextIsMissing) }
            self.conditions = told.joined(separator: "\n\n")
            reclaimReservation = reservation
        }
    }
}

/// The number of a decision, or of what corrects or supersedes one, such as `BES 2026/0001`. The form is ours.
package struct DecisionNumber: Sendable, Equatable, CustomStringConvertible {
    package let year: Int
    package let number: Int

    package init(year: Int, number: Int) {
        self.year = year
        self.number = number
    }

    package var description: String {
        let digits = String(number)
        return "BES \(year)/\(String(repeating: "0", count: max(0, 4 - digits.count)))\(digits)"
    }
}
