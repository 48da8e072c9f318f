package import Domain
package import Postgres
import SQL

extension Querying {
    /// The files of an application, the first first, without their bytes.
    package func attachments(of application: GrantApplication.ID) async throws -> [Attachment] {
        try await all(SQL.Attachments.ofApplication(applicationID: application))
    }

    /// The files that an applicant has added to a completion and not sent in. For the applicant's eyes only.
    package func attachments(waitingIn completion: CompletionRequest.ID) async throws -> [Attachment] {
        try await all(SQL.Attachments.ofCompletion(completionID: completion))
    }

    /// One piece of a file; nil after its last.
    package func piece(_ position: Int, of attachment: Attachment.ID) async throws -> [UInt8]? {
        try await value(SQL.Attachments.piece(attachmentID: attachment, position: position), column: "bytes")
    }
}

extension Transaction {
    /// Writes a file, piece by piece.
    package func insert(
        _ attachment: Attachment, _ content: FileContent, for completion: CompletionRequest.ID? = nil
    ) async throws {
        try await execute(
            SQL.Attachments.insert(
                id: attachment.id, applicationID: attachment.applicationID, name: attachment.name.text,
                kind: attachment.kind.rawValue, description: attachment.description, size: attachment.size,
                contentHash: attachment.hash, addedBy: attachment.addedBy,
                scanState: attachment.scan.state.rawValue, completionID: completion))
        for (position, piece) in content.pieces.enumerated() {
            try await execute(
                SQL.Attachments.insertPiece(
                    attachmentID: attachment.id, applicationID: attachment.applicationID, position: position,
                    bytes: piece))
        }
    }

    /// Removes a file of a draft with its bytes.
    package func delete(_ attachment: Attachment.ID) async throws {
        try await execute(SQL.Attachments.deletePieces(attachmentID: attachment))
        try await execute(SQL.Attachments.delete(id: attachment))
    }

    /// The file that has waited longest for the scanner, held for `seconds`; nil if none waits.
    package func claimForScan(holding seconds: Double) async throws -> Attachment? {
        try await first(SQL.Attachments.claimForScan(lease: seconds))
    }

    /// Notes what the scanner said of a file: `finding` is what it found, if it found anything.
    package func setScan(of attachment: Attachment.ID, finding: String?) async throws {
        let state: Attachment.Scan.State = finding == nil ? .clean : .infected
        try await execute(
            SQL.Attachments.setScan(scanState: state.rawValue, scanFinding: finding, id: attachment))
    }
}

extension Attachment: PostgresRowDecodable {
    package init(_ row: Row) throws {
        let text: String = try row["name"]
        guard let name = FileName(text) else { throw UnknownWord(column: "name", word: text) }
        try self.init(
            id: row["id"], applicationID: row["application_id"], name: name, kind: word(row["kind"], "kind"),
            description: row["description"], size: row["size"], hash: row["content_hash"], addedBy: row["added_by"],
            addedAt: row["added_at"], scan: Scan(row: row))
    }
}

extension Attachment.Scan {
    fileprivate init(row: Row) throws {
        let state: State = try word(row["scan_state"], "scan_state")
        self =
            switch state {
            case .quarantined: .quarantined
            case .unscanned: .unscanned
            case .clean: .clean(at: try row["scanned_at"])
            case .infected: .infected(finding: try row["scan_finding"], at: try row["scanned_at"])
            }
    }
}
