package import ClamAV
import Domain
import Logging
import Postgres
import Store

extension Operations {
    /// Has the scanner look at each file that waits, one after the other, until none does; answers with how many it
    /// saw. A file of which the scanner says nothing waits on, and is tried again when its lease has ended.
    package func scanAttachments(
        with scanner: ClamAV, lease: Duration = ScanSchedule.lease
    ) async throws -> Int {
        var count = 0
        let seconds = Double(lease.components.seconds)
        while let file = try await change({ try await $0.claimForScan(holding: seconds) }) {
            try await scan(file, with: scanner)
            count += 1
        }
        return count
    }

    private func scan(_ file: Attachment, with scanner: ClamAV) async throws {
        let pieces = Pieces(of: file.id, in: database)
        let verdict = try await scanner.scan { try await pieces.next() }
        let finding: String? = if case .infected(let name) = verdict { name } else { nil }
        try await change { try await $0.setScan(of: file.id, finding: finding) }
        if finding != nil {
            logger.warning("infected file", metadata: ["attachment": "\(file.id)"])
        }
    }
}

/// When files are scanned.
package enum ScanSchedule {
    /// How often an instance asks whether a file waits.
    package static let look = Duration.seconds(5)
    /// How long a file is held for whoever scans it, and not tried by another.
    package static let lease = Duration.seconds(180)
}

/// The pieces of a file, one after the other.
private actor Pieces {
    private let file: Attachment.ID
    private let database: PostgresClient
    private var position = 0

    init(of file: Attachment.ID, in database: PostgresClient) {
        self.file = file
        self.database = database
    }

    func next() async throws -> [UInt8]? {
        defer { position += 1 }
        return try await database.piece(position, of: file)
    }
}
