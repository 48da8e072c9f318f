import Crypto
import Domain
import Foundation
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
    }
}

extension ReceivedApplication {
    fileprivate var hash: [UInt8] { Array(SHA256.hash(data: Data(canonicalText.utf8))) }

    /// What a mail that tells of the receipt needs.
    func receiptPayload(of application: GrantApplication) -> String { receiptPayload(application, hash: hash) }
}
