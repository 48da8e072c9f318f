package import Domain
import HTML

/// What the letter of a later decision on a grant says: what is decided, why, by whose power, and how to appeal.
package struct GrantDecisionContent: Sendable {
    package let subject: Subject
    package let reasons: String
    package let terms: GrantDecision.Terms
    package let power: DecisionContent.Power
    /// How to appeal in English; nil where the region has no such words.
    package let translatedAppeal: String?
    /// How money that is demanded back is paid; nil where none is, or the region has no such words.
    package let payment: HowToPay?

    /// The region's words, in which the sum, the day and the number of the decision are still to be put.
    package struct HowToPay: Sendable {
        package let record: String
        package let translation: String?
        package let library: String
        package let registryNumber: String

        package init(record: String, translation: String?, library: String, registryNumber: String) {
            self.record = record
            self.translation = translation
            self.library = library
            self.registryNumber = registryNumber
        }
    }

    /// What is decided; events stand here by their titles.
    package enum Subject: Sendable {
        case amendment(Change)
        case changeRefusal(Change)
        case withholding(Money, of: Share)
        case repaymentDemand(Money, dueOn: Day, of: [Share])
        /// Due on a day where something is to come back.
        case reportSettlement(ReportFigures, dueOn: Day?)
        case revocation(Money)

        package var kind: GrantDecision.Kind {
            switch self {
            case .amendment: .amendment
            case .changeRefusal: .changeRefusal
            case .withholding: .withholding
            case .repaymentDemand: .repaymentDemand
            case .reportSettlement: .reportSettlement
            case .revocation: .revocation
            }
        }
    }

    /// A change, as a letter tells it.
    package enum Change: Sendable {
        case time(event: String, before: ChangeRequest.Period, after: ChangeRequest.Period)
        case amount([Share])
        case eventSwap(event: String, for: String)
        case scope(before: String, after: String)
    }

    /// The money for one event, before and after.
    package struct Share: Sendable {
        package let event: String
        package let before: Money
        package let after: Money

        package init(event: String, before: Money, after: Money) {
            self.event = event
            self.before = before
            self.after = after
        }
    }

    /// What a grant comes to by its report, and what was paid of it.
    package struct ReportFigures: Sendable {
        package let costs: Money
        package let payable: Money
        package let entitled: Money
        package let paid: Money
        /// What was demanded back before.
        package let demanded: Money
        package let claimed: Money

        package init(
            costs: Money, payable: Money, entitled: Money, paid: Money, demanded: Money, claimed: Money
        ) {
            self.costs = costs
            self.payable = payable
            self.entitled = entitled
            self.paid = paid
            self.demanded = demanded
            self.claimed = claimed
        }
    }

    package init(
        _ subject: Subject, reasons: String, terms: GrantDecision.Terms, power: DecisionContent.Power,
        translatedAppeal: String?, payment: HowToPay? = nil
    ) {
        self.subject = subject
        self.reasons = reasons
        self.terms = terms
        self.power = power
        self.translatedAppeal = translatedAppeal
        self.payment = payment
    }
}

extension GrantDecisionContent {
    /// `number` is that of the decision: what is paid back refers to it.
    @HTMLBuilder func html(_ words: LetterWords, number: String) -> HTML {
        section {
            h2(words.decision)
            p { strong(words.sentence(subject)) }
            told(words)
        }
        if let (amount, day) = subject.demand, let payment {
            section {
                h2(words.howToPay)
                userParagraphs(payment.text(words, amount: amount, day: day, number: number))
            }
        }
        section {
            h2(words.reasons)
            userParagraphs(reasons)
        }
        section { power.html(words) }
        section {
            h2(words.appeal)
            userParagraphs(words.language == .swedish ? terms.appealText : translatedAppeal ?? terms.appealText)
        }
    }

    @HTMLBuilder private func told(_ words: LetterWords) -> HTML {
        switch subject {
        case .amendment(let change), .changeRefusal(let change): told(change, words)
        case .withholding(_, let share): told([share], words)
        case .repaymentDemand(_, _, let shares): told(shares, words)
        case .reportSettlement(let settlement, _): told(settlement, words)
        case .revocation: p(words.grantHasEnded)
        }
    }

    @HTMLBuilder private func told(_ change: Change, _ words: LetterWords) -> HTML {
        switch change {
        case .time(let event, let before, let after):
            p {
                userText(event); ": \(words.period(before)) → \(words.period(after))"
            }
        case .amount(let shares): told(shares, words)
        case .eventSwap(let event, let other):
            p {
                userText(event); " → "; userText(other)
            }
        case .scope(let before, let after):
            h3(words.before)
            userParagraphs(before)
            h3(words.after)
            userParagraphs(after)
        }
    }

    private func told(_ settlement: ReportFigures, _ words: LetterWords) -> HTML {
        ul {
            for (name, amount) in words.lines(of: settlement) { li("\(name): \(words.money(amount))") }
        }
    }

    private func told(_ shares: [Share], _ words: LetterWords) -> HTML {
        ul {
            for share in shares {
                li {
                    userText(share.event); ": \(words.money(share.before)) → \(words.money(share.after))"
                }
            }
        }
    }
}

extension GrantDecisionContent.Subject {
    /// What is to be paid back, and by when.
    fileprivate var demand: (amount: Money, dueOn: Day)? {
        switch self {
        case .repaymentDemand(let amount, let day, _): (amount, day)
        case .reportSettlement(let settlement, let day): day.map { (settlement.claimed, $0) }
        case .amendment, .changeRefusal, .withholding, .revocation: nil
        }
    }
}

extension GrantDecisionContent.HowToPay {
    fileprivate func text(_ words: LetterWords, amount: Money, day: Day, number: String) -> String {
        let text = words.language == .swedish ? record : translation ?? record
        return DecisionTexts([.repayment: text]).text(
            .repayment,
            [
                "amount": words.money(amount), "day": words.day(day), "number": number,
                "registryNumber": registryNumber, "library": library,
            ]) ?? ""
    }
}
