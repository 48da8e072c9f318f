import Domain
import Letters
import Logging
import Postgres
import Store

/// How archives are made, and when what could not be made is tried again.
package enum Archiving {
    /// Seconds that one may take, after which another instance may try.
    package static let patience = 900.0
    /// How often it is looked whether the letters are printed that an archive waits for, in seconds.
    package static let waitForPrints = 30.0
    /// What the page is told while letters are not printed, and where there is no program to print with.
    package static let printsAreMissing = "prints_are_missing"
}

extension Operations {
    /// Makes the archives whose time has come, one after another; answers with how many. Every instance does it, each
    /// its own. No transaction is open while papers are printed.
    @discardableResult
    package func makeArchives(with tool: String = Printing.tool) async throws -> Int {
        var made = 0
        while let archive = try await change({ try await $0.takeArchive(patience: Archiving.patience) }) {
            do {
                let bytes = try await bundle(of: archive.applicationID, printedWith: tool)
                try await change { transaction in
                    try await transaction.finish(archive, with: bytes, hash: bytes.sha256)
                }
                made += 1
            } catch let wait as ArchiveWaits {
                try await putOff(archive, because: wait.fault, seconds: wait.seconds)
            } catch let error where !(error is CancellationError) {
                logger.error("archive failed", metadata: ["application": "\(archive.applicationID)"])
                try await putOff(
                    archive, because: "\(type(of: error))", seconds: Printing.wait(after: archive.attempts))
            }
        }
        return made
    }

    private func putOff(_ archive: CaseArchive, because fault: String, seconds: Double) async throws {
        try await change { try await $0.putOff(archive.id, because: fault, seconds: seconds) }
    }

    /// The whole file: everything is read at one instant, then printed, then put together.
    private func bundle(of id: GrantApplication.ID, printedWith tool: String) async throws -> [UInt8] {
        var bundle = try CaseBundle(try await change { try await $0.readForArchive(id) })
        for paper in try bundle.papers {
            let record = paper.record
            switch try await Printer(tool: tool).print(record) {
            case .printed(let pdf): bundle.add(paper, record: record, pdf: pdf)
            case .toolIsMissing:
                throw ArchiveWaits(fault: Printing.toolIsMissing, seconds: Printing.waitForTool)
            case .failed(let said): throw ArchiveWaits(fault: said, seconds: Printing.longestWait / 24)
            }
        }
        for file in bundle.content.attachments where file.isServed {
            var bytes: [UInt8] = []
            try await readPieces(of: file.id) { bytes += $0 }
            bundle.add(file, bytes)
        }
        return try bundle.file
    }
}

/// An archive cannot be made yet.
struct ArchiveWaits: Error {
    let fault: String
    let seconds: Double
}

/// Everything that an archive is made of, but for the bytes of its attachments.
struct ArchivedCase: Sendable {
    let application: GrantApplication
    let receipt: GrantApplication.Receipt
    let region: String
    let library: String
    let call: String
    let submittedBy: String
    let records: [ArchivedRecord]
    let names: [String: String]
    let letters: [ArchivedLetter]
    let received: [ArchivedReceipt]
    let attachments: [Attachment]
}

/// A letter as it was issued, with its print.
struct ArchivedLetter: Sendable {
    let document: DecisionDocument
    let content: String
    let pdf: [UInt8]
}

/// A version of the application as it came in, with its print.
struct ArchivedReceipt: Sendable {
    let version: Int
    let receivedAt: Instant
    let content: String
    let pdf: [UInt8]
}

extension Transaction {
    /// What came in, as it was written down then; waits while one is not printed.
    private func archivedReceipts(of id: GrantApplication.ID) async throws -> [ArchivedReceipt] {
        var received: [ArchivedReceipt] = []
        for paper in try await receivedPapers(of: id) {
            guard let content = try await content(of: paper.id), let pdf = try await pdf(of: paper.id) else {
                throw ArchiveWaits(fault: Archiving.printsAreMissing, seconds: Archiving.waitForPrints)
            }
            received.append(
                ArchivedReceipt(
                    version: paper.version, receivedAt: paper.receivedAt, content: content, pdf: pdf))
        }
        return received
    }

    /// Reads a case for its archive; waits while a letter of it is not printed, and while its outcome is kept back.
    fileprivate func readForArchive(_ id: GrantApplication.ID) async throws -> ArchivedCase {
        let records = try await archivedRecords(of: id)
        guard let application = try await grantApplication(id), let receipt = application.receipt else {
            throw Refusal.missing
        }
        guard application.untold == nil else { throw Refusal.conflict(.outcomeIsNotTold) }
        var letters: [ArchivedLetter] = []
        for kept in try await documents(of: id) {
            guard let content = try await content(of: kept.document.id), let pdf = try await pdf(of: kept.document.id)
            else { throw ArchiveWaits(fault: Archiving.printsAreMissing, seconds: Archiving.waitForPrints) }
            letters.append(ArchivedLetter(document: kept.document, content: content, pdf: pdf))
        }
        let ids = try records.reduce(into: Set<String>()) { $0.formUnion(try $1.value.identifiers) }
        return ArchivedCase(
            application: application, receipt: receipt, region: try await regionName(),
            library: try await library(application.libraryID)?.name ?? "",
            call: try await call(application.callID)?.details.title ?? "",
            submittedBy: try await names(of: [receipt.submittedBy])[receipt.submittedBy] ?? "", records: records,
            names: try await archivedNames(of: ids.sorted()), letters: letters,
            received: try await archivedReceipts(of: id),
            attachments: try await attachments(of: id))
    }
}
