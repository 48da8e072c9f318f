package import Domain
import HTML

/// What a decision's letter says: all that binds, in the words of its day.
package struct DecisionContent: Sendable {
    package let outcome: Decision.Outcome
    package let sought: Money
    package let reasons: String
    /// The words that bind.
    package let terms: Decision.Terms
    /// The same in English, as far as the region has them.
    package let translatedTerms: Decision.Terms?
    package let power: Power

    /// By whose power it was decided.
    package enum Power: Sendable {
        case delegation(Delegation)
        case board(BoardMinutes)
    }

    package init(
        outcome: Decision.Outcome, sought: Money, reasons: String, terms: Decision.Terms,
        translatedTerms: Decision.Terms?, power: Power
    ) {
        self.outcome = outcome
        self.sought = sought
        self.reasons = reasons
        self.terms = terms
        self.translatedTerms = translatedTerms
        self.power = power
    }

    @HTMLBuilder func html(_ words: LetterWords) -> HTML {
        let told = words.language == .swedish ? terms : translatedTerms ?? terms
        section {
            h2(words.decision)
            p { strong(words.sentence(outcome)) }
            p(words.sought(sought))
        }
        section {
            h2(words.reasons)
            userParagraphs(reasons)
        }
        if !told.conditions.isEmpty {
            section {
                h2(words.conditions)
                userParagraphs(told.conditions)
                if let reservation = told.reclaimReservation {
                    h3(words.reclaimReservation)
                    userParagraphs(reservation)
                }
            }
        }
        section { power.html(words) }
        section {
            h2(words.appeal)
            userParagraphs(told.appealText)
        }
    }
}

extension DecisionContent.Power {
    /// The same in every letter: the line of the delegation order, or the board and where its minutes say it.
    @HTMLBuilder func html(_ words: LetterWords) -> HTML {
        switch self {
        case .delegation(let delegation):
            h2(words.delegation)
            p {
                userText(delegation.number); ". "; userText(delegation.text)
            }
        case .board(let minutes):
            h2(words.board)
            p { userText(words.minutes(minutes)) }
        }
    }
}
