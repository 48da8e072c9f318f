/// The parts of an application's form that two people can write in at the same time.
package enum ApplicationSection: String, Sendable, CaseIterable {
    /// Track, title and purpose.
    case about
    /// The standard fields of the project.
    case project
    /// The events with their shares.
    case events
    /// The budget with the sum sought.
    case budget
    /// The answers to the questions of the call.
    case answers
}

extension GrantRequest {
    /// A section as a text that is another if anything in it is.
    package func text(of section: ApplicationSection) -> String {
        switch section {
        case .about: "\(trackID?.description ?? "")\u{0}\(title)\u{0}\(purpose)"
        case .project: plan.wholeText
        case .events: events.map { "\($0.eventID) \($0.amount.ore)" }.joined(separator: "\n")
        case .budget:
            (["\(requestedAmount.ore)"] + budget.map { "\($0.kind.rawValue) \($0.amount.ore)" }).joined(separator: "\n")
        case .answers:
            answers.sorted { $0.key < $1.key }.map { ([$0.key.description] + $0.value).joined(separator: "\u{0}") }
                .joined(separator: "\u{1}")
        }
    }

    private mutating func take(_ section: ApplicationSection, from other: GrantRequest) {
        switch section {
        case .about: (trackID, title, purpose) = (other.trackID, other.title, other.purpose)
        case .project: plan = other.plan
        case .events: events = other.events
        case .budget: (budget, requestedAmount) = (other.budget, other.requestedAmount)
        case .answers: answers = other.answers
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

extension ProjectPlan {
    /// All of it as a text that is another if anything in it is.
    fileprivate var wholeText: String {
        let numbers = [ownHours, ownHourlyCost?.ore, otherFunding?.ore].map { $0.map(String.init) ?? "" }
        let choices = [areas.map(\.rawValue), priorityGroups.map(\.rawValue)].map { $0.joined(separator: " ") }
        return (Field.allCases.map { self[$0] } + choices + numbers).joined(separator: "\u{0}")
    }
}
