/// What a person may be. The first six belong to a library; a reviewer comes from outside, and the rest are the region's.
package enum Role: String, Sendable, CaseIterable {
    case staff, host, applicant, signatory, head, ambassador
    case caseOfficer = "case_officer"
    case decisionMaker = "decision_maker"
    case finance, developer, auditor, administrator
    case reviewer

    package var belongsToLibrary: Bool {
        switch self {
        case .staff, .host, .applicant, .signatory, .head, .ambassador: true
        case .caseOfficer, .decisionMaker, .finance, .developer, .auditor, .administrator, .reviewer: false
        }
    }

    package var belongsToRegion: Bool { !belongsToLibrary && self != .reviewer }

    /// Those of the region.
    package static let ofRegion = allCases.filter(\.belongsToRegion)
}
