/// A principal: who answers for a library's staff. One public library per municipality; other kinds are marked.
package struct Library: Sendable, Equatable {
    package typealias ID = Identifier<Library>

    package let id: ID
    package let name: String
    package let kind: Kind
    package let municipalityCode: String?

    package enum Kind: String, Sendable, CaseIterable {
        case `public`, university, school, hospital, regional, national, association
    }

    package init(id: ID, name: String, kind: Kind, municipalityCode: String?) {
        self.id = id
        self.name = name
        self.kind = kind
        self.municipalityCode = municipalityCode
    }
}

/// A unit of a library: the main library, a branch, a bus.
package struct Branch: Sendable, Equatable {
    package typealias ID = Identifier<Branch>

    package let id: ID
    package let libraryID: Library.ID
    package let name: String

    package init(id: ID, libraryID: Library.ID, name: String) {
        self.id = id
        self.libraryID = libraryID
        self.name = name
    }
}

/// A municipality of the region, by its four-digit code of Statistics Sweden.
package struct Municipality: Sendable, Equatable {
    package let code: String
    package let name: String

    package init(code: String, name: String) {
        self.code = code
        self.name = name
    }
}
