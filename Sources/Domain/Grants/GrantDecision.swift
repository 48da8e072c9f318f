/// What the region decides of a grant after it was given, beside its numbered paper.
package struct GrantDecision: Sendable, Equatable {
    package let documentID: DecisionDocument.ID
    package let grantID: Grant.ID
    package let kind: Kind
    /// The change that it decides.
    package let changeID: ChangeRequest.ID?
    package let amountBefore: Money
    package let amountAfter: Money
    package let reasons: String
    package let terms: Terms
    package let authority: Decision.Authority
    /// Who decided by delegation, or who registered what a board decided.
    package let decidedBy: Person.ID
    package let decidedAt: Instant

    package enum Kind: String, Sendable, CaseIterable {
        case amendment, revocation
        /// A share, or a part of it, is not given, and nothing of that was paid.
        case withholding
        case changeRefusal = "change-refusal"
        case repaymentDemand = "repayment-demand"
        /// A report is settled, and the grant comes to less than was granted; what was not used of it is to come back.
        case reportSettlement = "report-settlement"

        /// The paper that says it.
        package var document: DecisionDocument.Kind {
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

    /// How to appeal, in the words of the day.
    package struct Terms: Sendable, Equatable {
        package let appeal: Appeal
        package let appealText: String

        package init(appeal: Appeal, byBoard: Bool, texts: DecisionTexts) throws(Refusal) {
            guard let text = texts.text(appeal.text(byBoard: byBoard)) else { throw .conflict(.appealTextIsMissing) }
            self.appeal = appeal
            appealText = text
        }
    }

    package init(
        documentID: DecisionDocument.ID, grantID: Grant.ID, kind: Kind, changeID: ChangeRequest.ID?,
        amountBefore: Money, amountAfter: Money, reasons: String, terms: Terms, authority: Decision.Authority,
        decidedBy: Person.ID, decidedAt: Instant
    ) {
        self.documentID = documentID
        self.grantID = grantID
        self.kind = kind
        self.changeID = changeID
        self.amountBefore = amountBefore
        self.amountAfter = amountAfter
        self.reasons = reasons
        self.terms = terms
        self.authority = authority
        self.decidedBy = decidedBy
        self.decidedAt = decidedAt
    }
}
