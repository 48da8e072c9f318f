package import Domain
package import Postgres
import SQL

extension Querying {
    /// The records of what came in, version by version.
    package func receivedPapers(of id: GrantApplication.ID) async throws -> [ReceivedPaper] {
        try await all(SQL.ReceivedPapers.ofApplication(applicationID: id))
    }

    /// The record of a version: HTML, as it was written when it came in.
    package func content(of id: ReceivedPaper.ID) async throws -> String? {
        try await value(SQL.ReceivedPapers.content(id: id), column: "content")
    }

    /// Its print: PDF/A, once there is one.
    package func pdf(of id: ReceivedPaper.ID) async throws -> [UInt8]? {
        try await value(SQL.ReceivedPapers.pdf(paperID: id), column: "pdf")
    }

    /// Cases of which a version came in without a record.
    package func casesWithoutReceivedPapers() async throws -> [GrantApplication.ID] {
        try await rows(SQL.ReceivedPapers.casesWithout()).map { try $0["id"] }
    }
}

extension Transaction {
    /// Keeps the record of a version that came in, and puts it in the line to be printed. `hash` is the SHA-256 of the
    /// content's UTF-8.
    package func insertReceivedPaper(
        of id: GrantApplication.ID, version: Int, content: String, hash: [UInt8]
    ) async throws {
        let paper = ReceivedPaper.ID()
        try await execute(
            SQL.ReceivedPapers.insert(
                id: paper, applicationID: id, applicationVersion: version, content: content, contentHash: hash))
        try await execute(SQL.Decisions.insertPrintJob(documentID: DecisionDocument.ID?.none, receivedID: paper))
    }
}

/// A version of an application as it came in, as a readable record.
package struct ReceivedPaper: Sendable, PostgresRowDecodable {
    package typealias ID = Identifier<ReceivedPaper>

    package let id: ID
    package let applicationID: GrantApplication.ID
    package let version: Int
    package let receivedAt: Instant
    /// SHA-256 of the record's UTF-8.
    package let hash: [UInt8]
    /// nil: it is not printed yet.
    package let print: KeptDocument.Print?

    package init(_ row: Row) throws {
        id = try row["id"]
        applicationID = try row["application_id"]
        version = try row["application_version"]
        receivedAt = try row["taken_at"]
        hash = try row["content_hash"]
        let (hash, size): ([UInt8]?, Int?) = (try row["pdf_hash"], try row["pdf_size"])
        print = hash.map { KeptDocument.Print(hash: $0, size: size ?? 0) }
    }
}
