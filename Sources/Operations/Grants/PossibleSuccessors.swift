package import Domain
import Postgres
import Store

extension Operations {
    /// Those of `events` that could take the place of a condition's now: in no other case (P13), and with all that
    /// blocks held, as it is asked when one takes it. Whether it still can is asked anew then, under the locks.
    package func possibleSuccessors(
        of condition: Condition, in grant: Grant, among events: [Event]
    ) async throws -> [Event] {
        let candidates = events.filter { event in
            !event.isCancelled && !grant.conditions.contains { $0.eventID == event.id }
        }
        guard !candidates.isEmpty,
            let bound = try await database.conditions(ofGrant: grant.id).first(where: { $0.id == condition.id }),
            let rule = try await database.rule(bound.ruleVersion, of: bound.callID)
        else { return [] }
        let (region, instant) = (try await database.regionFacts(), try await database.now())
        let delivered = try await database.delivered(to: candidates.map(\.id)).counted(by: rule)
        let claims = try await database.claims(
            on: candidates.map(\.id), besides: grant.applicationID, onlyGrant: rule.oneGrantPerEvent)
        return candidates.filter { event in
            let facts = RuleFacts(
                of: event, inPlaceOf: condition, bound: bound, in: grant, region: region, rule: rule,
                delivered: delivered)
            let others = claims.filter { $0.eventID == event.id }
            return RuleInputs(facts, at: instant, besides: others).evaluation.verdict == .holds
        }
    }
}

extension RuleFacts {
    /// An event that is to take the place of a condition's, judged by the rule of the day of the grant.
    init(
        of event: Event, inPlaceOf condition: Condition, bound: BindingCondition, in grant: Grant, region: RegionFacts,
        rule: CallRule, delivered: [Event.ID: Set<Library.ID>]
    ) {
        self.init(
            applicant: grant.libraryID, requestedAmount: condition.costShare,
            events: [FundedEvent(event: event, costShare: condition.costShare)], region: region, rule: rule,
            projectStartsOn: bound.projectStartsOn, projectEndsOn: bound.projectEndsOn,
            delivered: delivered)
    }
}

extension RuleInputs {
    /// The same with the other cases that count on the event.
    init(_ facts: RuleFacts, at instant: Instant, besides claims: [OtherClaim]) {
        self.init(
            facts, standing: .prospective, at: instant,
            claims: claims.map { EventClaim(eventID: $0.eventID, isGranted: $0.isGranted, registryNumber: nil) })
    }
}
