package import Domain
package import Postgres
import SQL

extension Querying {
    /// A page of libraries, the public ones first, and how many of today there are in all.
    package func libraries(
        municipalityCode: String?, kind: Library.Kind?, withEnded: Bool = false, limit: Int, offset: Int
    ) async throws -> (libraries: [Library], total: Int) {
        async let total: Int? = value(
            SQL.Libraries.count(municipality: municipalityCode, kind: kind?.rawValue), column: "total")
        let libraries: [Library] = try await all(
            SQL.Libraries.list(
                municipality: municipalityCode, kind: kind?.rawValue, withEnded: withEnded, limit: limit,
                offset: offset))
        return (libraries, try await total ?? 0)
    }

    /// One library.
    package func library(_ id: Library.ID) async throws -> Library? {
        try await first(SQL.Libraries.get(id: id))
    }

    /// The library whose slug is `word`, or the public one of the municipality whose code it is.
    package func library(named word: String) async throws -> Library? {
        try await first(SQL.Libraries.named(word: word))
    }

    /// The branches of these libraries that are open today.
    package func branches(of libraries: [Library.ID]) async throws -> [Branch] {
        guard !libraries.isEmpty else { return [] }
        return try await all(SQL.Libraries.branches(libraries: libraries))
    }

    /// The municipalities of the region, as Swedish sorts them.
    package func municipalities() async throws -> [Municipality] {
        try await all(SQL.Libraries.municipalities())
    }

    /// The region as the funding rule reads it.
    package func regionFacts() async throws -> RegionFacts {
        let members: [RegionFacts.Member] = try await all(SQL.Libraries.members())
        let branches: [BranchOfLibrary] = try await all(SQL.Libraries.libraryOfBranch())
        let municipalities = try await municipalities()
        let successions: [RegionFacts.Succession] = try await all(SQL.Libraries.successions())
        let boards: [RegionFacts.BoardSeat] = try await all(SQL.Libraries.boards())
        return RegionFacts(
            members: members, municipalityCodes: Set(municipalities.map(\.code)),
            libraryOfBranch: Dictionary(uniqueKeysWithValues: branches.map { ($0.id, $0.libraryID) }),
            successions: successions, boards: boards)
    }

    /// These libraries and whoever answers for them today.
    package func withPrincipals(_ libraries: [Library.ID]) async throws -> [Library.ID] {
        Array(Set(libraries).union(try await values(SQL.Libraries.principals(ids: libraries), column: "id"))).sorted()
    }

    /// The libraries among `ids` that do not exist.
    package func unknownLibraries(_ ids: [Library.ID]) async throws -> Set<Library.ID> {
        guard !ids.isEmpty else { return [] }
        return Set(ids).subtracting(try await values(SQL.Libraries.known(ids: ids), column: "id"))
    }

    /// The branches among `ids` that do not exist.
    package func unknownBranches(_ ids: [Branch.ID]) async throws -> Set<Branch.ID> {
        guard !ids.isEmpty else { return [] }
        return Set(ids).subtracting(try await values(SQL.Libraries.knownBranches(ids: ids), column: "id"))
    }
}

extension Library: PostgresRowDecodable {
    package init(_ row: Row) throws {
        try self.init(
            id: row["id"], name: row["name"], kind: word(row["kind"], "kind"),
            municipalityCode: row["municipality_code"], validTo: row["valid_to"],
            successorID: row["successor_id"], hasEnded: row["has_ended"])
    }
}

extension Branch: PostgresRowDecodable {
    package init(_ row: Row) throws {
        try self.init(id: row["id"], libraryID: row["library_id"], name: row["name"])
    }
}

extension Municipality: PostgresRowDecodable {
    package init(_ row: Row) throws {
        try self.init(code: row["code"], name: row["name"])
    }
}

extension RegionFacts.Member: PostgresRowDecodable {
    package init(_ row: Row) throws {
        try self.init(libraryID: row["library_id"], validFrom: row["valid_from"], validTo: row["valid_to"])
    }
}

extension RegionFacts.Succession: PostgresRowDecodable {
    package init(_ row: Row) throws {
        try self.init(libraryID: row["library_id"], successorID: row["successor_id"], from: row["since"])
    }
}

extension RegionFacts.BoardSeat: PostgresRowDecodable {
    package init(_ row: Row) throws {
        try self.init(
            boardID: row["board_id"], libraryID: row["library_id"], validFrom: row["valid_from"],
            validTo: row["valid_to"])
    }
}

private struct BranchOfLibrary: PostgresRowDecodable {
    let id: Branch.ID
    let libraryID: Library.ID

    init(_ row: Row) throws {
        id = try row["id"]
        libraryID = try row["library_id"]
    }
}
