import Domain
import Letters
import Postgres
import Store

extension Transaction {
    /// Writes a later decision on a locked grant: its numbered paper with the reasons, the delegation and how to appeal, and
    /// what it leaves of the amount. Whether it may be decided so has been asked. Who may grant the sum may also change it,
    /// take it back and revoke it: it is decided under the line of the delegation order that covers the grant (ours). To
    /// say no to a change moves no money, so any line of the person's will do: else a grant that a board gave could be locked.
    func decide(
        _ subject: GrantDecisionContent.Subject, on change: ChangeRequest.ID? = nil, leaving amount: Money? = nil,
        because reasons: String, in lock: LockedGrant, by person: Person
    ) async throws -> GrantDecision {
        let (application, call, decision) = try await caseOf(lock)
        let day = Stockholm.day(lock.instant)
        let terms = try GrantDecision.Terms(
            delegation: try await delegation(
                for: subject.kind, of: lock.grant, isPartial: application.status == .approvedPartially, by: person,
                on: day),
            appeal: call.decisionTerms.appeal, texts: try await decisionTexts(on: day))
        let content = GrantDecisionContent(
            subject, reasons: reasons, terms: terms,
            translatedAppeal: try await decisionTexts(on: day, in: .english).text(terms.appeal.text(byBoard: false)))
        let locked = LockedApplication(
            application: application, call: call, events: lock.events, instant: lock.instant)
        let document = try await issue(
            .grant(content), kind: subject.kind.document, about: decision, in: locked, by: person)
        let decided = GrantDecision(
            documentID: document.id, grantID: lock.grant.id, kind: subject.kind, changeID: change,
            amountBefore: lock.grant.amount, amountAfter: amount ?? lock.grant.amount, reasons: reasons, terms: terms,
            decidedBy: person.id, decidedAt: lock.instant)
        try await insert(decided)
        return decided
    }

    private func delegation(
        for kind: GrantDecision.Kind, of grant: Grant, isPartial: Bool, by person: Person, on day: Day
    ) async throws -> Delegation {
        let lines = try await delegations()
        if kind == .changeRefusal { return try lines.held(by: person, on: day) }
        return try lines.covering(
            isPartial ? .approvedPartially(grant.amount) : .approved(grant.amount), by: person, on: day)
    }

    private func caseOf(_ lock: LockedGrant) async throws -> (GrantApplication, Call, Decision) {
        guard let application = try await grantApplication(lock.grant.applicationID),
            let call = try await call(lock.grant.callID), let decision = try await decision(ofGrant: lock.grant.id)
        else { throw Refusal.missing }
        return (application, call, decision)
    }

    /// Refuses whoever has a conflict of interest in the case of a locked grant, also by an event that comes into it.
    func checkImpartiality(of person: Person, in lock: LockedGrant) async throws {
        guard let application = try await grantApplication(lock.grant.applicationID) else { throw Refusal.missing }
        try await impartiality(in: application, events: lock.events).check(person)
    }
}

extension LockedGrant {
    /// What an event of the case is called.
    func title(of event: Event.ID) -> String { events.first { $0.id == event }?.details.title ?? "–" }

    /// What the event of a condition is called.
    func title(of condition: Condition.ID) -> String {
        grant.conditions.first { $0.id == condition }.map { title(of: $0.eventID) } ?? "–"
    }
}
