/// The parts of an application's form that two people can write in at the same time.
package enum ApplicationSection: String, Sendable, CaseIterable {
    /// Title and purpose.
    case about
    /// The events with their shares.
    case events
    /// The budget with the sum sought.
    case budget
}

extension GrantRequest {
    /// A section as a text that is another if anything in it is.
    package func text(of section: ApplicationSection) -> String {
        switch section {
        case .about: "\(title)\u{0}\(purpose)"
        case .events: events.map { "\($0.eventID) \($0.amount.ore)" }.joined(separator: "\n")
        case .budget:
            (["\(requestedAmount.ore)"] + budget.map { "\($0.kind.rawValue) \($0.amount.ore)" }).joined(separator: "\n")
        }
    }

    private mutating func take(_ section: ApplicationSection, from other: GrantRequest) {
        switch section {
        case .about: (title, purpose) = (other.title, other.purpose)
        case .events: events = other.events
        case .budget: (budget, requestedAmount) = (other.budget, other.requestedAmount)
        }
    }

    /// This, as one person typed it, beside what others have saved meanwhile: of each section what was changed in it.
    /// Refused as stale where both have changed the same one, and not to the same. `wasShown` says whether a section
    /// of a request is as the person was shown it before they began to type.
    package func merged(
        into kept: GrantRequest, _ wasShown: (ApplicationSection, GrantRequest) -> Bool
    ) throws(Refusal) -> GrantRequest {
        var merged = self
        for section in ApplicationSection.allCases where text(of: section) != kept.text(of: section) {
            if wasShown(section, self) {
                merged.take(section, from: kept)
            } else if !wasShown(section, kept) {
                throw .stale
            }
        }
        return merged
    }
}
