/// The sections of an application's form, each a page of its own: two people can write in two of them at the same time.
package enum ApplicationSection: String, Sendable, CaseIterable {
    case basics, needs, activities, budget, cooperation, access, questions

    /// What is written in it, in the order of the page.
    package var parts: [GrantRequest.Part] {
        switch self {
        case .basics: [.track, .title, .contact]
        case .needs: [.purpose, .background, .goals, .targetGroup, .areas, .priorityGroups]
        case .activities: [.events, .timePlan, .expectedEffect, .spreading, .digitalParticipation]
        case .budget: [.requestedAmount, .budget, .ownWork, .otherFunding]
        case .cooperation: [.cooperation]
        case .access: [.accessibility, .evaluation]
        case .questions: [.answers]
        }
    }

    /// The section in which a field of the form or of the API is written; nil: it stands on a page of another kind.
    package init?(field: String) {
        guard let part = GrantRequest.Part(field: field),
            let section = Self.allCases.first(where: { $0.parts.contains(part) })
        else { return nil }
        self = section
    }
}

extension GrantRequest {
    /// A section as a text that is another if anything in it is.
    package func text(of section: ApplicationSection) -> String {
        section.parts.map { text(of: $0) }.joined(separator: "\u{3}")
    }

    /// Whether nothing has been written in the section.
    package func isEmpty(_ section: ApplicationSection) -> Bool {
        section.parts.allSatisfy { text(of: $0).isEmpty }
    }

    /// This, as it is kept, with a section as one person has typed it; others may have saved meanwhile. Where only they
    /// have changed it theirs stands; refused as stale where both have, and not to the same. `wasShown` says whether
    /// the section is in a request as the person was shown it before they began to type.
    package func taking(
        _ section: ApplicationSection, from typed: GrantRequest, _ wasShown: (GrantRequest) -> Bool
    ) throws(Refusal) -> GrantRequest {
        guard typed.text(of: section) != text(of: section), !wasShown(typed) else { return self }
        guard wasShown(self) else { throw .stale }
        return taking(section, from: typed)
    }

    /// This with a section as `typed` says it, whatever stood in it.
    package func taking(_ section: ApplicationSection, from typed: GrantRequest) -> GrantRequest {
        var request = self
        for part in section.parts { request.take(part, from: typed) }
        return request
    }
}
