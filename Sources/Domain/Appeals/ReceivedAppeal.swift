/// An appeal of a decision that has come in, and what has become of it.
package struct ReceivedAppeal: Sendable, Equatable {
    package typealias ID = Identifier<ReceivedAppeal>

    package let id: ID
    package let decisionID: Decision.ID
    /// The later decision on its grant that is appealed; nil: the decision itself.
    package let documentID: DecisionDocument.ID?
    package let kind: Appeal
    package let receivedOn: Day
    package let appellant: String
    /// When the appellant got the decision; only of an administrative appeal.
    package let servedOn: Day?
    /// It came after its time, and so holds nothing up.
    package let isLate: Bool
    package let court: String
    package let courtCaseNumber: String
    package let ending: Ending?

    /// How the court ended it, and from which day that binds.
    package struct Ending: Sendable, Equatable {
        package let outcome: Outcome
        package let on: Day

        package init(outcome: Outcome, on day: Day) {
            self.outcome = outcome
            on = day
        }
    }

    package enum Outcome: String, Sendable, CaseIterable {
        /// Avslaget: the decision stands.
        case rejected
        /// Avvisat: not tried.
        case dismissed
        /// Upphävt: the decision binds nobody, and the case is to be reopened.
        case annulled
        /// Ändrat: the court has put another decision in its place.
        case changed
        /// Återkallat.
        case withdrawn

        /// Whether the decision is the court's to replace, so that the case must be reopened.
        package var endsDecision: Bool { self == .annulled || self == .changed }
    }

    package init(
        id: ID, decisionID: Decision.ID, documentID: DecisionDocument.ID? = nil, kind: Appeal, receivedOn: Day,
        appellant: String, servedOn: Day?, isLate: Bool, court: String, courtCaseNumber: String, ending: Ending?
    ) {
        self.id = id
        self.decisionID = decisionID
        self.documentID = documentID
        self.kind = kind
        self.receivedOn = receivedOn
        self.appellant = appellant
        self.servedOn = servedOn
        self.isLate = isLate
        self.court = court
        self.courtCaseNumber = courtCaseNumber
        self.ending = ending
    }

    /// Whether it keeps the decision from being final.
    package var holdsUp: Bool { !isLate && (ending?.outcome.endsDecision ?? true) }
}

/// What is known of an appeal when it comes in.
package struct AppealNote: Sendable, Equatable {
    /// The later decision on the grant that it is of; nil: the decision that stands.
    package let documentID: DecisionDocument.ID?
    package let receivedOn: Day
    package let appellant: String
    package let servedOn: Day?
    package let court: String
    package let courtCaseNumber: String

    package init(
        of documentID: DecisionDocument.ID? = nil, receivedOn: Day, appellant: String, servedOn: Day?, court: String,
        courtCaseNumber: String
    ) {
        self.documentID = documentID
        self.receivedOn = receivedOn
        self.appellant = appellant
        self.servedOn = servedOn
        self.court = court
        self.courtCaseNumber = courtCaseNumber
    }

    /// The note with the day on which the parties had got the decision, where it says none of its own. Whoever appealed
    /// before that day had got it earlier: their own day is asked for.
    package func served(on noted: Day?) -> AppealNote {
        let day = noted.flatMap { $0 <= receivedOn ? $0 : nil }
        return AppealNote(
            of: documentID, receivedOn: receivedOn, appellant: appellant, servedOn: servedOn ?? day, court: court,
            courtCaseNumber: courtCaseNumber)
    }

    /// Adds what is missing for an appeal of this kind, and days that are yet to come.
    package func validate(_ errors: inout FieldErrors, of kind: Appeal, today: Day) {
        errors.text(appellant, "appellant", limit: 200, required: true)
        errors.text(court, "court", limit: 200, required: false)
        errors.text(courtCaseNumber, "courtCaseNumber", limit: 50, required: false)
        errors.require(receivedOn <= today, "receivedOn", .isTooLate(than: "today"))
        if kind == .administrativeAppeal { errors.require(servedOn != nil, "servedOn", .isMissing) }
        if let servedOn { errors.require(servedOn <= receivedOn, "servedOn", .isTooLate(than: "receivedOn")) }
    }

    /// Whether it came after its time: three weeks from the notice board (KL 13 kap. 5 §), or from the day on which the
    /// appellant got the decision (FL 44 §). What was never posted can still be appealed.
    package func isLate(_ kind: Appeal, postedOn: Day?) -> Bool {
        let from = kind == .legalityReview ? postedOn : servedOn
        return from.map { receivedOn > AppealPeriod(postedOn: $0).endsOn } ?? false
    }
}
