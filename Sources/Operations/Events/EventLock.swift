import Domain
import Postgres
import Store

/// An event that this transaction holds, the instant after the lock, and the conditions that bind it. Whoever writes
/// anything that the funding rule reads of an event comes through here, so that the lock cannot be forgotten.
struct LockedEvent {
    let event: Event
    let instant: Instant
    let conditions: [BindingCondition]

    var isFunded: Bool { !conditions.isEmpty }
}

extension Transaction {
    /// Locks an event that `person` may edit, and looks only then.
    func lockEvent(_ id: Event.ID, editedBy person: Person, expecting version: Int?) async throws -> LockedEvent {
        try await lockEvent(id, expecting: version) { event throws(Refusal) in
            guard event.maySee(person) else { throw .missing }
            guard event.mayBeEdited(by: person) else { throw .notAllowed(.roleIsMissing) }
        }
    }

    /// Locks an event, asks whether it may be changed, and looks only then.
    func lockEvent(
        _ id: Event.ID, expecting version: Int?, allowed: (Event) throws(Refusal) -> Void
    ) async throws -> LockedEvent {
        guard let event = try await lockEvents([id]).first else { throw Refusal.missing }
        try allowed(event)
        try expect(version, is: event.version)
        return LockedEvent(
            event: event, instant: try await now(), conditions: try await bindingConditions(of: id))
    }

    /// Writes the event, unless a condition that binds it would no longer hold.
    func save(_ changed: Event, in lock: LockedEvent) async throws -> Event {
        let breaches = try await breaches(of: lock, by: changed)
        guard breaches.isEmpty else {
            throw Refusal.wouldBreach(
                findings: breaches.flatMap(\.findings).withoutRepeats,
                grants: Set(breaches.map(\.condition.grantID)).sorted())
        }
        return try await update(changed)
    }

    /// The conditions that hold before a change and not after it, each with what the rule finds. A host who tells of a
    /// deviation is heard also where the condition did not hold before, such as when an invited library has closed.
    func breaches(of lock: LockedEvent, by changed: Event, tellingAll: Bool = false) async throws -> [Breach] {
        guard !lock.conditions.isEmpty else { return [] }
        let region = try await regionFacts()
        var breaches: [Breach] = []
        for condition in lock.conditions {
            let facts = try await heldFacts(of: condition, event: changed, region: region)
            let before = FundingRule.evaluateHeld(lock.event, facts: facts, at: lock.instant).blocking
            let after = FundingRule.evaluateHeld(changed, facts: facts, at: lock.instant).blocking
            let closed = FundingRule.closedByChange(from: lock.event, to: changed, at: lock.instant)
            let worse =
                after.filter { finding in tellingAll || !before.contains { $0.isLike(finding) } }
                + closed.filter { finding in !after.contains { $0.isLike(finding) } }
            if !worse.isEmpty { breaches.append(Breach(condition: condition, findings: worse)) }
        }
        return breaches
    }
}

/// A condition that a change would break.
struct Breach {
    let condition: BindingCondition
    let findings: [Finding]
}

extension Querying {
    /// The facts of one held condition: the rule of its day, with as many others invited as there were then.
    func heldFacts(
        of condition: BindingCondition, event: Event, region: RegionFacts
    ) async throws -> RuleFacts {
        guard let rule = try await rule(condition.ruleVersion, of: condition.callID) else {
            throw RuleIsGone(call: condition.callID, version: condition.ruleVersion)
        }
        let ofItsDay = CallRule(
            version: rule.version, invite: .atLeast(condition.minimumInvited), noticeDays: rule.noticeDays,
            minimumSeatsForOthers: rule.minimumSeatsForOthers, maximumOwnShare: rule.maximumOwnShare)
        return RuleFacts(
            applicant: condition.libraryID, requestedAmount: .zero,
            events: [FundedEvent(event: event, costShare: .zero)], region: region, rule: ofItsDay,
            hostsOfItsDay: Set(condition.hosts))
    }
}

/// A foreign key keeps every rule that a condition names, so this cannot happen.
struct RuleIsGone: Error {
    let call: Call.ID
    let version: Int
}

extension Finding {
    /// Whether both say the same of the same libraries.
    fileprivate func isLike(_ other: Finding) -> Bool {
        predicate == other.predicate && reason == other.reason && Set(other.libraries).isSubset(of: libraries)
    }
}

extension [Finding] {
    /// Each finding once, in order.
    fileprivate var withoutRepeats: [Finding] {
        reduce(into: []) { kept, finding in if !kept.contains(finding) { kept.append(finding) } }
    }
}
