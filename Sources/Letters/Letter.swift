package import Domain
import HTML

/// A paper that the region issues: one semantic document, which is the record as it is written. It has no style of its
/// own; `LetterStyle` is put to it where it is shown or printed.
package struct Letter: Sendable {
    package let subject: Subject
    package let head: Head

    /// What it is about.
    package enum Subject: Sendable {
        case decision(DecisionContent)
        case correction(String)
        case reopening(Reopening, of: Decision.Outcome, by: DecisionContent.Power)
        /// Of a later decision, which stands no longer.
        case laterReopening(Reopening, of: LaterDecision, by: DecisionContent.Power)
        /// A later decision on what was granted.
        case grant(GrantDecisionContent)
    }

    /// What every paper says of itself.
    package struct Head: Sendable {
        package let region: String
        package let number: String
        package let registryNumber: String
        package let issuedOn: Day
        package let issuedBy: String
        package let applicant: String
        package let title: String
        package let call: String
        /// The number of the decision that a paper corrects or supersedes; nil for the decision itself.
        package let decisionNumber: String?
        /// Whom to ask, in Swedish and, where the region says it, in English; nil: nothing is said.
        package let contact: (record: String, translation: String?)?

        package init(
            region: String, number: String, registryNumber: String, issuedOn: Day, issuedBy: String, applicant: String,
            title: String, call: String, decisionNumber: String?,
            contact: (record: String, translation: String?)? = nil
        ) {
            self.contact = contact
            self.region = region
            self.number = number
            self.registryNumber = registryNumber
            self.issuedOn = issuedOn
            self.issuedBy = issuedBy
            self.applicant = applicant
            self.title = title
            self.call = call
            self.decisionNumber = decisionNumber
        }
    }

    package init(_ subject: Subject, head: Head) {
        self.subject = subject
        self.head = head
    }

    /// The record.
    package var record: String { document(in: .swedish) }

    /// The same in English, which says that it is no record.
    package var translation: String { document(in: .english) }

    private func document(in language: DecisionText.Language) -> String {
        let words = LetterWords(language)
        let title = "\(words.title(of: subject)) \(head.number)"
        return page(
            lang: language.rawValue, title: title, skip: words.skip,
            head: [.stylesheet(LetterStyle.path), .icon(LetterStyle.icon), .noIndex]
        ) {
            main {
                article {
                    header {
                        p(words.sender(head.region), .class("sender"))
                        h1(title)
                        if language != .swedish { p(words.isTranslation, .class("translation")) }
                    }
                    facts(words)
                    body(words)
                    if let contact = head.contact {
                        section {
                            h2(words.contact)
                            userParagraphs(
                                language == .swedish ? contact.record : contact.translation ?? contact.record)
                        }
                    }
                    footer { signature(words) }
                }
            }
        }.text
    }

    private func facts(_ words: LetterWords) -> HTML {
        dl {
            dt(words.registryNumber)
            dd(head.registryNumber)
            if let decisionNumber = head.decisionNumber {
                dt(words.concerns)
                dd(decisionNumber)
            }
            dt(words.issuedOn)
            dd { time(words.day(head.issuedOn), datetime: head.issuedOn.text) }
            dt(words.applicant)
            dd { userText(head.applicant) }
            dt(words.application)
            dd { userText(head.title) }
            dt(words.call)
            dd { userText(head.call) }
        }
    }

    private func body(_ words: LetterWords) -> HTML {
        switch subject {
        case .decision(let content): content.html(words)
        case .grant(let content): content.html(words, number: head.number)
        case .correction(let text):
            section {
                h2(words.isCorrected)
                userParagraphs(text)
                p(words.correctionChangesNothingElse)
            }
        case .reopening(let reopening, let outcome, let power):
            reopened(reopening, by: power, words) { if outcome.amount != nil { p(words.grantHasEnded) } }
        case .laterReopening(let reopening, let later, let power):
            reopened(reopening, by: power, words) {
                p("\(words.title(of: later.kind)) \(later.number)")
                p(words.whatFollows(later.kind))
            }
        }
    }

    @HTMLBuilder private func reopened(
        _ reopening: Reopening, by power: DecisionContent.Power, _ words: LetterWords, @HTMLBuilder _ told: () -> HTML
    ) -> HTML {
        section {
            h2(words.standsNoLonger)
            p(words.ground(reopening.ground))
            p {
                "\(words.reference): "; userText(reopening.reference)
            }
            told()
            h2(words.reasons)
            userParagraphs(reopening.reasons)
        }
        section { power.html(words) }
    }

    /// Whether a board has decided it, so that whoever issued it only registered that.
    private var isRegistered: Bool {
        let power: DecisionContent.Power
        switch subject {
        case .decision(let content): power = content.power
        case .grant(let content): power = content.power
        case .reopening(_, _, let reopeners), .laterReopening(_, _, let reopeners): power = reopeners
        case .correction: return false
        }
        if case .board = power { return true }
        return false
    }

    private func signature(_ words: LetterWords) -> HTML {
        p {
            "\(isRegistered ? words.registeredBy : words.issuedBy) "; userText(head.issuedBy)
        }
    }
}
