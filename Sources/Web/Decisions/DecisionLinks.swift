import Domain

/// Decisions, their papers and how they are told.
extension Link {
    static let noticeBoard = "/notice-board"
    /// The delegation order and the standard texts.
    static let decisionOrder = "\(desk)/decision-order"

    static func document(_ id: DecisionDocument.ID, of application: GrantApplication.ID) -> String {
        "\(self.application(application))/documents/\(id)"
    }
    static func pdf(_ id: DecisionDocument.ID, of application: GrantApplication.ID) -> String {
        "\(document(id, of: application))/pdf"
    }
    static func announcement(_ id: GrantApplication.ID) -> String { "\(deskCase(id))/announcement" }
    static func announcement(_ id: GrantApplication.ID, of document: DecisionDocument.ID) -> String {
        "\(deskCase(id))/documents/\(document)/announcement"
    }
    static func correction(_ id: GrantApplication.ID) -> String { "\(deskCase(id))/correction" }
    static func reopening(_ id: GrantApplication.ID) -> String { "\(deskCase(id))/reopening" }
    static func laterReopening(_ id: GrantApplication.ID) -> String { "\(deskCase(id))/later-reopening" }
    static func decisionTerms(_ call: Call.ID) -> String { "\(self.call(call))/decisions" }
}

extension Link.API {
    static let announcements = "\(root)/announcements"
    static let delegations = "\(root)/delegations"
    static let decisionTexts = "\(root)/decision-texts"

    static func documents(_ id: GrantApplication.ID) -> String { "\(application(id))/documents" }
    static func decisionTerms(_ call: Call.ID) -> String { "\(self.call(call))/decision-terms" }
}
