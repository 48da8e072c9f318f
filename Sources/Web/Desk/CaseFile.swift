import Domain
import Operations
import Postgres
import Store

/// Everything that the region knows of one case, read at once.
struct CaseFile: Sendable {
    let application: GrantApplication
    let call: Call
    let events: [Event]
    let libraries: LibraryNames
    let log: [CaseEvent]
    let compared: ComparedApplication?
    let recommendation: Recommendation?
    let decision: Decision?
    let pack: DecisionPack
    let appeals: [ReceivedAppeal]
    let archive: ArchiveFile
    let grant: Grant?
    /// What the rule said last, the latest first.
    let then: [StoredEvaluation]
    /// What the rule says now; nil once the case has ended without a grant.
    let now: Evaluation?
    let handling: CaseHandling
    /// Its files, and what it has in common with others.
    let parts: ApplicationPartsFile
    let names: [Person.ID: String]
    let breaches: [OpenBreach]

    init(_ application: GrantApplication, call: Call, for person: Person, service: Service) async throws {
        let database = service.database
        let id = application.id
        self.application = application
        self.call = call
        events = try await database.events(application.request.events.map(\.eventID))
        libraries = try await database.libraryNames()
        log = try await database.caseEvents(of: application, for: events, readBy: person)
        recommendation = try await database.recommendation(on: id)
        compared = try await service.operations.compareApplication(
            application, for: person, recommendation: recommendation)
        decision = try await database.decision(on: id)
        pack = try await service.pack(of: application, decision, readBy: person)
        appeals = try await database.appeals(of: id)
        archive = try await ArchiveFile(id, for: person, service: service)
        grant = try await database.grants(for: .region, application: id).grants.first
        then = try await database.evaluations(of: id, limit: 5).evaluations
        let isOver = application.status.isFinal && !application.status.isApproved
        now =
            isOver
            ? nil
            : try await service.operations.evaluateApplication(application, for: person)
                .ofCase(application.status)
        handling = try await CaseHandling(application, events: events, for: person, service: service)
        parts = try await service.parts(of: application, for: person)
        breaches = try await database.openBreaches(limit: 500).filter { $0.applicationID == id }
        names = try await database.names(
            of: [application.caseOfficerID, recommendation?.recommendedBy, decision?.decidedBy].compactMap { $0 }
                + (grant?.repliers ?? []))
    }

    /// Why `person` may not act for the region in this case, if so.
    func conflict(of person: Person) -> Impartiality.Conflict? { handling.impartiality.conflict(of: person) }

    /// Whether `person` may not decide since they have recommended.
    func wantsOtherEyes(than person: Person) -> Bool { recommendation?.recommendedBy == person.id }

    /// What the fields of a recommendation or decision say before anybody types.
    var proposal: [String: [String]] {
        guard let recommendation, application.status == .readyForDecision else {
            return ["outcome": ["approve"], "amount": [application.request.requestedAmount.typed]]
        }
        switch recommendation.outcome {
        case .approve(let amount): return ["outcome": ["approve"], "amount": [amount.typed]]
        case .reject: return ["outcome": ["reject"]]
        }
    }
}

extension Evaluation {
    /// That an event has begun and its registration closed is asked before a decision, and is no fault of a grant.
    func ofCase(_ status: GrantApplication.Status) -> Evaluation {
        guard status.isApproved else { return self }
        let passing: [Finding.Reason] = [.eventHasBegun, .registrationHasClosed]
        return Evaluation(
            evaluatedAt: evaluatedAt, ruleVersion: ruleVersion,
            findings: findings.filter { !passing.contains($0.reason) })
    }
}
