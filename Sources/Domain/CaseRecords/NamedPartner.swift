/// A library that takes part in an application, under the name that it had.
package struct NamedPartner: Sendable, Equatable {
    package let unit: NamedUnit
    package let role: ApplicationPartner.Role
    package let contribution: String

    package init(unit: NamedUnit, role: ApplicationPartner.Role, contribution: String) {
        self.unit = unit
        self.role = role
        self.contribution = contribution
    }

    /// Those of an application, in the order of their ids.
    package static func all(of application: GrantApplication, _ names: UnitNames) -> [NamedPartner] {
        application.partners.sorted { $0.libraryID < $1.libraryID }.map {
            NamedPartner(unit: names[$0.libraryID], role: $0.role, contribution: $0.contribution)
        }
    }
}

/// A file of an application as its case keeps it: its hash tells whether some bytes are those.
package struct KeptAttachment: Sendable, Equatable {
    package let id: Attachment.ID
    package let name: String
    package let mediaType: String
    package let size: Int
    /// SHA-256 in hexadecimal digits.
    package let hash: String

    package init(id: Attachment.ID, name: String, mediaType: String, size: Int, hash: String) {
        self.id = id
        self.name = name
        self.mediaType = mediaType
        self.size = size
        self.hash = hash
    }

    package init(_ attachment: Attachment) {
        self.init(
            id: attachment.id, name: attachment.name.text, mediaType: attachment.kind.mediaType, size: attachment.size,
            hash: attachment.hexadecimalHash)
    }
}
