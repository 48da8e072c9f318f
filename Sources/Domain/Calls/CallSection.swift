/// What a call may say under a heading of its own, in the order in which every grant page of the region has them. When
/// one may apply, what the funding rule asks for and whom to ask are told by the service, and stand always.
package enum CallSection: String, Sendable, CaseIterable {
    case whoMayApply = "who-may-apply"
    case howMuch = "how-much"
    case notForWhat = "not-for-what"
    case conditions
    case howToApply = "how-to-apply"
    case support
    case assessment
    case decisionAndPayment = "decision-and-payment"
    case reporting
    case appeal

    /// As the API and the form have it: `whoMayApply`.
    package var name: String { rawValue.camelCased }

    /// Most letters under one heading.
    package static let limit = 10_000
}
