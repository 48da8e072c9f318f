/// A library or a branch with the name that it had. It is the same one under another name.
package struct NamedUnit: Sendable {
    package let id: ID
    package let name: String

    package enum ID: Sendable, Hashable {
        case library(Library.ID)
        case branch(Branch.ID)
    }

    package init(_ id: ID, name: String) {
        self.id = id
        self.name = name
    }
}

extension NamedUnit: Hashable {
    package static func == (left: NamedUnit, right: NamedUnit) -> Bool { left.id == right.id }
    package func hash(into hasher: inout Hasher) { hasher.combine(id) }
}

extension NamedUnit.ID: Comparable {
    /// Libraries before branches, each by their ids: one order, whatever they are called.
    package static func < (left: Self, right: Self) -> Bool {
        switch (left, right) {
        case (.library(let left), .library(let right)): left < right
        case (.branch(let left), .branch(let right)): left < right
        case (.library, .branch): true
        case (.branch, .library): false
        }
    }
}

/// What libraries and branches are called, those that have closed too.
package struct UnitNames: Sendable {
    private let names: [NamedUnit.ID: String]

    package init(_ names: [NamedUnit.ID: String]) {
        self.names = names
    }

    /// The unit under its name. Foreign keys and a trigger keep every unit that an event names, so that one without a
    /// name can only have been made up.
    package subscript(_ id: NamedUnit.ID) -> NamedUnit { NamedUnit(id, name: names[id] ?? "–") }

    package subscript(_ id: Library.ID) -> NamedUnit { self[.library(id)] }

    /// Each once, in the order of their ids.
    package func units(_ libraries: some Sequence<Library.ID>, _ branches: [Branch.ID] = []) -> [NamedUnit] {
        let ids = Set(libraries.map(NamedUnit.ID.library) + branches.map(NamedUnit.ID.branch))
        return ids.sorted().map { self[$0] }
    }
}
