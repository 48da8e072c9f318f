extension GrantRequest {
    /// The parts of an application, in the order of its form: each can be asked for and unlocked by itself.
    package enum Part: String, Sendable, CaseIterable {
        case title
        case track = "trackId"
        case contact
        case purpose, background, goals, targetGroup, areas, priorityGroups
        case events, timePlan, expectedEffect, spreading, digitalParticipation
        case requestedAmount, budget, ownWork, otherFunding
        /// What is said of those who work together; the libraries among them are `partners`.
        case cooperation
        case partners
        case accessibility, evaluation
        case answers
        case attachments

        /// Those that the region can ask to have completed. What was received stays in its track.
        package static let askable = allCases.filter { $0 != .track }

        /// The standard fields of text that it holds.
        package var texts: [ProjectPlan.Field] {
            switch self {
            case .contact: [.contactName, .contactRole, .contactEmail, .contactPhone]
            case .otherFunding: [.otherFundingFrom]
            case .cooperation: [.partners]
            case .background: [.background]
            case .goals: [.goals]
            case .targetGroup: [.targetGroup]
            case .timePlan: [.timePlan]
            case .expectedEffect: [.expectedEffect]
            case .spreading: [.spreading]
            case .digitalParticipation: [.digitalParticipation]
            case .accessibility: [.accessibility]
            case .evaluation: [.evaluation]
            default: []
            }
        }

        /// The field beside which a fault of the whole part stands.
        package var path: String {
            switch self {
            case .areas, .priorityGroups: "project.\(rawValue)"
            case .ownWork: "project.ownHours"
            case .otherFunding: "project.otherFunding"
            default: texts.first?.path ?? rawValue
            }
        }

        /// The part in which a field of the form or of the API stands.
        package init?(field: String) {
            let name = field.prefix { $0 != "[" }
            if name.hasPrefix("answers") { self = .answers; return }
            if name.hasPrefix("events") { self = .events; return }
            if name.hasPrefix("budget") { self = .budget; return }
            if name.hasPrefix("partners") { self = .partners; return }
            let found = Self.allCases.first { part in
                part.path == name || part.rawValue == name || part.texts.contains { $0.path == name }
            }
            switch (found, name) {
            case (let part?, _): self = part
            case (nil, "project.ownHourlyCost"): self = .ownWork
            default: return nil
            }
        }
    }

    /// Takes a part as `other` says it. Partners and files are no part of what is typed here.
    package mutating func take(_ part: Part, from other: GrantRequest) {
        switch part {
        case .title: title = other.title
        case .track: trackID = other.trackID
        case .purpose: purpose = other.purpose
        case .areas: plan.areas = other.plan.areas
        case .priorityGroups: plan.priorityGroups = other.plan.priorityGroups
        case .events: events = other.events
        case .budget: budget = other.budget
        case .requestedAmount: requestedAmount = other.requestedAmount
        case .ownWork: (plan.ownHours, plan.ownHourlyCost) = (other.plan.ownHours, other.plan.ownHourlyCost)
        case .otherFunding: plan.otherFunding = other.plan.otherFunding
        case .answers: answers = other.answers
        default: break
        }
        for field in part.texts { plan[field] = other.plan[field] }
    }

    /// A part as a text that is another if anything in it is. Shares are kept in the order of their events.
    package func text(of part: Part) -> String {
        let own =
            switch part {
            case .title: title
            case .track: trackID?.description ?? ""
            case .purpose: purpose
            case .areas: plan.areas.map(\.rawValue).joined(separator: " ")
            case .priorityGroups: plan.priorityGroups.map(\.rawValue).joined(separator: " ")
            case .events:
                events.sorted { $0.eventID < $1.eventID }.map { "\($0.eventID) \($0.amount.ore)" }
                    .joined(separator: "\n")
            case .budget: budget.map { "\($0.kind.rawValue) \($0.amount.ore)" }.joined(separator: "\n")
            case .requestedAmount: requestedAmount == .zero ? "" : "\(requestedAmount.ore)"
            case .ownWork: Self.text(of: [plan.ownHours, plan.ownHourlyCost?.ore])
            case .otherFunding: Self.text(of: [plan.otherFunding?.ore])
            case .answers:
                answers.sorted { $0.key < $1.key }.map { ([$0.key.description] + $0.value).joined(separator: "\u{1}") }
                    .joined(separator: "\u{2}")
            default: ""
            }
        let all = [own] + part.texts.map { plan[$0] }
        return all.allSatisfy(\.isEmpty) ? "" : all.joined(separator: "\u{0}")
    }

    private static func text(of numbers: [Int?]) -> String {
        numbers.allSatisfy { $0 == nil } ? "" : numbers.map { $0.map(String.init) ?? "" }.joined(separator: " ")
    }

    /// The parts that are another here than in `other`.
    package func parts(otherThanIn other: GrantRequest) -> [Part] {
        Part.allCases.filter { text(of: $0) != other.text(of: $0) }
    }
}
