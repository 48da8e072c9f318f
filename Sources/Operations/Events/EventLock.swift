import Domain
import Postgres
import Store

/// An event that this transaction holds, the instant after the lock, and the conditions that bind it. Whoever writes
/// anything that the funding rule reads of an event comes through here, so that the lock cannot be forgotten.
struct LockedEvent {
    let event: Event
    let instant: Instant
    let conditions: [BindingCondition]
    /// What a grant would ask of it in cases that were decided without one, and nobody may know yet.
    var keptBack: [BindingCondition] = []
    /// Who changes it.
    var editor: Person.ID?

    /// All that its host is asked for.
    fileprivate var asked: [BindingCondition] { conditions + keptBack }

    /// Whether its changes are asked about at all.
    var isAsked: Bool { !asked.isEmpty }

    /// Whether a condition binds it as it was promised; one that is broken, or of which something was waived, does not.
    var isFunded: Bool { asked.contains(where: \.state.binds) }
}

extension Transaction {
    /// Locks an event that `person` may edit, and looks only then.
    func lockEvent(_ id: Event.ID, editedBy person: Person, expecting version: Int?) async throws -> LockedEvent {
        try await lockEvent(id, by: person, expecting: version) { event throws(Refusal) in
            guard event.maySee(person) else { throw .missing }
            guard event.mayBeEdited(by: person) else { throw .notAllowed(.roleIsMissing) }
        }
    }

    /// Locks an event, asks whether `person` may change it, and looks only then. What is written of it afterwards bears
    /// their name in its history.
    func lockEvent(
        _ id: Event.ID, by person: Person, expecting version: Int?, allowed: (Event) throws(Refusal) -> Void
    ) async throws -> LockedEvent {
        guard let event = try await lockEvents([id]).first else { throw Refusal.missing }
        try allowed(event)
        try expect(version, is: event.version)
        try await act(as: person.id)
        return LockedEvent(
            event: event, instant: try await now(), conditions: try await bindingConditions(of: id),
            keptBack: try await keptBackConditions(of: id), editor: person.id)
    }

    /// Writes the event, unless a condition that binds it would no longer hold, keeps what the rule says of it now and
    /// tells the region. What it mends is cured. To write what stands already tells nobody anything.
    func save(_ changed: Event, in lock: LockedEvent) async throws -> Event {
        let judged = try await judge(changed, in: lock)
        let breaches = judged.breaches
        guard breaches.isEmpty else {
            throw Refusal.wouldBreach(
                findings: breaches.flatMap(\.worse).withoutRepeats,
                grants: Set(try await told(breaches).map(\.condition.grantID)).sorted())
        }
        let saved = try await update(changed)
        if saved.version != lock.event.version {
            try await keep(judged, moment: .change)
            try await tellCases(of: saved, in: lock)
        }
        try await cureBreaches(of: saved, in: lock)
        return saved
    }

    /// Those whose grant its host may know of. That the event is bound cannot be kept from whoever would close it: that
    /// would be the silence which the rule forbids.
    private func told(_ breaches: [JudgedCondition]) async throws -> [JudgedCondition] {
        var told: [JudgedCondition] = []
        for breach in breaches where try await firstUntoldDecision(in: breach.condition.applicationID) == nil {
            told.append(breach)
        }
        return told
    }

    /// What a change does to each condition that binds the event: what the rule says of it afterwards, and what of that
    /// is worse; a case of which nobody may know that it has no grant is asked alike. What fails already, and is mended
    /// or left as it was, holds nothing up. A host who tells of a deviation is heard also where a condition that binds
    /// did not hold before, such as when an invited library has closed. Of one that is broken already, or of which that
    /// was waived, only what is worse is news.
    func judge(_ changed: Event, in lock: LockedEvent, tellingAll: Bool = false) async throws -> [JudgedCondition] {
        guard !lock.asked.isEmpty else { return [] }
        let region = try await regionFacts()
        var judged: [JudgedCondition] = []
        for condition in lock.asked {
            let facts = try await heldFacts(of: condition, event: changed, region: region, withPast: false)
            let inputs = RuleInputs(facts, standing: .actual, at: lock.instant, before: lock.event)
            let before = FundingRule.evaluateHeld(lock.event, facts: facts, at: lock.instant).findings
            let after = inputs.standingFindings
            let worse =
                tellingAll && condition.state.binds
                ? after.filter(\.blocks)
                : FundingRule.worsened(from: (lock.event, before), to: (changed, after))
                    .filter { condition.state.binds || !changed.isInvitedAnew(after: lock.event, by: $0) }
            judged.append(
                JudgedCondition(
                    condition: condition, isKeptBack: lock.keptBack.contains { $0.id == condition.id },
                    inputs: inputs,
                    worse: worse + inputs.changeFindings.filter { !after.contains($0) }))
        }
        return judged
    }

    /// Keeps what the rule says of a changed event, once for each of its conditions.
    func keep(_ judged: [JudgedCondition], moment: RuleMoment) async throws {
        for one in judged where !one.isKeptBack {
            try await keep(
                one.inputs.evaluation, of: one.inputs, in: one.condition.applicationID, condition: one.condition.id,
                moment: moment)
        }
    }
}

/// A condition beside a change of its event, with what the change makes worse.
struct JudgedCondition {
    let condition: BindingCondition
    /// There is no such condition: its host is only asked as if there were.
    let isKeptBack: Bool
    let inputs: RuleInputs
    let worse: [Finding]
}

extension [JudgedCondition] {
    /// Those that the change breaks.
    var breaches: [JudgedCondition] { filter { !$0.worse.isEmpty } }
}

extension Querying {
    /// The facts of one held condition: the rule of its day, with as many others invited as there were then.
    /// `withPast`: what the calendar's log and the event's history have, too, where it binds; a change that is not made
    /// yet is in neither.
    func heldFacts(
        of condition: BindingCondition, event: Event, region: RegionFacts, withPast: Bool = true
    ) async throws -> RuleFacts {
        guard let rule = try await rule(condition.ruleVersion, of: condition.callID) else {
            throw RuleIsGone(call: condition.callID, version: condition.ruleVersion)
        }
        return RuleFacts(
            of: condition, event: event, rule: rule, region: region,
            isLogged: withPast ? try await isLogged(event.id) : nil,
            delivered: withPast ? try await delivered(to: [event.id]).counted(by: rule) : [:],
            history: withPast && condition.state.binds
                ? try await pasts(of: [condition.id])[condition.id, default: []] : nil)
    }
}

extension RuleFacts {
    /// Those of one held condition, whose rule stands as on its day.
    init(
        of condition: BindingCondition, event: Event, rule: CallRule, region: RegionFacts, isLogged: Bool?,
        delivered: [Event.ID: Set<Library.ID>], history: [PastEvent]?
    ) {
        var ofItsDay = rule
        ofItsDay.invite = .atLeast(condition.minimumInvited)
        self.init(
            applicant: condition.libraryID, requestedAmount: .zero,
            events: [FundedEvent(event: event, costShare: .zero)], region: region, rule: ofItsDay,
            projectStartsOn: condition.projectStartsOn, projectEndsOn: condition.projectEndsOn,
            hostsOfItsDay: Set(condition.hosts), promisedSeats: condition.promisedSeats, isLogged: isLogged,
            delivered: delivered, history: history)
    }
}

extension Event {
    /// Whether a finding is only that those who are invited again have the notice from now on: a broken condition is no
    /// reason to leave them out.
    fileprivate func isInvitedAnew(after earlier: Event, by finding: Finding) -> Bool {
        finding.predicate == .notice && details == earlier.details
    }
}

/// A foreign key keeps every rule that a condition names, so this cannot happen.
struct RuleIsGone: Error {
    let call: Call.ID
    let version: Int
}

extension [Finding] {
    /// Each finding once, in order.
    fileprivate var withoutRepeats: [Finding] {
        reduce(into: []) { kept, finding in if !kept.contains(finding) { kept.append(finding) } }
    }
}
