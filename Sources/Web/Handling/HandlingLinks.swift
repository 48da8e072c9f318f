import Domain

extension Link.API {
    static func completionRequests(_ id: GrantApplication.ID) -> String { "\(application(id))/completion-requests" }
    static func reviews(_ id: GrantApplication.ID) -> String { "\(application(id))/reviews" }
    static func conflicts(_ id: GrantApplication.ID) -> String { "\(application(id))/conflicts" }
    static func messages(_ id: GrantApplication.ID) -> String { "\(application(id))/messages" }
    static func rubric(_ id: Call.ID) -> String { "\(call(id))/rubric" }
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
