import Domain

/// The files of an application.
extension Link {
    static func attachments(_ id: GrantApplication.ID) -> String { "\(application(id))/attachments" }
    static func content(of file: Attachment.ID, in id: GrantApplication.ID) -> String {
        "\(attachments(id))/\(file)/content"
    }
    static func removal(of file: Attachment.ID, from id: GrantApplication.ID) -> String {
        "\(attachments(id))/\(file)/removal"
    }
}

extension Link.API {
    static func attachments(_ id: GrantApplication.ID) -> String { "\(application(id))/attachments" }
    static func attachment(_ file: Attachment.ID, of id: GrantApplication.ID) -> String { "\(attachments(id))/\(file)" }
    static func content(of file: Attachment.ID, in id: GrantApplication.ID) -> String {
        "\(attachment(file, of: id))/content"
    }
}
