package import Domain
import Foundation
package import Postgres
import SQL

extension Querying {
    /// What there is of a case for the archive, if anybody has ordered it.
    package func archive(of id: GrantApplication.ID) async throws -> CaseArchive? {
        try await first(SQL.CaseArchives.ofCase(applicationID: id))
    }

    /// One piece of an archive; nil after its last.
    package func piece(_ position: Int, of archive: CaseArchive.ID) async throws -> [UInt8]? {
        try await value(SQL.CaseArchives.piece(archiveID: archive, position: position), column: "bytes")
    }

    /// Who has ordered and fetched a case, the latest first.
    package func archiveReadings(of id: GrantApplication.ID, limit: Int) async throws -> [ArchiveReading] {
        try await all(SQL.CaseArchives.readings(applicationID: id, limit: limit))
    }

    /// What people, libraries, branches and events are called.
    package func archivedNames(of ids: [String]) async throws -> [String: String] {
        let found = try await rows(SQL.CaseArchives.names(ids: ids.compactMap(UUID.init(uuidString:)))).map { row in
            (try row["id"] as String, try row["name"] as String)
        }
        return Dictionary(found) { first, _ in first }
    }
}

extension Transaction {
    /// Orders a case, anew if it was made before.
    package func orderArchive(
        of id: GrantApplication.ID, by person: Person.ID, at instant: Instant
    ) async throws -> CaseArchive.ID {
        let ordered: CaseArchive.ID? = try await value(
            SQL.CaseArchives.order(id: CaseArchive.ID(), applicationID: id, orderedBy: person, orderedAt: instant),
            column: "id")
        guard let ordered else { throw RowIsGone(table: "case_archives") }
        try await execute(SQL.CaseArchives.forgetPieces(archiveID: ordered))
        return ordered
    }

    /// Takes one that is to be made, for `patience` seconds; nil if none is due or others are at all of them.
    package func takeArchive(patience: Double) async throws -> CaseArchive? {
        try await first(SQL.CaseArchives.take(patience: patience))
    }

    /// Puts one off for some seconds, with what it waits for.
    package func putOff(_ archive: CaseArchive.ID, because fault: String, seconds: Double) async throws {
        try await execute(SQL.CaseArchives.putOff(fault: fault, seconds: seconds, id: archive))
    }

    /// Keeps what was made, unless it was ordered anew meanwhile. `hash` is the SHA-256 of the bytes.
    package func finish(_ archive: CaseArchive, with bytes: [UInt8], hash: [UInt8]) async throws {
        let isWanted =
            try await execute(
                SQL.CaseArchives.finish(
                    size: bytes.count, contentHash: hash, id: archive.id, orderedAt: archive.orderedAt)) == 1
        guard isWanted else { return }
        for (position, start) in stride(from: 0, to: bytes.count, by: Self.pieceSize).enumerated() {
            let piece = Array(bytes[start..<min(start + Self.pieceSize, bytes.count)])
            try await execute(
                SQL.CaseArchives.insertPiece(archiveID: archive.id, position: position, bytes: piece))
        }
    }

    private static var pieceSize: Int { 1 << 20 }

    /// Notes who has ordered a case, or fetched it: then with the hash of what they got.
    package func noteArchive(
        _ act: ArchiveReading.Act, of id: GrantApplication.ID, by person: Person.ID, hash: [UInt8]? = nil
    ) async throws {
        try await execute(
            SQL.CaseArchives.note(
                id: CaseArchive.ID(), applicationID: id, act: act.rawValue, personID: person, contentHash: hash))
    }

    /// Everything that is kept of a case, table by table, as JSON with instants in UTC.
    package func archivedRecords(of id: GrantApplication.ID) async throws -> [ArchivedRecord] {
        try await execute(SQL.CaseArchives.useUTC())
        return try await all(SQL.CaseArchives.records(id: id))
    }
}

/// One row of what is kept of a case.
package struct ArchivedRecord: Sendable, PostgresRowDecodable {
    /// What it is, as the archive's JSON names it.
    package let section: String
    /// JSON.
    package let content: String

    package init(_ row: Row) throws {
        section = try row["section"]
        content = try row["content"]
    }
}

/// That somebody has ordered a case for the archive, or fetched it.
package struct ArchiveReading: Sendable, PostgresRowDecodable {
    package let act: Act
    package let personName: String
    package let happenedAt: Instant

    package enum Act: String, Sendable { case ordered, fetched }

    package init(_ row: Row) throws {
        act = try word(row["act"], "act")
        personName = try row["person_name"]
        happenedAt = try row["happened_at"]
    }
}

extension CaseArchive: PostgresRowDecodable {
    package init(_ row: Row) throws {
        var made: Made?
        if let instant: Instant = try row["made_at"] {
            made = Made(at: instant, size: try row["size"], hash: try row["content_hash"])
        }
        try self.init(
            id: row["id"], applicationID: row["application_id"], orderedBy: row["ordered_by"],
            orderedAt: row["ordered_at"], attempts: row["attempts"], fault: row["fault"], made: made)
    }
}
