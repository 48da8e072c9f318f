package import Domain
import Postgres
import Store

extension Operations {
    /// What the funding rule says of an application now, for the eyes of whoever may see it. Once it is granted that is
    /// what it says of each condition, by the rule of its day: a held one does not fail because time has passed.
    package func evaluateApplication(
        _ application: GrantApplication, for person: Person?
    ) async throws -> Evaluation {
        let isGranted = application.told(to: person).status.isApproved
        let conditions = isGranted ? try await database.conditions(of: application.id) : []
        guard let ruleVersion = conditions.first?.ruleVersion else {
            let facts = try await database.ruleFacts(of: application)
            let isWritten = [.draft, .completionRequested].contains(application.told(to: person).status)
            let said = FundingRule.evaluate(
                facts, at: try await database.now(), standing: isWritten ? .applied : .prospective)
            let claims = FundingRule.uniqueness(
                of: application.request.events.map(\.eventID),
                claims: try await database.claims(on: application, seenBy: person))
            return Evaluation(
                evaluatedAt: said.evaluatedAt, ruleVersion: said.ruleVersion, findings: said.findings + claims)
        }
        let region = try await database.regionFacts()
        let events = try await database.events(conditions.map(\.eventID))
        let instant = try await database.now()
        // What another event has taken the place of is asked no more; of a grant that has ended all stays to be read.
        let standing = conditions.filter { $0.state != .notApplicable }
        var findings: [Finding] = []
        for condition in standing.isEmpty ? conditions : standing {
            guard let event = events.first(where: { $0.id == condition.eventID }) else { continue }
            let facts = try await database.heldFacts(of: condition, event: event, region: region)
            findings += FundingRule.evaluateHeld(event, facts: facts, at: instant).findings
        }
        return Evaluation(evaluatedAt: instant, ruleVersion: ruleVersion, findings: findings)
    }
}

extension Querying {
    /// The facts of an application. Inside a transaction this comes after the locks on its events.
    func ruleFacts(of application: GrantApplication) async throws -> RuleFacts {
        guard let call = try await call(application.callID) else { throw Refusal.missing }
        let events = try await events(application.request.events.map(\.eventID))
        return RuleFacts(
            application, call: call, events: events, region: try await regionFacts(),
            delivered: try await delivered(to: events.map(\.id)).counted(by: call.rule))
    }
}

extension RuleFacts {
    init(
        _ application: GrantApplication, call: Call, events: [Event], region: RegionFacts,
        delivered: [Event.ID: Set<Library.ID>]
    ) {
        let shares = Dictionary(
            uniqueKeysWithValues: application.request.events.map { ($0.eventID, $0.amount) })
        self.init(
            applicant: application.libraryID, requestedAmount: application.request.requestedAmount,
            withoutEvent: call.rule.withoutEvent(in: application.request.budget),
            events: events.map { FundedEvent(event: $0, costShare: shares[$0.id] ?? .zero) }, region: region,
            rule: call.rule, projectStartsOn: call.details.projectStartsOn, projectEndsOn: call.details.projectEndsOn,
            delivered: delivered)
    }
}
