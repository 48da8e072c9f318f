import Domain
import Logging
import Postgres
import Store

extension Operations {
    /// Looks at everything that is always so, finds what is not, and raises an alarm for each fault. It trusts no
    /// guard: it reads the rows, and asks the rule again of every condition that binds. Whoever calls it has claimed
    /// it. Only of what is kept of the rule it may ask a part.
    func lookAtEverything(_ reach: SweepReach) async throws -> [BrokenInvariant] {
        let (faults, news, repeated) = try await change { transaction in
            try await transaction.standStill()
            let conditions = try await transaction.judge(transaction.heldConditions())
            let repeated = try await transaction.evaluationsToRepeat(reach)
            let faults =
                try await transaction.brokenInvariants() + transaction.eventsThatBreakInvariants()
                + transaction.evaluationsThatCannotBeRepeated(among: repeated.numbers)
                + conditions.compactMap(\.fault)
            return (faults, try await transaction.news(of: conditions), repeated)
        }
        try await change { transaction in
            try await transaction.raise(faults)
            for (chore, number) in repeated.reached { try await transaction.reach(number, of: chore) }
            try await transaction.keep(news)
        }
        for fault in faults {
            logger.critical("invariant broken", metadata: ["invariant": "\(fault.invariant)"])
        }
        return faults
    }
}

/// How many events or conditions one statement of the sweep asks of: few enough for the statement timeout, whatever
/// there is in all.
let pageSize = 100

extension Transaction {
    /// Keeps what the clock has found the rule to say.
    func keep(_ news: [SweptCondition]) async throws {
        for judged in news {
            try await keep(
                judged.said, of: judged.inputs, in: judged.condition.applicationID, condition: judged.condition.id,
                moment: .sweep)
        }
    }
}

extension Querying {
    fileprivate func eventsThatBreakInvariants() async throws -> [BrokenInvariant] {
        var faults: [BrokenInvariant] = []
        for page in try await eventsToJudge().pages { faults += try await brokenInvariants(of: page) }
        return faults
    }

    /// What the rule says now of conditions that bind.
    func judge(_ conditions: [BindingCondition]) async throws -> [SweptCondition] {
        let region = try await regionFacts()
        let instant = try await now()
        var rules: [RuleName: CallRule] = [:]
        var judged: [SweptCondition] = []
        for page in conditions.pages {
            for name in Set(page.map(RuleName.init)) where rules[name] == nil {
                rules[name] = try await rule(name.version, of: name.call)
            }
            let facts = try await past(of: page)
            judged += page.compactMap { condition in
                rules[RuleName(condition)].flatMap { rule in
                    facts.judge(condition, rule: rule, region: region, at: instant)
                }
            }
        }
        return judged
    }

    /// Those of which the rule says something else than when it was asked last. A condition that was never asked since
    /// the decision held then.
    func news(of conditions: [SweptCondition]) async throws -> [SweptCondition] {
        var news: [SweptCondition] = []
        for page in conditions.pages {
            let last = try await lastVerdicts(of: page.map(\.condition.id))
            news += page.filter { $0.said.verdict != last[$0.condition.id, default: .holds] }
        }
        return news
    }

    private func past(of conditions: [BindingCondition]) async throws -> PastOfConditions {
        let ids = Array(Set(conditions.map(\.eventID)))
        let events = Dictionary(uniqueKeysWithValues: try await events(ids).map { ($0.id, $0) })
        return PastOfConditions(
            events: events, logged: try await logged(among: ids),
            delivered: try await delivered(to: ids), pasts: try await pasts(of: conditions.map(\.id)))
    }
}

/// One version of a call's rule.
private struct RuleName: Hashable {
    let call: Call.ID
    let version: Int

    init(_ condition: BindingCondition) {
        call = condition.callID
        version = condition.ruleVersion
    }
}

/// What the rule wants to know of some conditions.
private struct PastOfConditions {
    let events: [Event.ID: Event]
    let logged: Set<Event.ID>
    let delivered: Deliveries
    let pasts: [Condition.ID: [PastEvent]]

    func judge(
        _ condition: BindingCondition, rule: CallRule, region: RegionFacts, at instant: Instant
    ) -> SweptCondition? {
        guard let event = events[condition.eventID] else { return nil }
        let facts = RuleFacts(
            of: condition, event: event, rule: rule, region: region, isLogged: logged.contains(event.id),
            delivered: delivered.counted(by: rule).filter { $0.key == event.id },
            history: condition.state.binds ? pasts[condition.id, default: []] : nil)
        let inputs = RuleInputs(facts, standing: .actual, at: instant)
        let said = inputs.evaluation
        let broken =
            Waiver(of: condition, since: pasts[condition.id]?.first)
            .map { $0.unforgiven(said.blocking, of: event, facts: facts, at: instant) } ?? said.blocking
        return SweptCondition(condition: condition, inputs: inputs, said: said, broken: broken)
    }
}

/// A condition that binds, and what the rule says of it now.
struct SweptCondition {
    let condition: BindingCondition
    let inputs: RuleInputs
    let said: Evaluation
    /// What does not hold, and is not forgiven.
    let broken: [Finding]

    var fault: BrokenInvariant? {
        guard !broken.isEmpty else { return nil }
        return BrokenInvariant(
            invariant: Rule.fundedEventInvitesRegion.rawValue, subjectID: condition.id.rawValue,
            detail: broken.map { "\($0.predicate.rawValue) \($0.reason.rawValue)" }.joined(separator: ", "))
    }
}

extension Array {
    /// The same in order, a page at a time.
    var pages: [[Element]] {
        stride(from: 0, to: count, by: pageSize).map { Array(self[$0..<Swift.min($0 + pageSize, count)]) }
    }
}
