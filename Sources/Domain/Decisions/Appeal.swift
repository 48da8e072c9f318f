/// How a decision is appealed. FL 2 §: where a decision can be tried by KL chapter 13, most of FL does not apply; so
/// legality review is the default, and a call under a statute of the state says otherwise.
package enum Appeal: String, Sendable, CaseIterable {
    /// Laglighetsprövning, KL 13 kap.: any member, of the law alone, three weeks from the notice board.
    case legalityReview = "legality-review"
    /// Förvaltningsbesvär, FL 40–44 §§: the applicant, three weeks from the day the decision was received.
    case administrativeAppeal = "administrative-appeal"

    /// The standard text that says how. Of a board's decision the time runs from the notice that its minutes were
    /// approved (KL 13 kap. 5 §).
    package func text(byBoard: Bool) -> DecisionTexts.Kind {
        switch self {
        case .legalityReview: byBoard ? .boardLegalityReview : .legalityReview
        case .administrativeAppeal: .administrativeAppeal
        }
    }
}

/// When what was posted on the notice board can be appealed no more.
package struct AppealPeriod: Sendable, Equatable {
    package let postedOn: Day

    package init(postedOn: Day) {
        self.postedOn = postedOn
    }

    /// Three weeks: KL 13 kap. 5 §, FL 44 §.
    package static let weeks = 3

    /// The last day: the day three weeks on that bears the same name (lag 1930:173, 1 §), or the next day on which
    /// offices work (2 §).
    package var endsOn: Day { SwedishCalendar.movedDeadline(postedOn.adding(days: 7 * Self.weeks)) }

    /// The decision is final and binding from this day if nobody has appealed. It is also the first on which the notice
    /// may be taken down (KL 8 kap. 10 §).
    package var finalOn: Day { endsOn.adding(days: 1) }
}
