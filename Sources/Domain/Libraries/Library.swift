/// A principal: who answers for a library's staff. One public library per municipality; other kinds are marked.
package struct Library: Sendable, Equatable {
    package typealias ID = Identifier<Library>

    package let id: ID
    package let name: String
    package let kind: Kind
    package let municipalityCode: String?
    /// The first day on which it is no more; nil: none is known.
    package let validTo: Day?
    /// The library that it becomes a part of on that day; nil: none, it closes.
    package let successorID: ID?
    /// Whether it is no more today.
    package let hasEnded: Bool

    package enum Kind: String, Sendable, CaseIterable {
        case `public`, university, school, hospital, regional, national, association
    }

    package init(
        id: ID, name: String, kind: Kind, municipalityCode: String?, validTo: Day? = nil, successorID: ID? = nil,
        hasEnded: Bool = false
    ) {
        self.hasEnded = hasEnded
        self.validTo = validTo
        self.successorID = successorID
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
