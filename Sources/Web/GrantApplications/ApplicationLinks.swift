import Domain

/// The pages of an application.
extension Link {
    static func editApplication(_ id: GrantApplication.ID) -> String { "\(application(id))/edit" }
    static func submission(_ id: GrantApplication.ID) -> String { "\(application(id))/submission" }
    static func withdrawal(_ id: GrantApplication.ID) -> String { "\(application(id))/withdrawal" }
    static func receipt(_ id: GrantApplication.ID) -> String { "\(application(id))/receipt" }
    static func repair(_ id: GrantApplication.ID) -> String { "\(application(id))/repair" }
}
