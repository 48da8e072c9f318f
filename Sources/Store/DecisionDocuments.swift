package import Domain
package import Postgres
import SQL

extension Querying {
    /// The papers of a case, the oldest first.
    package func documents(of id: GrantApplication.ID) async throws -> [KeptDocument] {
        try await all(SQL.Decisions.documents(applicationID: id))
    }

    /// The record of a paper: HTML, as it was issued. Or its translation, which is none.
    package func content(of id: DecisionDocument.ID, translated: Bool = false) async throws -> String? {
        try await value(SQL.Decisions.content(translated: translated, id: id), column: "content")
    }

    /// The print of a paper: PDF/A, once there is one.
    package func pdf(of id: DecisionDocument.ID) async throws -> [UInt8]? {
        try await value(SQL.Decisions.pdf(documentID: id), column: "pdf")
    }

    /// What is not printed although it was tried, for the desk.
    package func waitingPrints(limit: Int) async throws -> [WaitingPrint] {
        try await all(SQL.Decisions.waitingPrints(limit: limit))
    }
}

extension Transaction {
    /// Keeps a paper, and puts it in the line to be printed. `hash` is the SHA-256 of the content's UTF-8.
    package func insert(
        _ document: DecisionDocument, content: String, hash: [UInt8], translation: String
    ) async throws {
        try await execute(
            SQL.Decisions.insertDocument(
                id: document.id, applicationID: document.applicationID, decisionID: document.decisionID,
                kind: document.kind.rawValue, number: document.number, content: content, contentHash: hash,
                translation: translation, issuedBy: document.issuedBy, issuedAt: document.issuedAt))
        try await execute(
            SQL.Decisions.insertPrintJob(documentID: document.id, receivedID: ReceivedPaper.ID?.none))
    }

    /// Keeps what a correction says.
    package func insertCorrection(_ text: String, in document: DecisionDocument) async throws {
        try await execute(
            SQL.Decisions.insertCorrection(
                documentID: document.id, decisionID: document.decisionID, text: text,
                correctedBy: document.issuedBy, correctedAt: document.issuedAt))
    }

    /// Keeps why a decision stands no longer, and by whose power.
    package func insert(
        _ reopening: Reopening, by authority: Decision.Authority, in document: DecisionDocument
    ) async throws {
        try await execute(
            SQL.Decisions.insertReopening(
                decisionID: document.decisionID, documentID: document.id, ground: reopening.ground.rawValue,
                reference: reopening.reference, reasons: reopening.reasons, delegationID: authority.delegationID,
                decidedByBody: authority.minutes?.body, meetingOn: authority.minutes?.meetingOn,
                minutesParagraph: authority.minutes?.paragraph, minutesReference: authority.minutes?.reference,
                reopenedBy: document.issuedBy, reopenedAt: document.issuedAt))
    }

    /// Takes a job to print, for `patience` seconds; nil if none is due or others are at all of them.
    package func takePrintJob(patience: Double) async throws -> PrintJob? {
        try await first(SQL.Decisions.takePrintJob(patience: patience))
    }

    /// Keeps a print and ends its job. `hash` is the SHA-256 of the PDF.
    package func finish(_ job: PrintJob, with pdf: [UInt8], hash: [UInt8]) async throws {
        switch job.paper {
        case .document(let id): try await execute(SQL.Decisions.insertPrint(documentID: id, pdf: pdf, pdfHash: hash))
        case .received(let id):
            try await execute(SQL.ReceivedPapers.insertPrint(paperID: id, pdf: pdf, pdfHash: hash))
        }
        try await execute(SQL.Decisions.endPrintJob(id: job.id))
    }

    /// Puts a job off for some seconds, with what went wrong. `attempts` is how many count.
    package func putOff(_ job: PrintJob, because fault: String, attempts: Int, seconds: Double) async throws {
        try await execute(
            SQL.Decisions.putOffPrintJob(
                fault: fault, attempts: attempts, seconds: seconds, id: job.id))
    }
}

/// A paper that is to be printed, and how often that has been tried, this time included.
package struct PrintJob: Sendable, PostgresRowDecodable {
    let id: Int
    package let paper: Paper
    package let attempts: Int

    /// What is printed: a paper of the region, or one that came in.
    package enum Paper: Sendable {
        case document(DecisionDocument.ID)
        case received(ReceivedPaper.ID)
    }

    package init(_ row: Row) throws {
        id = try row["id"]
        attempts = try row["attempts"]
        if let document: DecisionDocument.ID = try row["document_id"] {
            paper = .document(document)
        } else {
            paper = .received(try row["received_id"])
        }
    }
}

/// A paper that could not be printed yet.
package struct WaitingPrint: Sendable, PostgresRowDecodable {
    package let number: String
    package let applicationID: GrantApplication.ID
    package let attempts: Int
    package let tryAt: Instant
    /// `tool_is_missing`, or what the tool said.
    package let fault: String

    package init(_ row: Row) throws {
        number = try row["number"]
        applicationID = try row["application_id"]
        attempts = try row["attempts"]
        tryAt = try row["try_at"]
        fault = try row["fault"]
    }
}
