import Domain
import Operations
import Postgres
import Store
import TestDatabase
import Testing

extension EveryQuery {
    /// What becomes of a decision that said no: it is posted, appealed, archived; and what shows that its event
    /// invited.
    private func archive(_ id: GrantApplication.ID) async throws {
        let operations = scene.operations
        let today = Stockholm.day(scene.now)
        let note = AppealNote(receivedOn: today, appellant: "Anna Ask", servedOn: nil, court: "", courtCaseNumber: "")
        let appeal = try await operations.recordAppeal(on: id, note, by: scene.amira)
        _ = try await operations.endAppeal(
            appeal, on: id, as: .init(outcome: .withdrawn, on: today), court: "", courtCaseNumber: "", by: scene.amira)
        _ = try await operations.announceDecision(on: id, by: scene.amira)
        _ = try await operations.orderArchive(of: id, by: scene.amira)
        _ = try await operations.makeArchives(with: "no-such-tool")
        _ = try await operations.orderArchive(of: id, by: scene.amira)
        #expect(try await operations.makeArchives() == 1)
        _ = try await operations.fetchArchive(of: id, by: scene.amira)
        let event = try await scene.event(scene.publishedEvent())
        await operations.noteReading(of: event, by: scene.pontus)
        try await scene.client.transaction { transaction in
            #expect(try await transaction.appeals(of: id).count == 1)
            let decision = try #require(try await transaction.decision(on: id))
            #expect(try await transaction.finalDay(of: decision.id) != nil)
            #expect(try await transaction.archive(of: id)?.made != nil)
            #expect(try await transaction.archiveReadings(of: id, limit: 9).count == 3)
            #expect(try await transaction.invitationEvidence(of: event.id).count == 32)
            #expect(try await !transaction.isRead(event.id, by: event.details.hostLibraryID))
            _ = try await transaction.casesWithoutLetters()
        }
    }

    /// Everything that is done with a decision, on one that said no and on one that is taken back.
    func changeDecisions(_ rejected: Case) async throws {
        let (operations, id) = (scene.operations, rejected.application)
        let terms = DecisionTerms(outcomesToldAt: scene.now.adding(days: -1), appeal: .administrativeAppeal)
        try await operations.settleDecisionTerms(of: rejected.call, terms, by: scene.amira)
        let other = try await scene.case(.approved, in: rejected.call)
        _ = try await operations.announceDecision(on: other.application, by: scene.amira)
        _ = try await operations.recordService(
            DecisionService(servedOn: Stockholm.day(scene.now), manner: .presumed, shownBy: "Läst i tjänsten."),
            on: other.application, by: scene.amira)
        _ = try await operations.correctDecision(on: other.application, "Ett skrivfel.", by: scene.dag)
        _ = try await operations.printDocuments(with: "no-such-tool")
        _ = try await operations.reopenDecision(
            on: other.application, Reopening(ground: .court, reference: "Mål 1-27", reasons: "Upphävt."), by: scene.dag)
        let admin = try scene.database.person("admin@region.example")
        let tomorrow = Stockholm.day(scene.now).adding(days: 2)
        _ = try await operations.addDelegation(
            Delegation(
                id: Delegation.ID(), number: "K 9", text: "Besluta.", personID: scene.dag.id, outcomes: [.rejected],
                maximumAmount: nil, validFrom: tomorrow, validTo: nil), by: admin)
        try await operations.addDecisionText(
            DecisionText(kind: .report, language: .english, validFrom: tomorrow, text: "Soon."), by: admin)
        try await scene.client.transaction { transaction in
            #expect(try await transaction.decisionTextsOfAllTime().contains { $0.text == "Soon." })
            #expect(try await transaction.decisionTexts(on: tomorrow, in: .english).text(.report) == "Soon.")
            #expect(try await transaction.delegations().contains { $0.number == "K 9" })
            #expect(try await transaction.firstUntoldDecision(in: id) == nil)
            #expect(try await transaction.hasDecisions(in: rejected.call))
            #expect(try await transaction.hasGrants(in: rejected.call))
            #expect(try await transaction.regionName() == "Skåne")
            #expect(try await !transaction.waitingPrints(limit: 9).isEmpty)
            let posted = try await transaction.announcements(on: Stockholm.day(scene.now), limit: 9, offset: 0)
            let notice = try #require(posted.announcements.first)
            // One is of the demo region.
            #expect(posted.total == 2)
            #expect(try await transaction.announcement(of: notice.decisionID, notice.documentID) != nil)
            try await transaction.run("UPDATE print_jobs SET try_at = now()")
        }
        #expect(try await operations.printDocuments() > 0)
        try await archive(id)
        try await scene.client.transaction { transaction in
            let paper = try #require(try await transaction.documents(of: id).first)
            #expect(try await transaction.content(of: paper.document.id, translated: true) != nil)
            #expect(try await transaction.pdf(of: paper.document.id) != nil)
            let received = try #require(try await transaction.receivedPapers(of: id).first)
            #expect(try await transaction.content(of: received.id) != nil)
            #expect(try await transaction.pdf(of: received.id)?.count == received.print?.size)
            #expect(try await transaction.casesWithoutReceivedPapers().contains(id) == false)
        }
    }
}
