import Domain
import Letters
import Postgres
import Store

extension Transaction {
    /// A locked application as its case keeps it.
    func record(of lock: LockedApplication) async throws -> ApplicationRecord {
        ApplicationRecord(
            lock.application, call: lock.call, events: lock.events,
            attachments: try await attachments(of: lock.application.id), region: try await regionFacts(),
            names: try await unitNames(), at: lock.instant)
    }

    /// Keeps what was received word for word, under the SHA-256 of its text's UTF-8.
    func insertSnapshot(of id: GrantApplication.ID, version: Int, _ received: ReceivedApplication) async throws {
        try await insertSnapshot(
            of: id, version: version, at: received.receivedAt, content: received.canonicalText, hash: received.hash)
        try await keepPaper(of: received, in: id, version: version)
    }

    /// Keeps the same as a readable record, in the words of the day, and has it printed outside of any request.
    func keepPaper(of received: ReceivedApplication, in id: GrantApplication.ID, version: Int) async throws {
        let text = received.canonicalText
        let kept = ArchivedValue.record([
            "application_version": .whole(version), "taken_at": .text(received.receivedAt.rfc3339),
            "content_hash": .text(Hexadecimal.text(received.hash)), "content": .text(text),
        ])
        let ids = try ArchivedValue(json: text).identifiers
        let paper = try CasePaper(
            ofReceived: kept,
            head: CasePaper.Head(
                region: try await regionName(), registryNumber: received.registryNumber,
                applicant: received.record.applicant.name, title: received.record.title),
            names: try await archivedNames(of: ids.sorted()))
        let record = paper.record
        try await insertReceivedPaper(
            of: id, version: version, content: record, hash: Array(record.utf8).sha256)
    }
}

extension Operations {
    /// Writes the records of what came into the database without one, as that of the demo region does. Answers with how
    /// many cases had such.
    package func keepMissingPapers() async throws -> Int {
        let cases = try await database.casesWithoutReceivedPapers()
        for id in cases {
            try await change { transaction in
                _ = try await transaction.lockCase(id)
                let written = try await transaction.receivedPapers(of: id).map(\.version)
                for snapshot in try await transaction.snapshots(of: id) where !written.contains(snapshot.version) {
                    guard let received = try snapshot.received else { continue }
                    try await transaction.keepPaper(of: received, in: id, version: snapshot.version)
                }
            }
        }
        return cases.count
    }
}

extension ReceivedApplication {
    fileprivate var hash: [UInt8] { Array(canonicalText.utf8).sha256 }

    /// What a mail that tells of the receipt needs.
    func receiptPayload(of application: GrantApplication) -> String { receiptPayload(application, hash: hash) }
}
