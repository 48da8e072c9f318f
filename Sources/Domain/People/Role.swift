/// What a person may be. The first six belong to a library, the rest to the region.
package enum Role: String, Sendable, CaseIterable {
    case staff, host, applicant, signatory, head, ambassador
    case caseOfficer = "case_officer"
    case decisionMaker = "decision_maker"
    case finance, developer, auditor, administrator

    package var belongsToLibrary: Bool {
        switch self {
        case .staff, .host, .applicant, .signatory, .head, .ambassador: true
        case .caseOfficer, .decisionMaker, .finance, .developer, .auditor, .administrator: false
        }
    }
}
