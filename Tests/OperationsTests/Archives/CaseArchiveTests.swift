import Domain
import Operations
import Postgres
import SQL
import Store
import TestDatabase
import Testing

/// Papers are printed by the real WeasyPrint.
@Suite struct `A case for the archive` {
    @Test func `holds its papers, data, log and letters, with hashes that others find right, and nothing of another`()
        async throws
    {
        try await withScene { scene in
            let made = try await scene.wholeCase()
            let other = try await scene.case(.approved, of: scene.lund)
            let archive = try await scene.archive(made)
            let unpacked = try UnpackedArchive(archive)
            let receipt = try #require(try await scene.application(made.application).receipt)
            #expect(unpacked.manifest.registryNumber == receipt.registryNumber)
            #expect(unpacked.manifest.receivedAt == receipt.submittedAt.rfc3339)
            for name in [
                "handlingar/01-mottagningsbevis", "handlingar/02-ansokan-version-2", "handlingar/03-handlaggning",
                "handlingar/04-meddelanden", "handlingar/05-tjansteanteckningar", "handlingar/06-beslut",
                "handlingar/07-bidrag", "handlingar/08-handelser", "handlingar/09-arendelogg",
            ] {
                #expect(unpacked.text("\(name).html").hasPrefix("<!DOCTYPE html>"), "\(name)")
                #expect(unpacked.text("\(name).pdf").contains("pdfaid:part"), "\(name) declares PDF/A")
            }
            let letters = unpacked.files.keys.filter { $0.hasPrefix("beslut/") && $0.hasSuffix(".pdf") }
            #expect(letters.count == 2, "the decision and its correction")
            #expect(unpacked.text("handlingar/04-meddelanden.html").contains("Till båda"))
            #expect(unpacked.text("handlingar/05-tjansteanteckningar.html").contains("Bara för oss"))
            #expect(unpacked.text("arende.json").contains("\"inputs_hash\""))
            let foreign = try #require(try await scene.application(other.application).receipt)
            for trace in [foreign.registryNumber, "\(other.application)", "\(other.event)", "\(other.call)"] {
                #expect(!unpacked.everything.contains(trace), "\(trace) is of another case")
            }
        }
    }

    @Test func `speaks Swedish to its reader, and names what the records know by an identifier`() async throws {
        try await withScene { scene in
            let broken = try await scene.brokenCase(paid: true)
            try await scene.operations.printDocuments()
            try Self.check(UnpackedArchive(try await scene.archive(broken.case)))
        }
        try await withScene { scene in
            let reported = try await scene.reportedCase(paid: true, cost: .kronor(18_000))
            try await scene.operations.printDocuments()
            let unpacked = try UnpackedArchive(try await scene.archive(reported.case))
            try Self.check(unpacked)
            #expect(unpacked.text("handlingar/07-bidrag.html").contains("Vad vi lärde oss"))
            #expect(unpacked.text("handlingar/09-arendelogg.html").contains("Biblioteket skickade in redovisningen"))
        }
    }

    /// No paper has an identifier, a member that only the database has a name for, or a word of ours in English. The
    /// control: the JSON beside it has them all.
    private static func check(_ unpacked: UnpackedArchive) throws {
        let identifier = try Regex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}")
        let (unnamed, coded) = (try Regex("<dt>[a-z]"), try Regex("<(dd|li)>[a-z]+([-_][a-z]+)*</(dd|li)>"))
        for (name, bytes) in unpacked.files where name.hasPrefix("handlingar/") && name.hasSuffix(".html") {
            let text = String(decoding: bytes, as: UTF8.self)
            for pattern in [identifier, unnamed] {
                let found = text.matches(of: pattern).map {
                    text[$0.range].description + text[$0.range.upperBound...].prefix(40)
                }
                #expect(found.isEmpty, "\(name)")
            }
            let words = text.matches(of: coded).map { String(text[$0.range]) }
            #expect(words.filter { !["ja", "nej"].contains($0.dropFirst(4).dropLast(5)) }.isEmpty, "\(name)")
        }
        #expect(unpacked.text("arende.json").contains(identifier))
    }

    @Test func `is the same file for the same state, whenever it is made and whoever fetches it`() async throws {
        try await withScene { scene in
            let made = try await scene.case(.approved)
            try await scene.operations.printDocuments()
            let first = try await scene.archive(made)
            #expect(try await scene.archive(made) == first)
            _ = try await scene.operations.writeMessage("Hej.", to: .parties, in: made.application, by: scene.amira)
            #expect(try await scene.archive(made) != first)
            let acts = try await scene.database.archiveReadings(of: made.application, limit: 9).map(\.act)
            #expect(acts.filter { $0 == .ordered }.count == 3 && acts.filter { $0 == .fetched }.count == 3)
            let kinds = try await scene.database.caseEvents(of: made.application).map(\.kind)
            #expect(!kinds.contains { $0.contains("archive") }, "the log that is fetched is not changed by that")
        }
    }

    @Test func `is refused while its outcome is kept back, also if it was ordered before`() async throws {
        try await withScene { scene in
            let call = try await scene.openCall()
            let terms = DecisionTerms(outcomesToldAt: scene.now.adding(days: 5))
            try await scene.operations.settleDecisionTerms(of: call, terms, by: scene.amira)
            let made = try await scene.case(.recommended, in: call, for: scene.publishedEvent())
            _ = try await scene.operations.orderArchive(of: made.application, by: scene.amira)
            try await scene.approve(made.application)
            #expect(try await scene.operations.makeArchives() == 0, "what is kept back is not made")
            for act in [true, false] {
                let refused = try await refusal {
                    if act {
                        _ = try await scene.operations.orderArchive(of: made.application, by: scene.amira)
                    } else {
                        _ = try await scene.operations.fetchArchive(of: made.application, by: scene.amira)
                    }
                }
                #expect(refused == .conflict(.outcomeIsNotTold))
            }
            // The negative control: once it is told, it is made.
            try await scene.operations.settleDecisionTerms(
                of: call, DecisionTerms(outcomesToldAt: scene.now.adding(days: -1)), by: scene.amira)
            try await scene.operations.printDocuments()
            #expect(try await scene.operations.makeArchives() == 1)
        }
    }

    @Test func `is for case officers without a conflict and for the auditor, and of no draft`() async throws {
        try await withScene { scene in
            let (operations, draft) = (scene.operations, try await scene.case(.drafted).application)
            let made = try await scene.case(.submitted)
            let auditor = try scene.database.person("revisor@region.example")
            _ = try await operations.orderArchive(of: made.application, by: auditor)
            for (person, expected) in [
                (scene.dag, Refusal.notAllowed(.roleIsMissing)), (scene.ulf, .notAllowed(.roleIsMissing)),
                (scene.pontus, .missing),
            ] {
                #expect(
                    try await refusal { try await operations.orderArchive(of: made.application, by: person) }
                        == expected)
            }
            #expect(try await refusal { try await operations.orderArchive(of: draft, by: scene.amira) } == .missing)
            try await scene.declareConflict(made, by: scene.elias)
            #expect(
                try await refusal { try await operations.orderArchive(of: made.application, by: scene.elias) }
                    == .notAllowed(.conflictOfInterest))
            #expect(
                try await refusal { try await operations.fetchArchive(of: made.application, by: scene.amira) }
                    == .conflict(.archiveIsNotMade))
        }
    }

    @Test func `waits for its letters, and for a program to print with, and says so`() async throws {
        try await withScene { scene in
            let id = try await scene.case(.approved).application
            _ = try await scene.operations.orderArchive(of: id, by: scene.amira)
            #expect(try await scene.operations.makeArchives() == 0)
            #expect(try await scene.database.archive(of: id)?.fault == Archiving.printsAreMissing)
            try await scene.operations.printDocuments()
            _ = try await scene.operations.orderArchive(of: id, by: scene.amira)
            #expect(try await scene.operations.makeArchives(with: "no-such-tool") == 0)
            #expect(try await scene.database.archive(of: id)?.fault == Printing.toolIsMissing)
        }
    }

    /// Every table that hangs on a case, by whatever chain of foreign keys, is read for the archive or named here:
    /// whoever adds a table says which.
    @Test func `leaves out only what is named`() async throws {
        try await withDatabase { database in
            let tables = try await database.client.transaction { try await $0.lines(Self.tablesOfCases) }
            let read = "\(SQL.CaseArchives.records(id: GrantApplication.ID()).text)"
            let missing = tables.filter { !read.contains("FROM \($0) AS") && !read.contains("JOIN \($0) AS") }
            #expect(Set(missing) == Self.leftOut)
        }
    }

    private static let tablesOfCases = """
        WITH RECURSIVE hanging (id) AS (
            SELECT 'grant_applications'::regclass::oid
            UNION
            SELECT conrelid FROM pg_constraint JOIN hanging ON confrelid = hanging.id WHERE contype = 'f')
        SELECT id::regclass::text FROM hanging
        """

    private static let leftOut: Set<String> = [
        // Drafts, and what reminds of something.
        "completion_drafts", "draft_reminders", "signature_requests", "report_drafts",
        "report_reminders", "review_reminders", "risk_notices",
        // Bytes that are files of their own, and the service's jobs of making them.
        "attachment_pieces", "document_prints", "received_papers", "received_prints", "print_jobs",
        "case_archive_pieces", "case_archives",
        // Who has fetched it: no part of what is fetched.
        "case_archive_readings",
    ]
}

extension Scene {
    /// A case with something of everything: reviewed, talked about, decided, corrected, posted, accepted, paid,
    /// appealed.
    fileprivate func wholeCase() async throws -> Case {
        let accepted = try await acceptedCase()
        let made = accepted.case
        _ = try await operations.writeMessage("Till båda.", to: .parties, in: made.application, by: amira)
        _ = try await operations.writeMessage("Bara för oss.", to: .region, in: made.application, by: amira)
        _ = try await operations.announceDecision(on: made.application, by: amira)
        _ = try await operations.correctDecision(on: made.application, "Ett skrivfel.", by: dag)
        try await pay(attestFirst(of: accepted.grant.id), of: accepted.grant.id)
        _ = try await operations.recordAppeal(
            on: made.application,
            AppealNote(
                receivedOn: Stockholm.day(now), appellant: "Anna Ask", servedOn: nil, court: "", courtCaseNumber: ""),
            by: amira)
        try await operations.printDocuments()
        return made
    }

    /// The file of a case, ordered, made and fetched now.
    fileprivate func archive(_ made: Case) async throws -> [UInt8] {
        _ = try await operations.orderArchive(of: made.application, by: amira)
        #expect(try await operations.makeArchives() == 1)
        return try await operations.fetchArchive(of: made.application, by: amira).bytes
    }
}
