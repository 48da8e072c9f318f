/// What a call says of the money that it grants. Once the call is announced they stand.
package struct GrantTerms: Sendable, Equatable {
    package var payment: Payment.Mode
    /// Whether a signatory accepts the grant before it is in force.
    package var needsAcceptance: Bool
    /// Days after the last event until the report is due.
    package var reportDays: Int
    /// Whether nothing is paid while the decision can be appealed.
    package var paysAfterAppeal: Bool

    package init(
        payment: Payment.Mode = .fixed, needsAcceptance: Bool = true, reportDays: Int = 42,
        paysAfterAppeal: Bool = false
    ) {
        self.payment = payment
        self.needsAcceptance = needsAcceptance
        self.reportDays = reportDays
        self.paysAfterAppeal = paysAfterAppeal
    }

    package func validate(_ errors: inout FieldErrors) {
        errors.require(reportDays >= 1, "terms.reportDays", .isTooSmall(least: 1))
        errors.require(reportDays <= 365, "terms.reportDays", .isTooLarge(most: 365))
    }
}

extension Grant {
    /// That a signatory has accepted it, with the words that they accepted and the SHA-256 of those.
    package struct Acceptance: Sendable, Equatable {
        package let acceptedBy: Person.ID
        package let acceptedAt: Instant
        package let terms: String
        package let hash: [UInt8]

        package init(acceptedBy: Person.ID, acceptedAt: Instant, terms: String, hash: [UInt8]) {
            self.acceptedBy = acceptedBy
            self.acceptedAt = acceptedAt
            self.terms = terms
            self.hash = hash
        }
    }
}
