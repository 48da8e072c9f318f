import Domain

/// The pages of an application.
extension Link {
    static func editApplication(_ id: GrantApplication.ID) -> String { "\(application(id))/edit" }
    static func edit(_ section: ApplicationSection, of id: GrantApplication.ID) -> String {
        "\(editApplication(id))/\(section.rawValue)"
    }
    static func step(_ step: ApplicationProgress.Step, of id: GrantApplication.ID) -> String {
        switch step {
        case .section(let section): edit(section, of: id)
        case .attachments: attachments(id)
        }
    }
    static func submission(_ id: GrantApplication.ID) -> String { "\(application(id))/submission" }
    static func withdrawal(_ id: GrantApplication.ID) -> String { "\(application(id))/withdrawal" }
    static func receipt(_ id: GrantApplication.ID) -> String { "\(application(id))/receipt" }
    static func repair(_ id: GrantApplication.ID) -> String { "\(application(id))/repair" }
}
