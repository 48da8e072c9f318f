import Domain

extension Link.API {
    static func completionRequests(_ id: GrantApplication.ID) -> String { "\(application(id))/completion-requests" }
    static func reviews(_ id: GrantApplication.ID) -> String { "\(application(id))/reviews" }
    static func conflicts(_ id: GrantApplication.ID) -> String { "\(application(id))/conflicts" }
    static func messages(_ id: GrantApplication.ID) -> String { "\(application(id))/messages" }
    static func rubric(_ id: Call.ID) -> String { "\(call(id))/rubric" }
}

/// What a reviewer from outside does, and who gives them applications.
extension Link {
    static let assignments = "/reviews"

    static func assignment(_ id: ReviewAssignment.ID) -> String { "\(assignments)/\(id)" }
    static func impartiality(_ id: ReviewAssignment.ID) -> String { "\(assignment(id))/impartiality" }
    static func conflict(in id: ReviewAssignment.ID) -> String { "\(assignment(id))/conflict" }
    static func review(in id: ReviewAssignment.ID) -> String { "\(assignment(id))/review" }
    static func content(of file: Attachment.ID, in id: ReviewAssignment.ID) -> String {
        "\(assignment(id))/attachments/\(file)/content"
    }
    static func reviewers(_ id: GrantApplication.ID) -> String { "\(deskCase(id))/review-assignments" }
    static func withdrawals(_ id: GrantApplication.ID) -> String { "\(deskCase(id))/review-withdrawals" }
}

extension Link.API {
    static let assignments = "\(root)/review-assignments"

    static func assignment(_ id: ReviewAssignment.ID) -> String { "\(assignments)/\(id)" }
    static func reviewers(_ id: GrantApplication.ID) -> String { "\(application(id))/review-assignments" }
}

/// What a library does in its case.
extension Link {
    static func completion(_ id: GrantApplication.ID) -> String { "\(application(id))/completion" }
    static func editCompletion(_ id: GrantApplication.ID) -> String { "\(completion(id))/edit" }
    static func messages(_ id: GrantApplication.ID) -> String { "\(application(id))/messages" }
}

/// What the region does in a case.
extension Link {
    static func requestCompletion(_ id: GrantApplication.ID) -> String { "\(deskCase(id))/completion-requests" }
    static func returnToReview(_ id: GrantApplication.ID) -> String { "\(deskCase(id))/return-to-review" }
    static func caseOfficer(_ id: GrantApplication.ID) -> String { "\(deskCase(id))/case-officer" }
    static func reviews(_ id: GrantApplication.ID) -> String { "\(deskCase(id))/reviews" }
    static func conflicts(_ id: GrantApplication.ID) -> String { "\(deskCase(id))/conflicts" }
    static func liftings(_ id: GrantApplication.ID) -> String { "\(deskCase(id))/conflict-liftings" }
    static func deskMessages(_ id: GrantApplication.ID) -> String { "\(deskCase(id))/messages" }
    static func rubric(_ id: Call.ID) -> String { "\(call(id))/rubric" }
}
