import Domain
import Operations
import Postgres
import SQL
import Store
import TestDatabase
import Testing

/// Runs every function of Store at least once, each on rows.
struct EveryQuery {
    let scene: Scene

    init(_ scene: Scene) { self.scene = scene }

    func run() async throws {
        let funded = try await scene.case(.approved)
        try await changeAll(funded)
        try await changeMoney(in: funded.call)
        try await changeGrants()
        let rejected = try await scene.case(.handled, in: funded.call)
        _ = try await scene.operations.recommendDecision(
            on: rejected.application, .reject, reasons: "Ryms inte.", by: scene.amira)
        _ = try await scene.operations.rejectApplication(rejected.application, reasons: "Ryms inte.", by: scene.dag)
        try await changeDecisions(rejected)
        // One at a time, since each of them takes the only connection.
        try await scene.client.transaction { transaction in try await readEvents(transaction, funded) }
        try await scene.client.transaction { transaction in try await readCase(transaction, funded) }
        try await scene.client.transaction { transaction in try await readGrants(transaction, funded) }
        try await scene.client.transaction { transaction in try await readLibraries(transaction) }
        try await scene.client.transaction { transaction in try await readPeople(transaction) }
        try await scene.client.transaction { transaction in try await readPromises(transaction) }
        try await scene.client.transaction { transaction in try await readCalls(transaction, funded) }
        try await handleCases()
        try await risk()
        try await shareBoard()
        try await endLibraries()
    }

    /// What the case of a scene does not do on its way to a grant.
    private func changeAll(_ funded: Case) async throws {
        let draft = try await scene.case(.drafted, in: funded.call)
        _ = try await scene.operations.editApplication(draft.application, by: scene.karin, expecting: nil) { request in
            var request = request
            request.title = "Ett annat namn"
            return request
        }
        try await changeParts(of: draft.application)
        _ = try await scene.operations.withdrawApplication(
            scene.case(.submitted, in: funded.call).application, because: "Ställs in.", by: scene.ulf)
        _ = try await scene.operations.editEvent(draft.event, by: scene.karin, expecting: nil) { $0 }
        try await changeRest(funded, draft)
    }

    private func changeRest(_ funded: Case, _ draft: Case) async throws {
        let call = try await scene.operations.draftCall(scene.callDetails, rule: CallRule(), by: scene.amira)
        _ = try await scene.operations.editCall(call, by: scene.amira, expecting: nil) { details, _ in
            var details = details
            details.tracks = [CallTrack(name: BilingualText("Lärandespåret"), budget: .kronor(1000))]
            details.rounds = [CallRound(opensAt: details.opensAt, closesAt: details.closesAt)]
            return (details, CallRule(noticeDays: 7))
        }
        _ = try await scene.operations.changeQuestions(of: funded.call, by: scene.amira, expecting: nil) { _ in
            [Question(.line, BilingualText("Vad heter ert projekt?"))]
        }
        _ = try await scene.operations.copyCall(funded.call, by: scene.amira)
        let request = RepeatableRequest(personID: scene.karin.id, route: "POST /events", key: "1", hash: [1])
        _ = try await scene.operations.draftEvent(
            scene.eventDetails(by: scene.karin), by: scene.karin, request: request)
        _ = try await scene.operations.reportDeviation(
            from: funded.event, because: "Lokalen brann.", .cancellation, by: scene.karin)
        let grant = try #require(try await scene.grant(of: funded.application))
        _ = try await scene.operations.replyToBreach(
            of: #require(grant.conditions.first).id, in: grant.id, saying: "Vi ger den i höst.", by: scene.karin)
        let rows = try await scene.operations.sweepInvariants()
        #expect(rows.isEmpty)
        try await scene.client.transaction { transaction in
            let branches = try await transaction.branches(of: [scene.library(of: scene.lena)]).map(\.id)
            #expect(try await transaction.unknownBranches(branches).isEmpty)
            // The other side of the LEFT JOIN: nobody did it.
            try await transaction.record("lapse", in: draft.application, by: nil)
            try await transaction.raise([
                BrokenInvariant(invariant: "call_money_adds_up", subjectID: funded.call.rawValue, detail: "for show")
            ])
            #expect(try await transaction.caseEvents(of: draft.application).contains { $0.actorName == nil })
            #expect(try await transaction.caseEvents(of: draft.application).contains { $0.actorName != nil })
        }
    }

    private func readEvents(_ reader: Transaction, _ funded: Case) async throws {
        #expect(try await reader.event(funded.event) != nil)
        #expect(try await reader.events([funded.event]).count == 1)
        #expect(try await !reader.calendar(EventFilter(), limit: 5, offset: 0).events.isEmpty)
        #expect(
            try await !reader.events(hostedBy: [scene.library(of: scene.karin)], limit: 5, offset: 0).events.isEmpty)
        let past = scene.now.adding(days: -4000)
        #expect(try await !reader.feed(since: past, cancelledSince: past).isEmpty)
    }

    private func readCase(_ reader: Transaction, _ funded: Case) async throws {
        let id = funded.application
        #expect(try await reader.grantApplication(id) != nil)
        let list = try await reader.grantApplications(
            of: [scene.library(of: scene.karin)], received: true, limit: 5, offset: 0)
        #expect(!list.applications.isEmpty)
        #expect(try await reader.liveApplications(of: funded.event) == [id])
        #expect(try await !reader.likelyApplications(to: id, since: scene.now, learnsAtOnce: false).isEmpty)
        #expect(try await reader.isInReceivedApplication(funded.event))
        #expect(try await reader.invitationsToRelease().isEmpty)
        #expect(try await reader.keptBackConditions(of: funded.event).isEmpty)
        #expect(try await !reader.caseEvents(of: id).isEmpty)
        #expect(try await reader.recommendation(on: id) != nil)
        #expect(try await reader.decision(on: id) != nil)
        #expect(try await !reader.snapshots(of: id).isEmpty)
        let versions = try await reader.eventVersions(of: [funded.event])
        #expect(versions.allSatisfy { $0.recordedBy != nil })
        #expect(try await reader.unitNames()[scene.library(of: scene.karin)].name != "–")
        try await reader.act(as: scene.karin.id)
        #expect(try await !reader.participants(in: id).isEmpty)
        #expect(try await !reader.preparers(of: id).isEmpty)
        try await readEvaluations(reader, of: id)
    }

    private func readEvaluations(_ reader: Transaction, of id: GrantApplication.ID) async throws {
        let kept = try #require(try await reader.evaluations(of: id, limit: 1).evaluations.first)
        #expect(try await reader.evaluation(kept.number, of: id)?.hash == kept.hash)
        #expect(try await reader.evaluationsToRepeat(after: kept.number - 1).contains(kept.number))
        #expect(try await reader.newestEvaluation() >= kept.number)
        #expect(try await !reader.alarmingEvaluations().contains(kept.number))
        #expect(try await reader.evaluations([kept.number]).map(\.application) == [id])
        #expect(try await reader.evaluationsThatDifferInSQL(among: [kept.number]).isEmpty)
        let condition = try #require(kept.conditionID)
        #expect(try await reader.lastVerdicts(of: [condition]) == [condition: kept.verdict])
    }

    private func readGrants(_ reader: Transaction, _ funded: Case) async throws {
        #expect(try await !reader.grants(for: .region, limit: 5).grants.isEmpty)
        #expect(try await !reader.deviations(of: nil, limit: 5, offset: 0).deviations.isEmpty)
        #expect(try await !reader.openBreaches(limit: 5).isEmpty)
        #expect(try await !reader.heldConditions().isEmpty, "the seeds hold a condition")
        #expect(try await !reader.brokenInvariants().contains { $0.subjectID == funded.application.rawValue })
        #expect(try await !reader.openAlarms(limit: 5).isEmpty)
        let held = try #require(try await reader.heldConditions().first)
        #expect(try await !reader.bindingConditions(of: held.eventID).isEmpty)
        #expect(try await reader.conditions(of: funded.application).count == 1)
        let broken = try #require(try await reader.grants(for: .region, application: funded.application).grants.first)
        #expect(broken.conditions.first?.breaches.count == 1 && broken.conditions.first?.replies.count == 1)
        #expect(try await reader.pasts(of: [held.id])[held.id]?.isEmpty == false)
        #expect(try await reader.isLogged(held.eventID))
        #expect(try await reader.otherClaims(than: funded.application).isEmpty)
    }

    private func readPeople(_ transaction: Transaction) async throws {
        let hash = [UInt8](repeating: 7, count: 32)
        try await transaction.beginSession(hash, of: scene.karin.id)
        try await transaction.insertToken(hash, named: "maskin", of: scene.karin.id)
        #expect(try await transaction.person(withSessionHash: hash) == scene.karin)
        #expect(try await transaction.person(withTokenHash: hash) == scene.karin)
        #expect(try await transaction.person(withEmail: scene.karin.email) == scene.karin)
        #expect(try await transaction.people().contains(scene.karin))
        #expect(try await transaction.names(of: [scene.karin.id]) == [scene.karin.id: scene.karin.name])
        try await changePeople(transaction)
        // Store has the client run these two in its write lane.
        try await transaction.execute(SQL.People.touchSession(tokenHash: hash))
        #expect(try await transaction.execute(SQL.People.endSession(tokenHash: hash)) == 1)
    }

    private func changePeople(_ transaction: Transaction) async throws {
        try await transaction.decide(#require(CalendarHost("other.example")))
        let library = try scene.library(of: scene.karin)
        let tenure = Tenure(
            assignment: .init(role: .staff, libraryID: library), validFrom: Stockholm.day(scene.now.adding(days: -2)))
        let id = Person.ID()
        try await transaction.insert(
            NewPerson(name: "Åsa Ny", email: "asa@klippan.example", libraryID: library, tenures: [tenure]), as: id)
        #expect(try await transaction.lockPerson(withEmail: "ASA@klippan.example")?.tenures == [tenure])
        #expect(try await transaction.register(.all, words: "åsa", limit: 5, offset: 0).total == 1)
        let today = Stockholm.day(scene.now)
        #expect(try await transaction.end(tenure.assignment, of: id, on: today))
        #expect(try await transaction.registered(id, in: .all)?.tenures.first?.validTo == today)
        #expect(try await transaction.endPerson(id))
        #expect(try await !transaction.endPerson(id))
    }

    private func readPromises(_ reader: Transaction) async throws {
        #expect(try await reader.now() > scene.now)
        #expect(try await reader.isMigrated())
        #expect(try await reader.calendarStamp().version > 1)
        #expect(try await !reader.outbox(limit: 5).isEmpty)
        for chore in Chore.allCases {
            #expect(try await reader.claim(chore))
            #expect(try await reader.isDue(chore, after: 0))
            try await reader.finish(chore)
        }
        try await reader.reach(7, of: .newEvaluations)
        #expect(try await reader.reached(.newEvaluations) == 7)
        #expect(try await reader.forgetSessions(endedDaysAgo: 1) == 0)
        #expect(try await reader.forgetTokens(endedDaysAgo: 1) == 0)
        #expect(try await reader.forgetRequests(answeredDaysAgo: 7) == 0)
    }

    private func readCalls(_ reader: Transaction, _ funded: Case) async throws {
        #expect(try await reader.questions(1, of: funded.call)?.questions.count == 1)
        #expect(try await !reader.budgetBoard(limit: 5, offset: 0).isEmpty)
        #expect(try await reader.money(of: funded.call).first?.committed == .kronor(30_000))
        #expect(try await reader.call(funded.call) != nil)
        #expect(try await !reader.calls(withDrafts: true, limit: 5, offset: 0).calls.isEmpty)
        #expect(try await reader.rule(1, of: funded.call) != nil)
        #expect(try await reader.awards(limit: 1, offset: 0).total > 1)
        #expect(try await reader.applications(in: funded.call, limit: 5, offset: 0).total >= 2)
        #expect(try await reader.calendarHost() == CalendarHost("samlyft.example"))
    }
}
