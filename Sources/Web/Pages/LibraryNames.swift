import Domain
import Postgres
import Store

/// What the libraries are called, and the municipalities.
struct LibraryNames: Sendable {
    /// Those of today.
    let all: [Library]
    private let everyOne: [Library]
    private let names: [Library.ID: String]

    private let municipalities: [String: String]

    init(_ libraries: [Library], in municipalities: [Municipality] = []) {
        self.municipalities = Dictionary(uniqueKeysWithValues: municipalities.map { ($0.code, $0.name) })
        all = libraries.filter { !$0.hasEnded }
        everyOne = libraries
        names = Dictionary(uniqueKeysWithValues: libraries.map { ($0.id, $0.name) })
    }

    subscript(_ id: Library.ID) -> String { names[id] ?? "–" }

    /// The name of a municipality of the region; the code of one that is not ours, where there is one.
    func municipality(_ code: String?) -> String? { code.map { municipalities[$0] ?? $0 } }

    /// Several names, as Swedish sorts them.
    func list(_ ids: some Sequence<Library.ID>) -> [String] {
        let wanted = Set(ids)
        return everyOne.filter { wanted.contains($0.id) }.map(\.name)
    }

    /// The public libraries of the region, whom an invitation may name. Only those have a municipality of ours.
    var publicOnes: [Library] { all.filter { $0.kind == .public && $0.municipalityCode != nil } }
}

extension Querying {
    /// The libraries by name, also of those that have ended. There are fewer than a hundred.
    func libraryNames() async throws -> LibraryNames {
        LibraryNames(
            try await libraries(municipalityCode: nil, kind: nil, withEnded: true, limit: 1000, offset: 0).libraries,
            in: try await municipalities())
    }
}
