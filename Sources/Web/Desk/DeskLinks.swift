import Domain

/// The pages of the region's desk.
extension Link {
    static func deskCase(_ id: GrantApplication.ID) -> String { "\(desk)/applications/\(id)" }
    static func handling(_ id: GrantApplication.ID) -> String { "\(deskCase(id))/handling" }
    static func recommendation(_ id: GrantApplication.ID) -> String { "\(deskCase(id))/recommendation" }
    static func decision(_ id: GrantApplication.ID) -> String { "\(deskCase(id))/decision" }
    static func dismissal(_ id: GrantApplication.ID) -> String { "\(deskCase(id))/dismissal" }
}

/// What was received, and what has changed since.
extension Link {
    static func snapshot(_ id: GrantApplication.ID) -> String { "\(application(id))/snapshot" }
}

extension Link.API {
    static func snapshot(_ id: GrantApplication.ID) -> String { "\(application(id))/snapshot" }
    static func changes(_ id: GrantApplication.ID) -> String { "\(application(id))/changes" }
}
